import type { Row } from '../../db/table.ts';
import { changeTime } from '../customer/version.ts';
import type { Faults } from '../write/faults.ts';
import { longest, readOptionalText } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type About, createSetting, type Keys, type SettingPayload, updateSetting } from './mutation.ts';
import { checkFree, type Maybe, readChoice, readText } from './read.ts';
import { changeSetting, lockSetting, settled } from './row.ts';

type Carrier = Row<'Carrier'>;

export interface CarrierInput extends Keys {
  readonly name?: Maybe<string>;
  readonly accountNumber?: Maybe<string>;
  readonly customerPortalVisibility?: Maybe<Carrier['customerPortalVisibility']>;
}

export interface CarrierCreateInput extends CarrierInput {
  /** Undefined or null: a carrier that the system does not know. */
  readonly code?: Maybe<Carrier['code']>;
}

/** Rejects a deleted carrier: customers keep it, but it cannot be used otherwise. */
export function checkNotDeleted(carrier: Carrier | undefined, path: string, faults: Faults): void {
  if (carrier?.deletedAt)
    faults.add('NOT_FOUND', path, 'This carrier was deleted; choose one that `carriers` lists.');
}

/** Carriers that require the account's number with them. */
const numbered: ReadonlySet<Carrier['code']> = new Set(['UPS', 'USPS'] as const);

async function read(
  write: Write,
  input: CarrierInput,
  code: Carrier['code'],
  current?: Carrier,
  isNew = false,
) {
  const { faults } = write;
  const name = readText(input.name, 'name', { max: longest.name }, faults);
  const accountNumber = readOptionalText(input.accountNumber, 'accountNumber', { max: longest.code }, faults);
  const visibility = readChoice(input.customerPortalVisibility, 'customerPortalVisibility', faults, isNew);
  const isCleared = accountNumber === null || (isNew && input.accountNumber === undefined);
  if (numbered.has(code) && isCleared)
    faults.add(
      'REQUIRED',
      'accountNumber',
      `A carrier with the code ${code} requires the account’s number with it.`,
    );
  await checkFree(write, {
    model: 'Carrier',
    column: 'name',
    value: name,
    current,
    among: ({ accountId, deletedAt }) => accountId !== null && deletedAt === null,
  });
  return { name, accountNumber, customerPortalVisibility: visibility };
}

export function createCarrier(writer: Writer, input: CarrierCreateInput): SettingPayload {
  return createSetting(writer, { name: 'carrierCreate', input }, 'Carrier', async (write) => {
    const code = input.code ?? null;
    return { ...(await read(write, input, code, undefined, true)), code };
  });
}

export function updateCarrier(writer: Writer, input: CarrierInput & About): SettingPayload {
  return updateSetting(writer, { name: 'carrierUpdate', input }, 'Carrier', (write, current) => {
    checkNotDeleted(current, 'id', write.faults);
    return read(write, input, current?.code ?? null, current);
  });
}

/**
 * Soft-deletes a carrier: customers that have it keep it, and it cannot be chosen any more. Waits for
 * transactions that are choosing it: they hold a share lock.
 */
export function deleteCarrier(writer: Writer, input: About): SettingPayload {
  return writer.run({ name: 'carrierDelete', input }, async (write) => {
    const current = await lockSetting(write, 'Carrier', input.id, 'no key update');
    checkNotDeleted(current, 'id', write.faults);
    const carrier = settled(current, write);
    await changeSetting(write, 'Carrier', carrier, { deletedAt: changeTime(carrier) });
    return { id: input.id };
  });
}
