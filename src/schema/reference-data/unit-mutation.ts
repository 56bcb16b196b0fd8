import { createUnit, deleteUnit } from '../../domain/setting/unit.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { DeleteInput } from './delete-input.ts';
import { Unit, UnitDimension } from './unit.ts';

const UnitPayload = payload('UnitPayload', 'unit', Unit, 'The new unit; null if there are errors.');

const UnitCreateInput = builder.inputType('UnitCreateInput', {
  description:
    'A new unit, owned by the account. It is never the base unit of its dimension. Once created, it cannot be changed, because that would change every amount stated in it.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `The name of the unit: \`Pallet\`. Unique among the account’s units. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`,
    }),
    abbreviation: t.string({
      required: true,
      description: `The abbreviation at the end of display values: \`plt\`; for a currency its ISO 4217 code. Unique among the account’s units. ${upTo(maxLengths.code)} Leading and trailing whitespace is trimmed.`,
    }),
    type: t.field({ type: UnitDimension, required: true, description: 'The dimension of the unit.' }),
    ratioNumerator: t.field({
      type: 'Decimal',
      required: true,
      description:
        'The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. Send 1 for an ISO 4217 currency, whose ratio is not used.',
    }),
    ratioDenominator: t.field({
      type: 'Decimal',
      required: true,
      description:
        'The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. Send 1 for an ISO 4217 currency, whose ratio is not used.',
    }),
    offsetNumerator: t.field({
      type: 'Decimal',
      description: 'The numerator of the offset to the base unit, in base units; 0 if absent or null.',
    }),
    offsetDenominator: t.field({
      type: 'Decimal',
      description: 'The denominator of the offset to the base unit; 1 if absent or null. Cannot be 0.',
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  unitCreate: t.field({
    type: UnitPayload,
    description: 'Creates a unit of measure.',
    args: { input: t.arg({ type: UnitCreateInput, required: true, description: 'The unit to create.' }) },
    resolve: (_root, { input }, { writer }) => createUnit(writer, input),
  }),
  unitDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a unit of the account. A unit that amounts of customers or shipping terms are stated in cannot be deleted (`IN_USE`), nor can a system-owned unit (`SYSTEM_OWNED`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The unit to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteUnit(writer, input),
  }),
}));
