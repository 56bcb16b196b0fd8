import { builder } from '../relay/builder.ts';

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An exact amount of money.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: 'The amount: at most 35 digits before the decimal point and 30 after it.',
    }),
    currencyCode: t.string({
      required: true,
      description: 'The ISO 4217 code of the currency, in upper or lower case: `USD`.',
    }),
  }),
});
