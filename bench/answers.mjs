import { isDeepStrictEqual } from 'node:util';
import { canDo } from './arena.mjs';
import { newWrites } from './operations.mjs';
import { questions } from './questions.mjs';
import { post, requestOf } from './requests.mjs';

const byId = (rows) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const byValue = (rows) => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
const key = ({ value }) => value.id ?? value;

const placeOf = ({ country, month }) => `${country} ${month}`;

const same = (answer) => answer;
const instant = ({ createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt).getTime() });

/** Normalizes equivalent answers: formats of instants, and orders that the operation does not specify. */
const normal = {
  point: instant,
  page: ({ nodes, hasNextPage }) => ({ nodes: nodes.map(instant), hasNextPage }),
  nested: (rows) => rows.map((row) => ({ ...row, priceGroups: byId(row.priceGroups) })),
  nodes: byId,
  entities: byId,
  apollo: ({ nodes, hasNextPage }) => ({ nodes: nodes.map(instant), hasNextPage }),
  growth: (rows) => rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
  facets: (facets) => Object.fromEntries(Object.entries(facets).map(([name, rows]) => [name, byValue(rows)])),
};

/** The customers of the sixth level. */
const leavesOf = (rows) =>
  ['childAccounts', 'parent', 'childAccounts', 'parent', 'childAccounts'].reduce(
    (level, name) => level.flatMap((row) => row[name]),
    rows,
  );

/** Whether an answer has any content to compare. */
const says = {
  point: (row) => row.name !== '',
  list: (rows) => rows.length === 20 && rows.some(({ salesRep }) => salesRep !== null),
  nested: (rows) => rows.length === 50 && rows.every(({ childAccounts }) => childAccounts.length > 0),
  page: ({ nodes }) => nodes.length === 20,
  filter: ({ nodes, totalCount }) => nodes.length > 0 && totalCount >= nodes.length,
  facets: ({ statuses, types, carriers }) => statuses.length * types.length * carriers.length > 0,
  nodes: (rows) => rows.length === 100,
  entities: (rows) => rows.length === 100,
  apollo: ({ nodes }) => nodes.length === 20 && nodes.some(({ carrier }) => carrier !== null),
  deep: (rows) => rows.length === 5 && leavesOf(rows).length > 20,
  cold: (rows) => rows.length === 20 && rows.some(({ salesRep }) => salesRep !== null),
  ...Object.fromEntries(questions.map(({ name }) => [name, (rows) => rows.length > 0])),
};

/** The first difference between two values. */
function difference(a, b, path = '') {
  if (isDeepStrictEqual(a, b)) return undefined;
  const isObject = (value) => value !== null && typeof value === 'object';
  if (!isObject(a) || !isObject(b)) return `${path || '.'}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[name], b[name], `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function answerOf(runner, { name }, subjects, writes) {
  const { variables, answer } = runner.documents[name];
  const data = await post(requestOf(runner, name, variables(subjects, runner.cursors[name], writes)));
  return (normal[name] ?? same)(answer(data));
}

/** Throws unless all contestants give the same answer to each operation. */
export async function checkAnswers(runners, operations, subjects) {
  for (const operation of operations) {
    const able = runners.filter((runner) => canDo(runner, operation));
    const writes = operation.writes && newWrites(subjects, operation.writes);
    const [first, ...others] = able;
    if (first === undefined) continue;
    const expected = await answerOf(first, operation, subjects, writes);
    if (says[operation.name]?.(expected) === false)
      throw new Error(
        `${operation.name}: ${first.name} answers nothing to compare: ${JSON.stringify(expected)}`,
      );
    for (const other of others) {
      const differs = difference(expected, await answerOf(other, operation, subjects, writes));
      if (differs !== undefined)
        throw new Error(
          `${operation.name}: ${first.name} and ${other.name} answer differently at ${differs}`,
        );
    }
  }
}
