import {
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../src/schema/index.ts';
import { word } from '../builders.ts';
import { everythingOf, fieldsOf, isConnection, leadsTo, queryType, typeNamed } from '../selection.ts';
import type { Session } from './session.ts';

const idOnly = (type: GraphQLObjectType): string => ('id' in type.getFields() ? '{ id }' : '{ __typename }');

/** A page of every list, with its edges and totals. */
function pagesOf(type: GraphQLObjectType): string {
  const pages = fieldsOf(type).flatMap((field) => {
    const connection = leadsTo(field);
    if (connection === undefined || !isConnection(connection) || field.args.some(isRequiredArgument))
      return [];
    const rows = getNamedType(connection.getFields().nodes?.type);
    if (!isObjectType(rows)) return [];
    const total = 'totalCount' in connection.getFields() ? 'totalCount' : '';
    return [
      `${field.name}(first: 1) { edges { cursor node ${idOnly(rows)} } nodes ${idOnly(rows)} ${total}
        pageInfo ${everythingOf(typeNamed('PageInfo'), 1, 1)} }`,
    ];
  });
  return pages.join(' ');
}

/** All fields of an object, the objects that it refers to, and a page of each of its lists. */
export const wholeOf = (type: GraphQLObjectType): string =>
  everythingOf(type, 2, 1).replace(/\}$/, `${pagesOf(type)} }`);

function nodeTypes(): readonly GraphQLObjectType[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getImplementations(node).objects : [];
}

const maxObjects = 100;

/** Reads objects of every type that the session has seen, a page of every list, and the parts of a list of customers. */
export async function readAll(session: Session, customerId: string): Promise<void> {
  const facets = everythingOf(typeNamed('CustomerFacets'), 3, 1);
  const change = everythingOf(typeNamed('CustomerChange'), 3, 1);
  const whole = wholeOf(typeNamed('Customer'));
  await session.ask('Query', `query ($id: ID!) { customer(by: { id: $id }) ${whole} }`, { id: customerId });
  for (const type of nodeTypes()) {
    const ids = [...(session.observed.ids.get(type.name) ?? [])].slice(0, maxObjects);
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} ${wholeOf(type)} } }`;
    await session.ask('Query', document, { ids });
  }
  await session.ask('Query', `{ ${pagesOf(queryType)} _service { sdl } }`);
  await session.ask('Query', `{ customers(first: 1) { count { value precision } facets ${facets} } }`);
  await session.ask('Query', '{ customers { count(cap: 1) { value precision } } }');
  await readAggregates(session);
  await session.ask('Query', `{ customerChanges(last: 250) { nodes ${change} } }`);
  await session.ask('Query', '{ customers(last: 1) { pageInfo { hasPreviousPage } } }');
  await session.ask('Query', '{ priorities { id owner { type } } }');
}

/** The groups of customers by each key, and those of orders. */
async function readAggregates(session: Session): Promise<void> {
  const fields = (type: string) => everythingOf(typeNamed(type), 4, 1);
  const keysOf = (name: string) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  for (const key of keysOf('CustomerAggregateKey'))
    for (const first of [1, 1_000])
      await session.ask(
        'Query',
        `{ customersAggregate(groupBy: ${key}, first: ${first}) ${fields('CustomerAggregate')} }`,
      );
  for (const key of keysOf('OrderAggregateKey'))
    for (const first of [1, 1_000])
      await session.ask(
        'Query',
        `{ ordersAggregate(groupBy: ${key}, first: ${first}) ${fields('OrderAggregate')} }`,
      );
}

/** Converts an amount to its own unit, and to one in which it has no finite decimal form. */
export async function convert(session: Session): Promise<void> {
  const unit = async (ratioNumerator: string): Promise<string> => {
    const values = { type: 'MASS', ratioNumerator, ratioDenominator: '1' };
    return (await session.write('unitCreate', { name: word(), abbreviation: word(), ...values })).id;
  };
  const [one, three] = [await unit('1'), await unit('3')];
  const creditLimit = { value: '1', unit: { id: one } };
  const { id } = await session.write('customerCreate', { name: word(), creditLimit });
  const read = `query ($id: ID!, $to: ID!) { customer(by: { id: $id }) { creditLimit {
    convert(to: $to) { value displayValue exact unit { id } } } } }`;
  for (const to of [one, three]) await session.ask('Query', read, { id, to });
}
