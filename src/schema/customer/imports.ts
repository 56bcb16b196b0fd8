import { maxSourceRecords } from '../../domain/source/key.ts';
import type { InputAccess } from '../build/access-rules.ts';
import { imports } from '../build/rule.ts';
import type { InputFields } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';

/** Of input fields that only source systems know: checked before execution. */
export const importsOnly: { readonly access: InputAccess } = { access: () => imports };

export const createdAt = (t: InputFields) =>
  t.field({
    type: 'DateTime',
    extensions: importsOnly,
    description:
      'The time when a source system created the customer; requires the scope `customers:import`. `Customer.createdAt` moves back to it, never forward. A time in the future is `INVALID`.',
  });

export const sourceRecords = (t: InputFields, what: string) =>
  t.field({
    type: [SourceRecordInput],
    description: `${what} A customer has at most ${maxSourceRecords} records. If another customer has one, the error is \`TAKEN\`. The first record of \`INVENTORY_PRO\` is the customer’s \`shortId\`.`,
  });

export const nameDefault =
  'If absent, null or empty, the name of a new customer is the contact’s email, the shopper’s email or the key.';
