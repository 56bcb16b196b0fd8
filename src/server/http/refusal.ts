/** A response to a request of which nothing was executed. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const refusalBody = ({ code, message }: Omit<Refusal, 'status' | 'headers'>, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});

const prefersGraphQL = /^application\/graphql-response\+json *(?:,|; *charset|$)/;

/**
 * A rejection's media type. If the caller accepts GraphQL's
 * own first, the client recognizes GraphQL errors by it.
 */
export const refusalType = (accept: string | null | undefined): string =>
  `application/${prefersGraphQL.test(accept ?? '') ? 'graphql-response+json' : 'json'}; charset=utf-8`;

export const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'Too many requests are waiting; try again in a second.',
  headers: { 'retry-after': '1' },
};
