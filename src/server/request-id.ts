/** The id that a request's log lines and error answers carry: the caller's own, when it is a decent one. */
export function requestIdFrom(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
}
