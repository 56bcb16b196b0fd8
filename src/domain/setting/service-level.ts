import type { Row } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import type { Maybe } from '../../maybe.ts';
import { readId } from '../customer/input.ts';
import { notFoundText } from '../identifier/listed.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { checkNotDeleted } from './carrier.ts';
import { type About, createSetting, deleteSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkUnused, readChoice, readSettingText } from './read.ts';
import { changeSetting, findSetting, lockSetting, settled } from './row.ts';

type Level = Row<'ServiceLevel'>;

export interface ServiceLevelInput extends Keys {
  readonly name?: Maybe<string>;
  readonly serviceLevelToken?: Maybe<string>;
  readonly customerPortalVisibility?: Maybe<Level['customerPortalVisibility']>;
  readonly isDefault?: Maybe<boolean>;
}

export interface ServiceLevelCreateInput extends ServiceLevelInput {
  readonly carrierId: string;
}

/** Locks the carrier, so that concurrent changes of its default level see each other. */
async function lockCarrier(write: Write, id: string): Promise<Row<'Carrier'> | undefined> {
  await lockRows(write, 'Carrier', [id], 'no key update');
  return findSetting(write, 'Carrier', id);
}

async function checkToken(write: Write, token: string | undefined, carrierId?: string, current?: Level) {
  if (token === undefined || carrierId === undefined) return;
  const levels = await write.rows('ServiceLevel', 'carrierId', [carrierId]);
  if (levels.some(({ id, serviceLevelToken }) => serviceLevelToken === token && id !== current?.id))
    write.faults.add(
      'TAKEN',
      'serviceLevelToken',
      'Another service level of the carrier has this token; choose another.',
    );
}

export function readServiceLevelColumns(
  input: ServiceLevelInput,
  carrier: Row<'Carrier'> | undefined,
  faults: Faults,
  isNew: boolean,
) {
  const name = readSettingText(input.name, 'name', { max: maxLengths.name }, faults);
  const token = readSettingText(
    input.serviceLevelToken,
    'serviceLevelToken',
    { max: maxLengths.code },
    faults,
  );
  const visibility = readChoice(input.customerPortalVisibility, 'customerPortalVisibility', faults, isNew);
  const isDefault = readChoice(input.isDefault, 'isDefault', faults, isNew);
  if (isDefault && carrier?.accountId === null)
    faults.add(
      'SYSTEM_OWNED',
      'isDefault',
      'The carrier is owned by the system, which sets its default; omit `isDefault`.',
    );
  return { name, serviceLevelToken: token, customerPortalVisibility: visibility, isDefault };
}

async function readServiceLevel(
  write: Write,
  input: ServiceLevelInput,
  carrier?: Row<'Carrier'>,
  current?: Level,
) {
  const columns = readServiceLevelColumns(input, carrier, write.faults, 'carrierId' in input);
  await checkToken(write, columns.serviceLevelToken, carrier?.id, current);
  return columns;
}

async function clearDefault(
  { prisma, accountId }: Write,
  carrierId: string,
  besides?: string,
): Promise<void> {
  const where = {
    accountId,
    carrierId,
    isDefault: true,
    ...(besides !== undefined && { id: { not: besides } }),
  };
  await prisma((tx) =>
    tx.serviceLevel.updateMany({ where, data: { isDefault: false, updatedAt: new Date() } }),
  );
}

export function createServiceLevel(writer: Writer, input: ServiceLevelCreateInput): SettingPayload {
  return createSetting(writer, { name: 'serviceLevelCreate', input }, 'ServiceLevel', async (write) => {
    const { faults } = write;
    const carrierId = readId(input.carrierId, 'Carrier', 'carrierId', faults);
    const carrier = carrierId === undefined ? undefined : await lockCarrier(write, carrierId);
    if (carrierId !== undefined && carrier === undefined)
      faults.add('NOT_FOUND', 'carrierId', notFoundText('Carrier'));
    checkNotDeleted(carrier, 'carrierId', faults);
    const columns = await readServiceLevel(write, input, carrier);
    const { id } = settled(carrier, write);
    if (columns.isDefault) await clearDefault(write, id);
    return { ...columns, carrierId: id };
  });
}

export function updateServiceLevel(writer: Writer, input: ServiceLevelInput & About): SettingPayload {
  const { id } = input;
  return writer.run({ name: 'serviceLevelUpdate', input }, async (write) => {
    const known = await findSetting(write, 'ServiceLevel', id);
    const carrier = known && (await lockCarrier(write, known.carrierId));
    const current = await lockSetting(write, 'ServiceLevel', id, 'no key update');
    const columns = await readServiceLevel(write, input, carrier, current);
    const level = settled(current, write);
    if (columns.isDefault) await clearDefault(write, level.carrierId, id);
    await changeSetting(write, 'ServiceLevel', level, columns);
    return { id };
  });
}

export function deleteServiceLevel(writer: Writer, input: About): SettingPayload {
  return deleteSetting(
    writer,
    { name: 'serviceLevelDelete', input },
    'ServiceLevel',
    async (write, level) => {
      const { prisma, accountId, faults } = write;
      const { carrierId, id: serviceLevelId } = level;
      if (level.isDefault)
        faults.add(
          'IN_USE',
          'id',
          'It is the carrier’s default; make another service level the default first, or set `isDefault` to false.',
        );
      const [customers, terms] = await prisma(async (tx) => [
        await tx.customer.count({ where: { accountId, carrierId, serviceLevelId } }),
        await tx.shippingTermServiceLevel.count({ where: { accountId, serviceLevelId } }),
      ]);
      checkUnused(customers, 'Customer', faults);
      checkUnused(terms, 'ShippingTerm', faults);
    },
  );
}
