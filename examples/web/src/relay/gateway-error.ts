/** An error that the gateway returned without data; docs/errors.md lists the codes. */
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
