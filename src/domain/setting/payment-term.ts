import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import {
  type About,
  createSetting,
  deleteSetting,
  type Keys,
  type SettingPayload,
  updateSetting,
} from './mutation.ts';
import { checkFree, checkUnused, readChoice, readSettingText } from './read.ts';

type Term = Row<'PaymentTerm'>;

export interface PaymentTermInput extends Keys {
  readonly name?: Maybe<string>;
  readonly status?: Maybe<Term['status']>;
}

export const readPaymentTermColumns = (
  { name, status }: PaymentTermInput,
  faults: Faults,
  isNew: boolean,
) => ({
  name: readSettingText(name, 'name', { max: maxLengths.name }, faults),
  status: readChoice(status, 'status', faults, isNew),
});

async function readPaymentTerm(write: Write, input: PaymentTermInput, current?: Term, isNew = false) {
  const columns = readPaymentTermColumns(input, write.faults, isNew);
  // Includes the system's terms: both are in the same list to choose from.
  const { name: value } = columns;
  await checkFree(write, { model: 'PaymentTerm', column: 'name', value, current, among: () => true });
  return columns;
}

export function createPaymentTerm(writer: Writer, input: PaymentTermInput): SettingPayload {
  return createSetting(writer, { name: 'paymentTermCreate', input }, 'PaymentTerm', (write) =>
    readPaymentTerm(write, input, undefined, true),
  );
}

export function updatePaymentTerm(writer: Writer, input: PaymentTermInput & About): SettingPayload {
  return updateSetting(writer, { name: 'paymentTermUpdate', input }, 'PaymentTerm', (write, current) =>
    readPaymentTerm(write, input, current),
  );
}

export function deletePaymentTerm(writer: Writer, input: About): SettingPayload {
  return deleteSetting(writer, { name: 'paymentTermDelete', input }, 'PaymentTerm', async (write) => {
    const { prisma, accountId, faults } = write;
    const count = await prisma((tx) => tx.customer.count({ where: { accountId, paymentTermId: input.id } }));
    checkUnused(count, 'Customer', faults);
  });
}
