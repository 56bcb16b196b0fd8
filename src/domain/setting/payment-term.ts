import type { Row } from '../../db/table.ts';
import { longest } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import {
  type About,
  createSetting,
  deleteSetting,
  type Keys,
  type SettingPayload,
  updateSetting,
} from './mutation.ts';
import { checkFree, checkUnused, type Maybe, readChoice, readText } from './read.ts';

type Term = Row<'PaymentTerm'>;

export interface PaymentTermInput extends Keys {
  readonly name?: Maybe<string>;
  readonly status?: Maybe<Term['status']>;
}

async function read(write: Write, { name: given, status }: PaymentTermInput, current?: Term, isNew = false) {
  const { faults } = write;
  const name = readText(given, 'name', { max: longest.name }, faults);
  // Includes the system's terms: both are in the same list to choose from.
  await checkFree(write, { model: 'PaymentTerm', column: 'name', value: name, current, among: () => true });
  return { name, status: readChoice(status, 'status', faults, isNew) };
}

export function createPaymentTerm(writer: Writer, input: PaymentTermInput): SettingPayload {
  return createSetting(writer, { name: 'paymentTermCreate', input }, 'PaymentTerm', (write) =>
    read(write, input, undefined, true),
  );
}

export function updatePaymentTerm(writer: Writer, input: PaymentTermInput & About): SettingPayload {
  return updateSetting(writer, { name: 'paymentTermUpdate', input }, 'PaymentTerm', (write, current) =>
    read(write, input, current),
  );
}

export function deletePaymentTerm(writer: Writer, input: About): SettingPayload {
  return deleteSetting(writer, { name: 'paymentTermDelete', input }, 'PaymentTerm', async (write) => {
    const { prisma, accountId, faults } = write;
    const count = await prisma((tx) => tx.customer.count({ where: { accountId, paymentTermId: input.id } }));
    checkUnused(count, 'Customer', faults);
  });
}
