import { buildSchema, parse, printSchema, validate } from 'graphql';
import { expect, test } from 'vitest';
import { readGuides } from '../../../scripts/guides.mjs';
import { contentOf } from '../../../src/explorer/reference/content.ts';
import { subjectOf, subjectTitles } from '../../../src/explorer/reference/subjects.ts';
import { schema } from '../../../src/schema/index.ts';

const guides = readGuides();
const html = contentOf(schema, '/graphql', guides);

test('the guides are in the order in which a new user needs them', () => {
  expect(guides.map(({ title }) => title)).toEqual([
    'First query',
    'Paging',
    'Filters',
    'Errors',
    'Cost and limits',
    'Sign-in',
    'Writes',
    'Live changes',
    'Import',
  ]);
  for (const { html: text } of guides) expect(text.length).toBeGreaterThan(1_000);
});

test('every link of a guide leads to a guide or a page of the gateway, and every anchor exists once', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = guides.flatMap((guide) =>
    [...guide.html.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => to),
  );

  expect(links.filter((to) => !/^(#|\/graphql\?|\/docs|\/voyager)/.test(to))).toEqual([]);
  expect(links.filter((to) => to.startsWith('#') && !ids.includes(to.slice(1)))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the operations that guides open in GraphiQL are valid', () => {
  const texts = guides.flatMap((guide) =>
    [...guide.html.matchAll(/href="\/graphql\?query=([^"]+)"/g)].map(([, text = '']) =>
      decodeURIComponent(text.replaceAll('+', ' ')),
    ),
  );
  const own = buildSchema(printSchema(schema));

  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(validate(own, parse(text)), text).toEqual([]);
});

test.for([
  ['Customer', 'Customers'],
  ['CustomerAddressUpdateInput', 'Addresses'],
  ['OrderUpsertItem', 'Orders and shop'],
  ['CustomerChange', 'Changes'],
  ['ImportRun', 'Imports'],
  ['OrderAggregate', 'Counts and sums'],
  ['CarrierFilter', 'Carriers, terms and units'],
  ['Role', 'Account and people'],
  ['PageInfo', 'Values and rules of lists'],
])('%s belongs to %s', ([name = '', subject]) => {
  expect(subjectOf(name)).toBe(subject);
});

test('each subject has types, and few types have only the last one', () => {
  const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));

  for (const title of subjectTitles)
    expect(names.filter((name) => subjectOf(name) === title).length).toBeGreaterThan(3);
  expect(names.filter((name) => subjectOf(name) === subjectTitles.at(-1)).length).toBeLessThan(40);
});
