import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CombinedGraphQLErrors } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { persistedExchange } from '@urql/exchange-persisted';
import { fetchQuery } from 'relay-runtime';
import { expect, inject, test } from 'vitest';
import { apolloOf } from '../apollo/client.ts';
import { scopes } from '../apollo/scopes.ts';
import { ask } from '../ask.ts';
import { customers } from '../codegen/documents.ts';
import { startGateway } from '../gateway.ts';
import { relayOf } from '../relay/environment.ts';
import { root, run } from '../run.ts';
import { urqlOf } from '../urql/client.ts';

const made = join(root, '__generated__');

/** Starts a gateway that accepts only the documents of this manifest. */
const startWith = (manifest: string) =>
  startGateway({ PERSISTED_DOCUMENTS: manifest, PERSISTED_ONLY: 'true' }, { demoData: inject('demoData') });

const codeOf = (error: unknown) =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : error;

/** The id of a document in the manifest, which the code generator adds to the document. */
const idOf = (document: object) => '__meta__' in document && Object(document.__meta__).hash;

test('what relay-compiler persists is answered, and nothing else', async () => {
  const directory = join(made, 'relay');
  const manifest = join(directory, 'documents.json');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const config = {
    ...JSON.parse(await readFile(join(root, 'relay.config.json'), 'utf8')),
    artifactDirectory: '__generated__/relay',
    persistConfig: { file: '__generated__/relay/documents.json', algorithm: 'SHA256' },
  };
  await writeFile(manifest, '{}');
  await writeFile(join(directory, 'relay.config.json'), JSON.stringify(config));
  expect(await run('relay-compiler/cli.js', [join(directory, 'relay.config.json')])).toMatchObject({
    code: 0,
  });
  const { default: list } = await import(join(directory, 'customerListQuery.graphql.ts'));
  const gateway = await startWith(manifest);
  try {
    const { environment } = relayOf(gateway.url);
    expect(await fetchQuery(environment, list, { first: 2 }).toPromise()).toBeDefined();
    await expect(ask(gateway.url, '{ viewer { scopes } }')).rejects.toThrow('PERSISTED_ONLY');
  } finally {
    await gateway.stop();
  }
});

test('what GraphQL Code Generator persists is answered to Apollo Client and to urql, and nothing else', async () => {
  const gateway = await startWith(join(root, 'codegen/__generated__/persisted-documents.json'));
  try {
    const link = new PersistedQueryLink({ generateHash: idOf });
    const { data } = await apolloOf(gateway.url, {}, [link]).query({
      query: customers,
      variables: { first: 2 },
    });
    expect(data?.customers.edges).toHaveLength(2);

    const persisted = persistedExchange({
      enforcePersistedQueries: true,
      enableForMutation: true,
      generateHash: async (_text, document) => idOf(document),
    });
    const answer = await urqlOf(gateway.url, {}, [persisted]).query(customers, { first: 2 });
    expect(answer.error).toBeUndefined();
    expect(answer.data?.customers.edges).toHaveLength(2);

    const refused = apolloOf(gateway.url).query({ query: scopes });
    await expect(refused.catch(codeOf)).resolves.toEqual(['PERSISTED_ONLY']);
  } finally {
    await gateway.stop();
  }
});

test('what Apollo’s own tool persists is answered', async () => {
  const config = join(made, 'persisted-query-manifest.config.json');
  const output = join(made, 'apollo.json');
  await mkdir(made, { recursive: true });
  await writeFile(config, JSON.stringify({ documents: ['apollo/scopes.ts'], output }));
  expect(await run('@apollo/generate-persisted-query-manifest/cli.js', ['--config', config])).toMatchObject({
    code: 0,
  });
  const manifest = JSON.parse(await readFile(output, 'utf8'));
  const gateway = await startWith(output);
  try {
    const link = new PersistedQueryLink(
      generatePersistedQueryIdsFromManifest({ loadManifest: async () => manifest }),
    );
    const { data } = await apolloOf(gateway.url, {}, [link]).query({ query: scopes });
    expect(data?.viewer.scopes).toContain('customers:read');
  } finally {
    await gateway.stop();
  }
});
