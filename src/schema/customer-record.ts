import type { Row } from '../db/table.ts';
import { builder } from './builder.ts';
import { reads } from './reads.ts';
import { connectionOf, node, type RowRef, rowRef } from './relation.ts';

export const Attachment: RowRef<'Attachment'> = rowRef('Attachment');
export const AttachmentConnection = connectionOf(Attachment);

builder.node(Attachment, {
  ...node('Attachment'),
  description: 'A file that belongs to a customer. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The file’s name.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is; null when nobody said.',
    }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'Where it can be fetched; null when it is not online.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was attached.' }),
  }),
});

export const Tag: RowRef<'Tag'> = rowRef('Tag');
export const TagConnection = connectionOf(Tag);

builder.node(Tag, {
  ...node('Tag'),
  description: 'A word that customers are marked with. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The word: 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`. Unique within the account.',
    }),
  }),
});

export const CustomerGroup: RowRef<'CustomerGroup'> = rowRef('CustomerGroup');

builder.node(CustomerGroup, {
  ...node('CustomerGroup'),
  description:
    'The shop’s grouping of its customers. Another thing than an AccountGroup. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The group’s name.' }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'A short code, unique within the account; null when it has none.',
    }),
  }),
});

export const CustomerEventAction = builder.enumType('CustomerEventAction', {
  description: 'What was done to a customer.',
  values: {
    CREATE: { description: 'It was created.' },
    UPDATE: { description: 'Fields of it, or what belongs to it, were changed.' },
    DISCONTINUE: { description: 'It was discontinued.' },
    REACTIVATE: { description: 'It was taken up again.' },
    IMPORT: { description: 'It was read from a source system.' },
    MERGE: { description: 'Others were merged into it.' },
    DELETE: { description: 'It was deleted.' },
  } as const,
});

export interface Change {
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export const FieldChange = builder.objectRef<Change>('FieldChange');

builder.objectType(FieldChange, {
  description: 'What one field was and became.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'The field, by its path in Customer: `contactInfo.email`.',
    }),
    oldValue: t.exposeString('oldValue', {
      nullable: true,
      description: 'What it was, as text; null when it was null, and always for `shopper.password`.',
    }),
    newValue: t.exposeString('newValue', {
      nullable: true,
      description: 'What it became, as text; null when it became null, and always for `shopper.password`.',
    }),
  }),
});

export const CustomerEvent: RowRef<'CustomerEvent'> = rowRef('CustomerEvent');
export const CustomerEventConnection = connectionOf(CustomerEvent);

builder.node(CustomerEvent, {
  ...node('CustomerEvent'),
  description:
    'One change of the customer: who changed what, when. Written by the gateway, or read from a source’s audit trail.',
  fields: (t) => ({
    action: t.expose('action', { type: CustomerEventAction, description: 'What was done.' }),
    actor: t.exposeString('actor', {
      nullable: true,
      description: 'Who did it: an account user’s id or a service’s name; null when unknown.',
    }),
    changes: t.field({
      type: [FieldChange],
      description: 'Every field that changed; at most as many as a customer has.',
      extensions: reads(['changes']),
      // A check constraint keeps it an array; what is in it only the gateway writes.
      resolve: ({ changes }) => changes as unknown as Change[],
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When it was done.' }),
  }),
});

export const SourceSystem = builder.enumType('SourceSystem', {
  description: 'A system that customers are read from.',
  values: {
    AUGNO: { description: 'The sales system: Augno.' },
    WAREHOUSE: { description: 'The warehouse system: InventoryPro. Its key is the shortId.' },
    COMMERCE_LAYER: { description: 'The shop: Commerce Layer.' },
  } as const,
});

export const CustomerSource = builder.objectRef<Row<'CustomerSource'>>('CustomerSource');

builder.objectType(CustomerSource, {
  description: 'A record in a source system that this customer was read from.',
  fields: (t) => ({
    system: t.expose('system', { type: SourceSystem, description: 'The system.' }),
    sourceId: t.exposeString('sourceId', { description: 'The record’s id there.' }),
    syncedAt: t.expose('syncedAt', {
      type: 'DateTime',
      description: 'When it was last read and had something new.',
    }),
  }),
});
