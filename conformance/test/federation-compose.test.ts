import { readFile } from 'node:fs/promises';
import { composeServices as composeApollo } from '@apollo/composition';
import { composeServices as composeGuild } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { expect, inject, test } from 'vitest';
import { ask, example } from '../bff-federation.ts';

const { data } = await ask(inject('gateway'), '{ _service { sdl } }');
const customers = { name: 'customers', url: inject('gateway'), typeDefs: parse(data._service.sdl) };
const invoices = {
  name: 'invoices',
  url: 'http://127.0.0.1/invoices',
  typeDefs: parse(await readFile(example('invoices/schema.graphql'), 'utf8')),
};

test.each([
  ['alone', [customers]],
  ['with the invoices', [customers, invoices]],
])('both composers accept the subgraph %s, and have nothing to say of it', (_how, services) => {
  const [apollo, guild] = [composeApollo(services), composeGuild(services)];

  expect(apollo.errors).toBeUndefined();
  expect(apollo.hints).toEqual([]);
  expect(guild.errors).toBeUndefined();
  for (const { supergraphSdl } of [apollo, guild]) {
    expect(supergraphSdl).toMatch(/type Customer[^{]*@join__type\(graph: CUSTOMERS, key: "number"\)/);
    expect(supergraphSdl).not.toMatch(/_entities|_service/);
  }
});

test('a subgraph that does not fit is refused by both', () => {
  const other = {
    ...invoices,
    typeDefs: parse('type PageInfo { endCursor: Int } type Query { a: PageInfo }'),
  };

  expect(composeApollo([customers, other]).errors).not.toEqual([]);
  expect(composeApollo([customers, other]).errors).toBeDefined();
  expect(composeGuild([customers, other]).errors).toBeDefined();
});
