import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { type Conflict, conflictsFor, type RecordRow } from '../../domain/customer/derive/origins.ts';
import { shownValue } from '../../domain/customer/derive/shown.ts';
import { storedValues } from '../../domain/customer/derive/speaker.ts';
import { prices } from '../../prices.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { SourceRecord } from '../relay/source.ts';
import { metadataKey, recordsOf, rulesOf, stated } from './derivation.ts';
import { CustomerFieldGroup, SurvivorshipRuleKind } from './field-group.ts';

const ConflictValue = builder.objectRef<{ readonly conflict: Conflict; readonly record: RecordRow }>(
  'CustomerConflictValue',
);

builder.objectType(ConflictValue, {
  description: 'The value that a source record has in a conflict.',
  fields: (t) => ({
    value: t.field({
      type: 'JSON',
      description:
        'The value. A group with several fields is an object with the field names; a reference is an id; tags are a list of names, other lists a list of ids.',
      extensions: reads(),
      resolve: ({ conflict, record }) => shownValue(conflict.decision.unit, storedValues(record.values)),
    }),
    source: t.field({
      type: SourceRecord,
      description: 'The record that has the value.',
      extensions: reads(),
      resolve: ({ record }) => record,
    }),
    modifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time when the record was last modified in its source system; null if unknown.',
      extensions: reads(),
      resolve: ({ record }) => record.sourceModifiedAt,
    }),
  }),
});

const CustomerConflict = builder.objectRef<Conflict>('CustomerConflict');

builder.objectType(CustomerConflict, {
  description:
    'Source records of a customer that have different values of the same fields. `customerFieldPin` settles a conflict.',
  fields: (t) => ({
    fieldGroup: t.field({
      type: CustomerFieldGroup,
      description: 'The fields that the records disagree on.',
      extensions: reads(),
      resolve: ({ decision }) => decision.unit.group,
    }),
    metadataKey: t.string({
      nullable: true,
      description: metadataKey,
      extensions: reads(),
      resolve: ({ decision }) => decision.unit.key,
    }),
    values: t.field({
      type: [ConflictValue],
      description: 'The value of each record that has one, the winner’s first.',
      extensions: { ...reads(), cost: { size: prices.conflicts.units } },
      resolve: (conflict) => conflict.records.map((record) => ({ conflict, record })),
    }),
    winner: t.field({
      type: SourceRecord,
      nullable: true,
      description:
        'The record whose value the customer has; null if no value can be used, because another customer has the key or the referenced object was deleted.',
      extensions: reads(),
      resolve: ({ winner }) => winner,
    }),
    rule: t.field({
      type: SurvivorshipRuleKind,
      description: 'The rule that chose the winner.',
      extensions: reads(),
      resolve: ({ decision }) => decision.rule.kind,
    }),
  }),
});

export const conflicts = {
  type: [CustomerConflict] as [typeof CustomerConflict],
  description:
    'The fields with different values in the customer’s source records and without a pin. Lists that combine the items of all records have no conflicts.',
  extensions: { ...stated(), cost: { size: prices.conflicts.units } },
  resolve: async (customer: Row<'Customer'>, _args: object, context: Context) => {
    const [rows, rules] = await Promise.all([recordsOf(customer, context), rulesOf(context)]);
    return conflictsFor(customer, rows, rules);
  },
};
