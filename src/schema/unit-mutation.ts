import { createUnit } from '../domain/setting/unit.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { requestFields, upTo } from './mutation-input.ts';
import { Unit, UnitDimension } from './unit.ts';
import { payload } from './user-error.ts';

const UnitPayload = payload('UnitPayload', 'unit', Unit, 'The new unit; null when there are errors.');

const UnitCreateInput = builder.inputType('UnitCreateInput', {
  description:
    'A new unit of the account’s own. It is never the base unit of its dimension, and never changes: amounts in it would.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `The unit’s name: \`Pallet\`. Unique among the account’s units. ${upTo(longest.name)} Space around it is left out.`,
    }),
    abbreviation: t.string({
      required: true,
      description: `The short form that display values end with: \`plt\`; the ISO 4217 code of a currency. Unique among the account’s units. ${upTo(longest.code)} Space around it is left out.`,
    }),
    type: t.field({ type: UnitDimension, required: true, description: 'What the unit measures.' }),
    ratioNumerator: t.field({
      type: 'Decimal',
      required: true,
      description: 'Numerator of the ratio to the base unit. Cannot be 0.',
    }),
    ratioDenominator: t.field({
      type: 'Decimal',
      required: true,
      description: 'Denominator of the ratio to the base unit. Cannot be 0.',
    }),
    offsetNumerator: t.field({
      type: 'Decimal',
      description: 'Numerator of the offset to the base unit, in base units; 0 when absent or null.',
    }),
    offsetDenominator: t.field({
      type: 'Decimal',
      description: 'Denominator of the offset to the base unit; 1 when absent or null. Cannot be 0.',
    }),
    ...requestFields(t),
  }),
});

builder.mutationField('unitCreate', (t) =>
  t.field({
    type: UnitPayload,
    description: 'Creates a unit of measure.',
    args: { input: t.arg({ type: UnitCreateInput, required: true, description: 'The unit.' }) },
    resolve: (_root, { input }, { writer }) => createUnit(writer, input),
  }),
);
