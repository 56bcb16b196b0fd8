import { maxLengths } from '../../domain/write/text.ts';
import { builder } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';

const exactlyOne =
  'Exactly one field is given. If nothing matches, a query returns null, and a mutation the error `NOT_FOUND`.';
const linked = 'A record in a source system that is linked to the object.';
const matching = 'An exact match takes precedence over a match that differs only in case';

export const ReferenceDataIdentifier = builder.inputType('ReferenceDataIdentifier', {
  description: `A key that identifies an object of the account’s reference data: a unit, carrier, payment term, shipping term, account group or customer group. ${exactlyOne}`,
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the object.' }),
    source: t.field({ type: SourceRecordInput, description: linked }),
    name: t.string({
      description: `The name of the object. ${matching}, then the account’s object over the system’s. If several objects match, the error is \`AMBIGUOUS\`. A unit is identified by its name (\`US dollar\`), not by its abbreviation (\`USD\`). Leading and trailing whitespace is trimmed.`,
    }),
  }),
});

export const ServiceLevelIdentifier = builder.inputType('ServiceLevelIdentifier', {
  description: `A key that identifies a service level. ${exactlyOne}`,
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the service level.' }),
    source: t.field({ type: SourceRecordInput, description: linked }),
    token: t.string({
      description: `The \`serviceLevelToken\`, case-sensitive, of a service level of the \`carrier\` in the same input, or if absent, of the customer’s present carrier; without a carrier, the error is \`WRONG_CARRIER\`. The account’s service level takes precedence over the system’s. At most ${maxLengths.code} characters.`,
    }),
  }),
});

export const AccountUserIdentifier = builder.inputType('AccountUserIdentifier', {
  description: `A key that identifies an account user. ${exactlyOne}`,
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the account user, not of its `User`.' }),
    source: t.field({ type: SourceRecordInput, description: linked }),
    email: t.string({
      description: `The email address of the user. ${matching}; if several users match, the error is \`AMBIGUOUS\`. Leading and trailing whitespace is trimmed.`,
    }),
  }),
});
