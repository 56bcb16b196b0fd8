import { owner } from './account.ts';
import { builder } from './builder.ts';
import { pageOf } from './connection.ts';
import { reads } from './reads.ts';
import { connectionOf, newestFirst, node, type RowRef, rowRef } from './relation.ts';

export const UnitDimension = builder.enumType('UnitDimension', {
  description: 'What a unit measures. Only units of one dimension convert into each other.',
  values: {
    CURRENCY: {
      description: 'Money. Converting between currencies uses the units’ fixed ratios, not today’s rate.',
    },
    QUANTITY: { description: 'Countable items: each, dozen, case.' },
    TIME: { description: 'Time: seconds, hours, days.' },
    MASS: { description: 'Mass: grams, pounds.' },
    VOLUME: { description: 'Volume: litres, gallons.' },
    LENGTH: { description: 'Length: metres, feet.' },
    TEMPERATURE: { description: 'Temperature: kelvin, °C, °F. Units differ by an offset too.' },
    AREA: { description: 'Area: square metres, square feet.' },
  } as const,
});

export const Unit: RowRef<'Unit'> = rowRef('Unit');
const UnitConnection = connectionOf(Unit);

builder.node(Unit, {
  ...node('Unit'),
  description:
    'A unit of measure. A value in it becomes one in the dimension’s base unit by `value × ratioNumerator / ratioDenominator + offsetNumerator / offsetDenominator`. From the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The unit’s name: `Kilogram`. Unique among the account’s units.',
    }),
    abbreviation: t.exposeString('abbreviation', {
      description:
        'The short form that display values end with: `kg`; the ISO 4217 code of a currency: `USD`. Unique among the account’s units.',
    }),
    type: t.expose('type', { type: UnitDimension, description: 'What the unit measures. Never changes.' }),
    ratioNumerator: t.expose('ratioNumerator', {
      type: 'Decimal',
      description: 'Numerator of the ratio to the base unit. Never 0.',
    }),
    ratioDenominator: t.expose('ratioDenominator', {
      type: 'Decimal',
      description: 'Denominator of the ratio to the base unit. Never 0.',
    }),
    offsetNumerator: t.expose('offsetNumerator', {
      type: 'Decimal',
      description: 'Numerator of the offset to the base unit, in base units: 0 but for temperatures.',
    }),
    offsetDenominator: t.expose('offsetDenominator', {
      type: 'Decimal',
      description: 'Denominator of the offset to the base unit. Never 0.',
    }),
    isBaseUnit: t.exposeBoolean('isBaseUnit', {
      description:
        'Whether this is the dimension’s base unit, which the ratios are relative to. One a dimension, provided by the system.',
    }),
    owner: t.field(owner),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the unit was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the unit was last changed.' }),
  }),
});

const units = { name: 'Query.units', model: 'Unit', order: newestFirst } as const;

builder.queryField('units', (t) =>
  t.connection(
    {
      type: Unit,
      description: 'The units of measure that the account can use, its own and the system’s, newest first.',
      args: {
        type: t.arg({ type: UnitDimension, description: 'Only units of this dimension; all when null.' }),
      },
      extensions: reads(),
      resolve: (_root, args, { loaders }) =>
        pageOf(units, '', args, loaders, ({ type }) => (type ? { where: { equal: { type } } } : {})),
    },
    UnitConnection,
  ),
);
