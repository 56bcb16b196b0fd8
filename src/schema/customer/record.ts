import { actor } from '../account/actor.ts';
import { builder } from '../relay/builder.ts';
import { connectionOf, node, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';
import { changes } from './field-change.ts';

export const Attachment: RowRef<'Attachment'> = rowRef('Attachment');
export const AttachmentConnection = connectionOf(Attachment);

builder.node(Attachment, {
  ...node('Attachment'),
  description: 'A file that belongs to a customer. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the file.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'The description of the file; null if there is none.',
    }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'The URL of the file; null if it is not online.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The time when the file was attached.',
    }),
    sources: t.field(sources('Attachment')),
  }),
});

export const Tag: RowRef<'Tag'> = rowRef('Tag');
export const TagConnection = connectionOf(Tag);

builder.node(Tag, {
  ...node('Tag'),
  description: 'A tag of customers. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'The name of the tag: 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`. Unique within the account.',
    }),
  }),
});

export const CustomerGroup: RowRef<'CustomerGroup'> = rowRef('CustomerGroup');
export const CustomerGroupConnection = connectionOf(CustomerGroup);

builder.node(CustomerGroup, {
  ...node('CustomerGroup'),
  description: 'A customer group of the shop, not to be confused with `AccountGroup`. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the group.' }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'A short code, unique within the account; null if there is none.',
    }),
    sources: t.field(sources('CustomerGroup')),
  }),
});

export const CustomerEventAction = builder.enumType('CustomerEventAction', {
  description: 'The kind of a change of a customer.',
  values: {
    CREATE: { description: 'The customer was created.' },
    UPDATE: { description: 'Fields of the customer, or objects that belong to it, were changed.' },
    DISCONTINUE: { description: 'The customer was discontinued.' },
    REACTIVATE: { description: 'The customer was reactivated.' },
    IMPORT: { description: 'An import from a source system created or changed the customer.' },
    MERGE: { description: 'Other customers were merged into the customer.' },
    UNMERGE: { description: 'Reserved for the undoing of a merge; never returned yet.' },
    LINK: { description: 'A record in a source system was linked to the customer.' },
    UNLINK: { description: 'A record in a source system was removed from the customer.' },
    ERASE: {
      description: 'Reserved for the erasure of a customer’s personal data; never returned yet.',
    },
    DELETE: { description: 'The customer was deleted.' },
  } as const,
});

export const CustomerEvent: RowRef<'CustomerEvent'> = rowRef('CustomerEvent');
export const CustomerEventConnection = connectionOf(CustomerEvent);

builder.node(CustomerEvent, {
  ...node('CustomerEvent'),
  description: 'One change of the customer: who changed what, when.',
  fields: (t) => ({
    action: t.expose('action', { type: CustomerEventAction, description: 'The kind of the change.' }),
    actor: t.field(actor),
    changes: t.field(changes),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'The time of the change.' }),
  }),
});
