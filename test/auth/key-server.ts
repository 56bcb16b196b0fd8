import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll } from 'vitest';
import type { TokenOptions } from '../../src/auth/token.ts';
import { addAccount, issued, openSigned } from './gateway.ts';

interface KeyServer {
  readonly url: string;
  keys: readonly JWK[];
  isDown: boolean;
  fetched: number;
}

export async function openKeyServer(): Promise<KeyServer> {
  const state = { url: '', keys: [] as readonly JWK[], isDown: false, fetched: 0 };
  const server = createServer((_request, response) => {
    state.fetched += 1;
    response.writeHead(state.isDown ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: state.keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close().closeAllConnections());
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  return state;
}

interface Pair {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function makeKey(kid: string, alg = 'RS256'): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export async function openWithKeys(...pairs: readonly Pair[]) {
  return openProvider(pairs);
}

/** A gateway with the keys of an identity provider; `tokens` are further options. */
export async function openProvider(pairs: readonly Pair[], tokens: Partial<TokenOptions> = {}) {
  const server = await openKeyServer();
  server.keys = pairs.map(({ jwk }) => jwk);
  const signed = await openSigned({ tokens: { ...issued, key: { jwksUrl: server.url }, ...tokens } });
  const account = await addAccount(signed, 'ours');
  const sign = ({ privateKey, jwk }: Pair, header = {}, claims = {}) =>
    new SignJWT({ account, scope: 'customers:read', sub: 'tests', ...claims })
      .setProtectedHeader({ alg: jwk.alg ?? '', kid: jwk.kid ?? '', ...header })
      .setIssuer(issued.issuer)
      .setAudience(issued.audience)
      .setExpirationTime('1h')
      .sign(privateKey);
  const statusWith = async (pair: Pair) => (await signed.ask(`Bearer ${await sign(pair)}`)).status;
  return { ...signed, server, account, sign, statusWith };
}
