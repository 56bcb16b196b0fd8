import type { AmountSum } from '../../db/read/aggregate/groups.ts';
import { averageOf } from '../../domain/quantity.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { theOne } from '../relay/relation.ts';
import { Unit } from './unit.ts';

export const QuantitySum = builder.objectRef<AmountSum>('QuantitySum');
export const MoneySum = builder.objectRef<AmountSum>('MoneySum');

builder.objectType(QuantitySum, {
  description: 'The sum, average, minimum and maximum of quantities in one unit.',
  fields: (t) => ({ unit: t.field(theOne(Unit, 'unit', 'The unit of the quantities.')) }),
});

builder.objectType(MoneySum, {
  description: 'The sum, average, minimum and maximum of amounts in one currency.',
  fields: (t) => ({
    currencyCode: t.exposeString('unit', { description: 'The ISO 4217 code of the currency.' }),
  }),
});

for (const type of [QuantitySum, MoneySum])
  builder.objectFields(type, (t) => ({
    count: t.exposeInt('count', { description: 'The number of amounts; those that are null do not count.' }),
    sum: t.expose('sum', { type: 'Decimal', description: 'The sum; exact.' }),
    avg: t.field({
      type: 'Decimal',
      description:
        'The average: `sum` divided by `count`, rounded half to even to 30 digits after the decimal point.',
      extensions: reads(['sum', 'count']),
      resolve: ({ sum, count }) => averageOf(sum, count),
    }),
    min: t.expose('min', { type: 'Decimal', description: 'The smallest amount.' }),
    max: t.expose('max', { type: 'Decimal', description: 'The largest amount.' }),
  }));
