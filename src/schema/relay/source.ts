import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { type SourcedModel, sourced } from '../../domain/source/sourced.ts';
import { sourceSystems } from '../../domain/source-system.ts';
import { prices } from '../../prices.ts';
import { builder } from './builder.ts';
import { partOf, reads } from './reads.ts';

export const SourceSystem = builder.enumType('SourceSystem', {
  description: 'A system that records come from.',
  values: {
    AUGNO: { value: sourceSystems.AUGNO, description: 'The sales system Augno.' },
    INVENTORY_PRO: {
      value: sourceSystems.INVENTORY_PRO,
      description: 'The warehouse system InventoryPro. The source id of a customer is its `shortId`.',
    },
    COMMERCE_LAYER: { value: sourceSystems.COMMERCE_LAYER, description: 'The shop system Commerce Layer.' },
    OTHER: {
      value: sourceSystems.OTHER,
      description:
        'Any other system. Its source ids begin with the name of the system and a colon: `hubspot:12345`.',
    },
  } as const,
});

export const SourceRecordInput = builder.inputType('SourceRecordInput', {
  description: 'A record in a source system.',
  fields: (t) => ({
    system: t.field({ type: SourceSystem, required: true, description: 'The source system.' }),
    sourceId: t.string({
      required: true,
      description: 'The id of the record in `system`, case-sensitive.',
    }),
  }),
});

type SourceColumn = 'system' | 'sourceId' | 'seenAt' | 'goneAt' | 'raw' | 'sourceModifiedAt' | 'firstSeenAt';
type SourceRow = Pick<Row<'CustomerSource'>, SourceColumn>;

/** Both tables have the column: records of customers, and those of other objects. */
const sourceColumn = (column: SourceColumn) => reads([column], { ObjectSource: [column] });

export const SourceRecord = builder.objectRef<SourceRow>('SourceRecord');

builder.objectType(SourceRecord, {
  description: 'A record in a source system that is linked to an object. It is deleted with the object.',
  extensions: partOf('CustomerSource'),
  fields: (t) => ({
    system: t.expose('system', { type: SourceSystem, description: 'The source system.' }),
    sourceId: t.exposeString('sourceId', {
      description: 'The id of the record in that system, unique within the account, the type and the system.',
    }),
    seenAt: t.expose('seenAt', {
      type: 'DateTime',
      description: 'The time when data of the record last created or changed the object.',
    }),
    goneAt: t.expose('goneAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'The time when a complete import no longer had the record; null if it had, or if no complete import ran.',
    }),
    modifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'The time when the record was last modified in the source system, as the system states it; null if unknown.',
      extensions: sourceColumn('sourceModifiedAt'),
      resolve: ({ sourceModifiedAt }) => sourceModifiedAt,
    }),
    firstSeenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time when the record was first linked to an object; null if unknown.',
      extensions: sourceColumn('firstSeenAt'),
      resolve: ({ firstSeenAt }) => firstSeenAt,
    }),
    raw: t.field({
      type: 'JSONObject',
      nullable: true,
      description:
        'The record as the last import received it, without passwords and payment tokens; null if no import stored it.',
      extensions: { ...sourceColumn('raw'), cost: { base: prices.raw.units } },
      resolve: ({ raw }) => raw,
    }),
  }),
});

const order = [
  { field: 'system', descending: false },
  { field: 'sourceId', descending: false },
] as const;

export const sourcesCost = { cost: { size: prices.sources.units } };

export const customerSources: List<'CustomerSource'> = {
  name: 'Customer.sources',
  model: 'CustomerSource',
  by: 'customerId',
  order: [
    { field: 'system', descending: false },
    { field: 'position', descending: false },
    { field: 'sourceId', descending: false },
  ],
};

/** The source records of a type's objects: `sources: t.field(sources('Carrier'))`. */
export function sources(model: SourcedModel) {
  const list: List<'ObjectSource'> = {
    name: `${model}.sources`,
    model: 'ObjectSource',
    by: sourced[model].column,
    order,
  };
  return {
    type: [SourceRecord] as [typeof SourceRecord],
    description: `The records in source systems that are linked to the object, ordered by system and id. At most ${maxSourceRecords}.`,
    extensions: {
      ...reads([], { ObjectSource: ['system', 'sourceId', 'seenAt', 'goneAt'] }),
      ...sourcesCost,
    },
    resolve: ({ id }: { readonly id: string }, _args: object, { loaders }: Context) =>
      loaders
        .first(list, maxSourceRecords)
        .defer(id)
        .map(({ rows }) => rows),
  };
}
