import * as oauth from 'oauth4webapi';

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** The requested scopes, separated by spaces. */
  readonly scope: string;
}

/** The part of a sign-in that the browser keeps, sealed, until the issuer sends it back. */
export interface PendingSignIn {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The issuer or the person ended the sign-in, or the response is not of this sign-in; the message is for the log. */
export class OidcError extends Error {}

const timeoutMs = 5_000;

/** A public client of an issuer: the authorization code flow of OpenID Connect with PKCE. */
export class OidcClient {
  readonly #options: OidcOptions;
  readonly #client: oauth.Client;
  #server: Promise<oauth.AuthorizationServer> | undefined;

  constructor(options: OidcOptions) {
    this.#options = options;
    this.#client = { client_id: options.clientId };
  }

  /** The options reject http issuers other than those on a loopback address. */
  #request() {
    const isInsecure = this.#options.issuer.startsWith('http:');
    return { [oauth.allowInsecureRequests]: isInsecure, signal: AbortSignal.timeout(timeoutMs) };
  }

  async #discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.#options.issuer);
    const response = await oauth.discoveryRequest(issuer, this.#request());
    return oauth.processDiscoveryResponse(issuer, response);
  }

  /** The issuer's metadata, fetched once; again if that failed. */
  #found(): Promise<oauth.AuthorizationServer> {
    this.#server ??= this.#discover().catch((cause) => {
      this.#server = undefined;
      throw new OidcError('the issuer cannot be reached', { cause });
    });
    return this.#server;
  }

  /** The URL of the issuer's sign-in page, and what `finish` needs. */
  async begin(redirectUri: string): Promise<{ readonly location: string; readonly pending: PendingSignIn }> {
    const { authorization_endpoint: endpoint } = await this.#found();
    if (endpoint === undefined) throw new OidcError('the issuer has no authorization endpoint');
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const location = new URL(endpoint);
    const parameters = {
      client_id: this.#options.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: this.#options.scope,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    };
    for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
    return { location: location.href, pending: { redirectUri, state, nonce, verifier } };
  }

  /** The access token for the parameters with which the issuer sent the browser back. */
  async finish(parameters: URLSearchParams, pending: PendingSignIn): Promise<string> {
    const server = await this.#found();
    try {
      const valid = oauth.validateAuthResponse(server, this.#client, parameters, pending.state);
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        this.#client,
        oauth.None(),
        valid,
        pending.redirectUri,
        pending.verifier,
        this.#request(),
      );
      const tokens = await oauth.processAuthorizationCodeResponse(server, this.#client, response, {
        expectedNonce: pending.nonce,
        requireIdToken: true,
      });
      return tokens.access_token;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'unknown';
      throw new OidcError(`the issuer did not sign the person in: ${reason}`, { cause });
    }
  }
}
