import type { Viewer } from '../../auth/viewer.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { scopesExtension, scopesText } from '../build/access-rules.ts';
import type { InputFields } from '../relay/builder.ts';
import { requestError } from '../relay/request-error.ts';
import { SourceRecordInput } from '../relay/source.ts';

interface Input {
  readonly createdAt?: string | null | undefined;
}

/** Rejects inputs with fields of source systems if the caller cannot import. */
export function expectImports(inputs: readonly Input[], { scopes }: Viewer): void {
  if (scopes.includes('customers:import') || inputs.every(({ createdAt }) => createdAt == null)) return;
  const rule = ['customers:import'] as const;
  const message = `The input field \`createdAt\` requires the scope ${scopesText(rule)}.`;
  throw requestError('FORBIDDEN', message, scopesExtension(rule));
}

export const createdAt = (t: InputFields) =>
  t.field({
    type: 'DateTime',
    description:
      'The time when a source system created the customer; requires the scope `customers:import`. `Customer.createdAt` moves back to it, never forward. A time in the future is `INVALID`.',
  });

export const sourceRecords = (t: InputFields, what: string) =>
  t.field({
    type: [SourceRecordInput],
    description: `${what} A customer has at most ${maxSourceRecords} records. If another customer has one, the error is \`TAKEN\`. The first record of \`INVENTORY_PRO\` is the customer’s \`shortId\`.`,
  });

export const nameDefault =
  'If absent, null or empty, a new customer is named by the contact’s email, the shopper’s email or the key.';
