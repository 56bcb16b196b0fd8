/** What the gateway answered instead of data; its codes are those of docs/errors.md. */
export class GatewayError extends Error {
  readonly code: string;
  readonly requestId: string | undefined;

  constructor(message: string, code: string, requestId?: string) {
    super(message);
    this.name = 'GatewayError';
    this.code = code;
    this.requestId = requestId;
  }
}
