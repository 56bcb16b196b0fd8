import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * The measured operations, in the order of the table. `needs`: a text that the gateway's schema must contain.
 */
export const operations = [
  { name: 'point', about: 'one customer by number, five scalars' },
  {
    name: 'list',
    about: 'the 20 newest, each with carrier, payment term, sales rep and their user, type, two addresses',
  },
  { name: 'nested', about: '50 customers by id, each with the same, 10 children and 5 price groups' },
  { name: 'page', about: 'a page of 20 by cursor, far down the list' },
  { name: 'filter', about: 'by status, city and a word, the first 20 and the total count' },
  { name: 'facets', about: 'counts by status, type and carrier of the customers that a word finds' },
  { name: 'nodes', about: '100 customers by id' },
  { name: 'entities', about: '100 representations for a federation router', needs: '_entities(' },
  { name: 'upsert', about: 'a note written to one customer', needs: 'customerUpsert(', writes: 1 },
  { name: 'bulk', about: 'notes written to 250 customers', needs: 'customersUpsert(', writes: 250 },
];

/**
 * The operations that the gateway's schema has, if the gateway takes part, and those that it does not have
 * yet.
 */
export function chosenOperations(only, names) {
  const schema = readFileSync(join(root, 'schema.graphql'), 'utf8');
  const asked = operations.filter(({ name }) => only === undefined || only.includes(name));
  const isThere = ({ needs }) => needs === undefined || schema.includes(needs) || !names.includes('gateway');
  return { there: asked.filter(isThere), missing: asked.filter((operation) => !isThere(operation)) };
}

let count = 0;

/** The start of each note; the load process adds a number, so that no two requests write the same. */
export const mark = 'bench ';

/** Notes that differ from all earlier ones, for customers that only the bench writes to. */
export function newWrites({ writable }, size) {
  return Array.from({ length: size }, () => {
    count += 1;
    return { number: writable[count % writable.length], note: `${mark}${process.pid}-${count}` };
  });
}
