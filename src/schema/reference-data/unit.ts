import { owner } from '../account/account.ts';
import { namedList, withEqual } from '../filter/named-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { connectionOf, newestFirst, node, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const UnitDimension = builder.enumType('UnitDimension', {
  description:
    'The dimension that a unit measures. Only units of the same dimension convert into each other; currencies never do.',
  values: {
    CURRENCY: {
      description:
        'Money. Currencies have no exchange rates and do not convert into each other. An account’s own currency that is not in ISO 4217, such as points, converts to the base unit (USD) by its ratio.',
    },
    QUANTITY: { description: 'Countable items: each, dozen, case.' },
    TIME: { description: 'Time: seconds, hours, days.' },
    MASS: { description: 'Mass: grams, pounds.' },
    VOLUME: { description: 'Volume: litres, gallons.' },
    LENGTH: { description: 'Length: metres, feet.' },
    TEMPERATURE: { description: 'Temperature: kelvin, °C, °F. Conversion also uses an offset.' },
    AREA: { description: 'Area: square metres, square feet.' },
  } as const,
});

export const Unit: RowRef<'Unit'> = rowRef('Unit');
const UnitConnection = connectionOf(Unit);

builder.node(Unit, {
  ...node('Unit'),
  description:
    'A unit of measure. A value converts to the base unit of the dimension by `value × ratioNumerator / ratioDenominator + offsetNumerator / offsetDenominator`. It comes from the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the unit: `Kilogram`. Unique among the account’s units.',
    }),
    abbreviation: t.exposeString('abbreviation', {
      description:
        'The abbreviation at the end of display values: `kg`; for a currency its ISO 4217 code: `USD`. Unique among the account’s units.',
    }),
    type: t.expose('type', {
      type: UnitDimension,
      description: 'The dimension of the unit. Cannot be changed.',
    }),
    ratioNumerator: t.expose('ratioNumerator', {
      type: 'Decimal',
      description:
        'The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. Always 1 and unused for the system’s currencies, which have no exchange rates.',
    }),
    ratioDenominator: t.expose('ratioDenominator', {
      type: 'Decimal',
      description:
        'The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. Always 1 and unused for the system’s currencies, which have no exchange rates.',
    }),
    offsetNumerator: t.expose('offsetNumerator', {
      type: 'Decimal',
      description: 'The numerator of the offset to the base unit, in base units: 0 except for temperatures.',
    }),
    offsetDenominator: t.expose('offsetDenominator', {
      type: 'Decimal',
      description: 'The denominator of the offset to the base unit. Never 0.',
    }),
    isBaseUnit: t.exposeBoolean('isBaseUnit', {
      description:
        'Whether this is the base unit of its dimension, which the ratios are relative to. One per dimension, provided by the system.',
    }),
    owner: t.field(owner),
    sources: t.field(sources('Unit')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const named = namedList('Unit', 'units', ['name', 'abbreviation']);
const units = { name: 'Query.units', model: 'Unit', order: newestFirst } as const;

builder.queryField('units', (t) =>
  t.connection(
    {
      type: Unit,
      description:
        'Returns the units of measure that the account can use, its own and the system’s, newest first unless `orderBy` is given.',
      args: {
        ...named.args,
        type: t.arg({
          type: UnitDimension,
          description: 'Returns only units of this dimension; all units if absent or null.',
        }),
      },
      extensions: named.extensions(units),
      resolve: (_root, args, { loaders }) =>
        pageOf(units, '', args, loaders, ({ type, ...chosen }) =>
          withEqual(named.choose(chosen), type ? { type } : {}),
        ),
    },
    UnitConnection,
  ),
);
