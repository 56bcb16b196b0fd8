import { flood } from '../client.mjs';
import { Random, randomDocument } from '../random-document.mjs';

const connections = 12;

const fields = ['id', 'number', 'name', 'note', 'status', 'mode', 'shortId', 'version'];
const columns = [
  ...fields,
  ...[
    'ediStatus',
    'relationshipType',
    'commissionPolicy',
    'reference',
    'referenceOrigin',
    'active',
    'createdAt',
    'updatedAt',
  ],
];
const conditions = ['$b0', '$b1', '$b2', '$b3'];

/**
 * A document whose merged selections differ on each path, within all limits. `A` descends by `parentAccount`
 * (one level) and by `childAccounts` (two levels). Each step into `childAccounts` starts a chain of its own,
 * `C` with the position of the step, which follows all paths from there. A selection contains the chains of
 * all steps on its path, so it is planned once per path. All fragments select the many fields of `L`, and the
 * variables make 16 plans of each document.
 */
export function branching(random, depth) {
  const both = (down, further) =>
    `{ ...L parentAccount { ${down} } ${further && `childAccounts(first: 0) { nodes { ${further} } }`} }`;
  const fragments = [];
  for (let left = depth; left > 0; left -= 1) {
    const turned = left > 1 ? `...A${left - 2} ...C${left}_${left - 2}` : '';
    fragments.push(`fragment A${left} on Customer ${both(`...A${left - 1}`, turned)}`);
    for (let turn = depth; turn >= left + 2; turn -= 1) {
      const further = left > 1 ? `...C${turn}_${left - 2}` : '';
      fragments.push(`fragment C${turn}_${left} on Customer ${both(`...C${turn}_${left - 1}`, further)}`);
    }
    if (left >= 2) fragments.push(`fragment C${left}_0 on Customer { ...L }`);
  }
  const chosen = conditions.map((name, place) => `${fields[place]} @include(if: ${name})`).join(' ');
  const declared = conditions.map((name) => `${name}: Boolean = true`).join(', ');
  const leaf = random.some(columns, 12 + random.below(5)).join(' ');
  return {
    query: `query B${random.word()}(${declared}) { customers(first: 0) { nodes { ${chosen} ...A${depth} } } }
      fragment A0 on Customer { ...L } fragment L on Customer { ${leaf} } ${fragments.join('\n')}`,
    variables: Object.fromEntries(conditions.map((name) => [name.slice(1), random.is(0.5)])),
  };
}

const manyOperations = (random) =>
  `${Array.from(
    { length: 60 },
    (_, place) =>
      `query O${place} { customers(first: 0) { nodes { ${random.word().replace(/^\d/, 'a')}: name } } }`,
  )
    .slice(0, 28)
    .join(' ')}`;

/** A document of few tokens and many bytes. */
const longTexts = (random, bytes) => [
  { query: `{ customers(first: 0, query: "${random.word()}${'x'.repeat(bytes)}") { nodes { id } } }` },
  { query: `{ customers(first: 0) { nodes { id } } } # ${random.word()}${'x'.repeat(bytes)}` },
  {
    query: `{ customers(first: 0) {${' '.repeat(bytes)} nodes { id ${random.word().replace(/^\d/, 'a')}: name } } }`,
  },
  {
    query: `query ${random.word().replace(/^\d/, 'a')}${'x'.repeat(bytes)} { customers(first: 0) { nodes { id } } }`,
  },
];

const invalid = (random) =>
  `{ customers(first: 0) { nodes { ${Array.from({ length: 200 }, () => `f${random.word()}`).join(' ')} } } }`;

/** @param {Random} random */
function next(random, turn) {
  const kind = turn % 12;
  if (kind < 5) return { query: randomDocument(random) };
  if (kind < 7) return { query: randomDocument(random, { fields: 450, depth: 14, directives: 2 }) };
  if (kind === 7) return { query: invalid(random) };
  if (kind === 8) return { query: manyOperations(random), operationName: `O${random.below(28)}` };
  if (kind === 9) return random.pick(longTexts(random, 20_000 + random.below(200_000)));
  if (kind === 10) return random.pick(longTexts(random, 900_000));
  return branching(random, 7 + random.below(5));
}

/** @type {import('../types.mjs').Attack} */
export const documents = {
  name: 'documents',
  row: '2',
  about: `distinct documents of many shapes without end, on ${connections} connections of one caller`,
  seconds: 40,
  short: 5,
  async run(context) {
    const headers = await context.signIn();
    const random = new Random(2);
    await flood(context, { connections, headers: () => headers, next: (turn) => next(random, turn) });
  },
};

/** @type {import('../types.mjs').Attack} */
export const fragments = {
  name: 'fragments',
  row: '2',
  about: 'documents whose plans grow exponentially with their fragments, on 2 connections',
  seconds: 20,
  short: 4,
  async run(context) {
    const headers = await context.signIn();
    const random = new Random(22);
    await flood(context, {
      connections: 2,
      headers: () => headers,
      next: () => branching(random, 10 + random.below(3)),
    });
  },
};
