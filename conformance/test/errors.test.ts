import { createHmac } from 'node:crypto';
import { CombinedGraphQLErrors } from '@apollo/client';
import { fetchQuery } from 'relay-runtime';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apolloOf } from '../apollo/client.ts';
import { scopes } from '../apollo/scopes.ts';
import { ask } from '../ask.ts';
import { type RunningGateway, startGateway } from '../gateway.ts';
import scopesQuery from '../relay/__generated__/scopesQuery.graphql.ts';
import { relayOf } from '../relay/environment.ts';
import { urqlOf } from '../urql/client.ts';

const secret = 'a secret of the conformance tests';
let gateway: RunningGateway;

beforeAll(async () => {
  const options = {
    AUTH_JWT_SECRET: secret,
    AUTH_ISSUER: 'issuer',
    AUTH_AUDIENCE: 'gateway',
    // Quota for three requests, and one more per second.
    LIMIT_COST: '3',
    LIMIT_BUCKET: '3',
    LIMIT_REFILL: '1',
  };
  gateway = await startGateway(options, { demoData: inject('demoData') });
});
afterAll(() => gateway.stop());

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The headers of a signed-in caller with its own quota. */
async function signedIn(sub: string) {
  const { viewer } = await ask<{ viewer: { account: { id: string } } }>(
    inject('gateway'),
    '{ viewer { account { id } } }',
  );
  const exp = Math.floor(Date.now() / 1000) + 600;
  const claims = {
    iss: 'issuer',
    aud: 'gateway',
    sub,
    account: viewer.account.id,
    scope: 'customers:read',
    exp,
  };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return {
    authorization: `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`,
  };
}

const codesOf = (
  errors: readonly { readonly extensions?: Record<string, unknown> | undefined }[] | undefined,
) => errors?.map(({ extensions }) => extensions?.code);

type Headers = Readonly<Record<string, string>>;

/** Each sends a request through a client and returns the error codes it reports; undefined if none. */
const clients = {
  async 'Apollo Client'(headers: Headers) {
    const { error } = await apolloOf(gateway.url, headers).query({ query: scopes, errorPolicy: 'all' });
    return CombinedGraphQLErrors.is(error) ? codesOf(error.errors) : error;
  },
  async urql(headers: Headers) {
    const { error } = await urqlOf(gateway.url, headers).query(scopes, {});
    return error && codesOf(error.graphQLErrors);
  },
  async Relay(headers: Headers) {
    const { environment } = relayOf(gateway.url, headers);
    const answer = fetchQuery(environment, scopesQuery, {}).toPromise();
    return answer.then(
      () => undefined,
      ({ source }) => codesOf(source.errors),
    );
  },
};

test.each(Object.entries(clients))(
  '%s tells who is not signed in, and who has spent all',
  async (name, codes) => {
    const headers = await signedIn(name);

    expect(await codes({})).toEqual(['UNAUTHENTICATED']);
    expect(await codes(headers)).toBeUndefined();
    const many = await Promise.all(Array.from({ length: 20 }, () => codes(headers)));
    expect(many).toContainEqual(['THROTTLED']);
  },
);
