import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisons } from './comparisons.mjs';
import { operations } from './operations.mjs';
import { root } from './paths.mjs';
import { questions } from './questions.mjs';

/** The rows that are not operations. */
const others = [
  ...comparisons,
  {
    name: 'subscribers',
    about: 'server-sent events of one account to many subscribers, while customers are written',
  },
  { name: 'slow', about: 'the p99 of `point` beside clients that read large answers slowly' },
  {
    name: 'start',
    about: 'the time until the gateway has started and answered its first request',
    startsAlone: true,
  },
  {
    name: 'import',
    about: 'documents of customers with addresses, beside COPY of the rows that the import writes',
    startsAlone: true,
  },
];

export const rows = [...operations, ...others];

/**
 * The rows of a run: its operations that the gateway's schema has, if the gateway takes part; those that the
 * schema lacks; and whether another row is measured.
 */
export function chosenRows(given, names) {
  const only = given?.flatMap((name) => (name === 'questions' ? questions.map((each) => each.name) : [name]));
  const unknown = only?.filter((name) => !rows.some((row) => row.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No such row: ${unknown}. The rows are ${rows.map(({ name }) => name).join(', ')}.`);
  const isChosen = ({ name }) => only === undefined || only.includes(name);
  const schema = readFileSync(join(root, 'schema.graphql'), 'utf8');
  const isThere = ({ needs }) => needs === undefined || schema.includes(needs) || !names.includes('gateway');
  const chosen = operations.filter(isChosen);
  const compared = comparisons.filter(isChosen);
  return {
    there: chosen.filter(isThere),
    missing: chosen.filter((operation) => !isThere(operation)),
    /** The comparisons in the database of each size, and whether any row needs it with all contestants. */
    ofSize: {
      comparisons: compared.filter(({ hasOwnDatabase }) => !hasOwnDatabase),
      any: rows.some((row) => isChosen(row) && !row.hasOwnDatabase && !row.startsAlone),
    },
    /** The comparisons in the database of accounts. */
    ofAccounts: compared.filter(({ hasOwnDatabase }) => hasOwnDatabase),
    has: (name) => others.some((row) => row.name === name && isChosen(row)),
  };
}
