import type { ObjectRef } from '@pothos/core';
import { nodeTypes, typeOfId } from '../db/id.ts';
import { builder } from './builder.ts';
import { findEntity } from './federation-entity.ts';
import { subgraphOf } from './federation-sdl.ts';
import { quantityColumns } from './node.ts';
import { maxPageSize } from './page-size.ts';
import { reads } from './reads.ts';
import { fromLiteral } from './scalars.ts';

builder.scalarType('_Any', {
  description:
    'What stands for an object in other services of a federated graph: its type’s name and a key of it, `{ __typename: "Customer", id: "cus_…" }`.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: fromLiteral,
});

interface Row {
  readonly id: string;
}

const Entity = builder.unionType('_Entity', {
  description: 'What other services of a federated graph can refer to: everything that has an id.',
  // The builder knows them by their names; what their rows have in common is the id.
  types: () => nodeTypes as unknown as ObjectRef<typeof builder.$inferSchemaTypes, Row>[],
  resolveType: ({ id }) => typeOfId(id),
});

const Service = builder.objectRef<object>('_Service').implement({
  description: 'This graph, for those who compose it with others.',
  fields: (t) => ({
    sdl: t.string({
      description:
        'The graph as a subgraph of Apollo Federation 2, in GraphQL’s schema language; `customer-gateway schema --federation` prints the same.',
      extensions: reads(),
      resolve: (_service, _args, _context, { schema }) => subgraphOf(schema),
    }),
  }),
});

builder.queryFields((t) => ({
  _entities: t.field({
    type: [Entity],
    nullable: { list: false, items: true },
    description: `For the routers of federated graphs: the objects that representations stand for, in their order; null in the place of one that names nothing, or nothing of the account’s. Every type that has an id is found by \`id\`, Customer by \`number\` and \`shortId\` too; where several are given, the first of these decides. At most ${maxPageSize}.`,
    args: {
      representations: t.arg({
        type: ['_Any'],
        required: true,
        description: `What stands for the objects: at most ${maxPageSize}.`,
      }),
    },
    extensions: reads([], quantityColumns),
    resolve: (_root, { representations }, context) =>
      representations.map((each, at) => findEntity(each, at, context)) as Promise<Row | null>[],
  }),
  _service: t.field({
    type: Service,
    description: 'For those who compose federated graphs: this one. Closed where introspection is.',
    extensions: reads(),
    resolve: () => ({}),
  }),
}));
