import { questions } from './questions.mjs';

/** The start of each note; the load process adds a number, so that no two requests write the same. */
const noteMark = 'bench ';

/** A part of each alias of a cold document; the load process adds a number. */
const aliasMark = 'cold_';

/**
 * The measured operations, in the order of the table. `needs`: a text that the gateway's schema must contain.
 * `mark`: the text in the request after which the load process inserts a new number each time.
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
  {
    name: 'apollo',
    about:
      'the second page of 20 as Apollo Client requests it: `__typename` in each selection, named fragments, edges with cursors, both page flags, variables, three relations',
  },
  {
    name: 'deep',
    about:
      'six levels: 5 customers, 3 children of each, their parents, 3 children, their parents, 3 children',
  },
  {
    name: 'cold',
    about: '`list` with other aliases in each request, so that no cache has its document',
    mark: aliasMark,
  },
  {
    name: 'upsert',
    about: 'a note written to one customer',
    needs: 'customerUpsert(',
    writes: 1,
    mark: noteMark,
  },
  {
    name: 'bulk',
    about: 'notes written to 250 customers',
    needs: 'customersUpsert(',
    writes: 250,
    mark: noteMark,
  },
  {
    name: 'whole',
    about:
      '250 whole customers written by their source records, each with two addresses that have source records',
    needs: 'customersUpsert(',
    writes: 250,
    mark: noteMark,
  },
  {
    name: 'orders',
    about: 'an order of each of 250 customers written by its source record',
    needs: 'ordersUpsert(',
    writes: 250,
    mark: noteMark,
  },
  ...questions,
];

export const operationOf = (name) => operations.find((each) => each.name === name);

let count = 0;

/** Notes that differ from all earlier ones, for customers that only the bench writes to. */
export function newWrites({ writable }, size) {
  return Array.from({ length: size }, () => {
    count += 1;
    return { number: writable[count % writable.length], note: `${noteMark}${process.pid}-${count}` };
  });
}
