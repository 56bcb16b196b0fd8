/** A response to a request of which nothing was executed. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A complete response, before it is compressed; without the headers that all responses have. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const refusalBody = ({ code, message }: Omit<Refusal, 'status' | 'headers'>, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});

/** The response of a rejection, in the media type of GraphQL responses that the client prefers. */
export const refusalReply = (refusal: Refusal, requestId: string, type = 'application/json'): Reply => ({
  status: refusal.status,
  headers: { 'content-type': `${type}; charset=utf-8`, ...refusal.headers },
  body: JSON.stringify(refusalBody(refusal, requestId)),
});

export const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'Too many requests are waiting; try again in a second.',
  headers: { 'retry-after': '1' },
};
