/** The id in a request's log lines and error responses: the caller's own id if it is valid, otherwise a new one. */
export function requestIdFrom(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
}
