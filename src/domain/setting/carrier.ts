import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { changeTime } from '../customer/version.ts';
import { removeSourcesOf } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, readOptionalText } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type About, createSetting, type Keys, type SettingPayload, updateSetting } from './mutation.ts';
import { checkFree, readChoice, readSettingText } from './read.ts';
import { changeSetting, lockSetting, settled } from './row.ts';

type Carrier = Row<'Carrier'>;

interface CarrierInput extends Keys {
  readonly name?: Maybe<string>;
  readonly accountNumber?: Maybe<string>;
  readonly customerPortalVisibility?: Maybe<Carrier['customerPortalVisibility']>;
}

export interface CarrierCreateInput extends CarrierInput {
  /** Undefined or null: a carrier that the system does not know. */
  readonly code?: Maybe<Carrier['code']>;
}

export function checkNotDeleted(carrier: Carrier | undefined, path: string, faults: Faults): void {
  if (carrier?.deletedAt)
    faults.add('NOT_FOUND', path, 'This carrier was deleted; choose one that `carriers` lists.');
}

const numbered: ReadonlySet<Carrier['code']> = new Set(['UPS', 'USPS'] as const);

export function readCarrierColumns(
  input: CarrierInput,
  code: Carrier['code'],
  faults: Faults,
  isNew: boolean,
) {
  const name = readSettingText(input.name, 'name', { max: maxLengths.name }, faults);
  const accountNumber = readOptionalText(
    input.accountNumber,
    'accountNumber',
    { max: maxLengths.code },
    faults,
  );
  const visibility = readChoice(input.customerPortalVisibility, 'customerPortalVisibility', faults, isNew);
  const isCleared = accountNumber === null || (isNew && input.accountNumber === undefined);
  if (numbered.has(code) && isCleared)
    faults.add(
      'REQUIRED',
      'accountNumber',
      `A carrier with the code ${code} requires the account’s number with it.`,
    );
  return { name, accountNumber, customerPortalVisibility: visibility };
}

export const isOwnCarrier = ({ accountId, deletedAt }: Carrier): boolean =>
  accountId !== null && deletedAt === null;

async function readCarrier(
  write: Write,
  input: CarrierInput,
  code: Carrier['code'],
  current?: Carrier,
  isNew = false,
) {
  const columns = readCarrierColumns(input, code, write.faults, isNew);
  const { name: value } = columns;
  await checkFree(write, { model: 'Carrier', column: 'name', value, current, among: isOwnCarrier });
  return columns;
}

export function createCarrier(writer: Writer, input: CarrierCreateInput): SettingPayload {
  return createSetting(writer, { name: 'carrierCreate', input }, 'Carrier', async (write) => {
    const code = input.code ?? null;
    return { ...(await readCarrier(write, input, code, undefined, true)), code };
  });
}

export function updateCarrier(writer: Writer, input: CarrierInput & About): SettingPayload {
  return updateSetting(writer, { name: 'carrierUpdate', input }, 'Carrier', (write, current) => {
    checkNotDeleted(current, 'id', write.faults);
    return readCarrier(write, input, current?.code ?? null, current);
  });
}

/** Customers keep it; it cannot be chosen any more, and its source records are free. Waits for those choosing it. */
export function deleteCarrier(writer: Writer, input: About): SettingPayload {
  return writer.run({ name: 'carrierDelete', input }, async (write) => {
    const current = await lockSetting(write, 'Carrier', input.id, 'no key update');
    checkNotDeleted(current, 'id', write.faults);
    const carrier = settled(current, write);
    await changeSetting(write, 'Carrier', carrier, { deletedAt: changeTime(carrier) });
    await removeSourcesOf(write, 'Carrier', input.id);
    return { id: input.id };
  });
}
