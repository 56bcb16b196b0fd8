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

export interface IssuedTokens {
  readonly accessToken: string;
  /** Undefined if the issuer gives none. */
  readonly refreshToken: string | undefined;
}

/** The issuer or the person ended the sign-in, or the response is not of this sign-in; the message is for the log. */
export class OidcError extends Error {}

/** The issuer gives no tokens for a refresh token: it has expired, or was used or revoked. */
export class RefreshRefused extends OidcError {}

const timeoutMs = 5_000;

const refusals: ReadonlySet<number> = new Set([400, 401, 403]);

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown');

/** Without this scope, many issuers give no refresh token; those that do not announce it may reject it. */
function withOfflineAccess(scope: string, { scopes_supported = [] }: oauth.AuthorizationServer): string {
  const scopes = scope.split(' ').filter(Boolean);
  const isAdded = scopes_supported.includes('offline_access') && !scopes.includes('offline_access');
  return [...scopes, ...(isAdded ? ['offline_access'] : [])].join(' ');
}

const issuedIn = ({ access_token, refresh_token }: oauth.TokenEndpointResponse): IssuedTokens => ({
  accessToken: access_token,
  refreshToken: refresh_token,
});

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
    const server = await this.#found();
    const { authorization_endpoint: endpoint } = server;
    if (endpoint === undefined) throw new OidcError('the issuer has no authorization endpoint');
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const location = new URL(endpoint);
    const parameters = {
      client_id: this.#options.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: withOfflineAccess(this.#options.scope, server),
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    };
    for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
    return { location: location.href, pending: { redirectUri, state, nonce, verifier } };
  }

  /** The tokens for the parameters with which the issuer sent the browser back. */
  async finish(parameters: URLSearchParams, pending: PendingSignIn): Promise<IssuedTokens> {
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
      return issuedIn(tokens);
    } catch (cause) {
      throw new OidcError(`the issuer did not sign the person in: ${reasonOf(cause)}`, { cause });
    }
  }

  /** The next tokens. Throws `RefreshRefused`; other errors say nothing about the refresh token. */
  async refresh(refreshToken: string): Promise<IssuedTokens> {
    const server = await this.#found();
    const request = this.#request();
    try {
      const response = await oauth.refreshTokenGrantRequest(
        server,
        this.#client,
        oauth.None(),
        refreshToken,
        request,
      );
      return issuedIn(await oauth.processRefreshTokenResponse(server, this.#client, response));
    } catch (cause) {
      const isRefused = cause instanceof oauth.ResponseBodyError && refusals.has(cause.status);
      const message = `the issuer did not refresh the tokens: ${reasonOf(cause)}`;
      throw isRefused ? new RefreshRefused(message, { cause }) : new OidcError(message, { cause });
    }
  }

  /** Withdraws a refresh token, if the issuer has an endpoint for it. */
  async revoke(refreshToken: string): Promise<void> {
    const server = await this.#found();
    if (server.revocation_endpoint === undefined) return;
    const response = await oauth.revocationRequest(
      server,
      this.#client,
      oauth.None(),
      refreshToken,
      this.#request(),
    );
    await oauth.processRevocationResponse(response);
  }
}
