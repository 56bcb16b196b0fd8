import type { ObjectRef } from '@pothos/core';
import { nodeTypes, typeOfId } from '../../db/model/id.ts';
import { builder } from '../relay/builder.ts';
import { quantityColumns } from '../relay/node.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { fromLiteral } from '../relay/scalars.ts';
import { findEntity } from './federation-entity.ts';
import { subgraphOf } from './federation-sdl.ts';

builder.scalarType('_Any', {
  description:
    'A representation of an object in a federated graph: the name of its type and one of its keys, `{ __typename: "Customer", id: "cus_…" }`.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: fromLiteral,
});

interface EntityRow {
  readonly id: string;
}

const Entity = builder.unionType('_Entity', {
  description: 'An entity that other services of a federated graph can refer to: any type that has an id.',
  // The builder accepts types by name; all that their rows have in common is the id.
  types: () => nodeTypes as unknown as ObjectRef<typeof builder.$inferSchemaTypes, EntityRow>[],
  resolveType: ({ id }) => typeOfId(id),
});

const Service = builder.objectRef<object>('_Service').implement({
  description: 'The subgraph, for composition into a federated graph.',
  fields: (t) => ({
    sdl: t.string({
      description:
        'The SDL of the schema as an Apollo Federation 2 subgraph; the same as the output of `customer-gateway schema --federation`.',
      extensions: reads(),
      resolve: (_service, _args, _context, { schema }) => subgraphOf(schema),
    }),
  }),
});

builder.queryFields((t) => ({
  _entities: t.field({
    type: [Entity],
    nullable: { list: false, items: true },
    description: `Resolves entities for a federation router: returns the represented objects in the order of \`representations\`, with null for each object that does not exist or belongs to another account. Every type that has an id is found by \`id\`, Customer also by \`number\` and \`shortId\`; if several keys are given, the first in this order is used. At most ${maxPageSize}.`,
    args: {
      representations: t.arg({
        type: ['_Any'],
        required: true,
        description: `The representations of the objects: at most ${maxPageSize}.`,
      }),
    },
    extensions: reads([], quantityColumns),
    resolve: (_root, { representations }, context) =>
      representations.map((each, at) => findEntity(each, at, context)) as Promise<EntityRow | null>[],
  }),
  _service: t.field({
    type: Service,
    description: 'Returns the subgraph for federation composition. Disabled if introspection is disabled.',
    extensions: reads(),
    resolve: () => ({}),
  }),
}));
