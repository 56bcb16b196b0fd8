import type { Row } from '../../db/table.ts';
import { lockRows } from '../../db/write-rows.ts';
import { readId } from '../customer/input.ts';
import { longest } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { checkNotDeleted } from './carrier.ts';
import { type About, createSetting, deleteSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkUnused, type Maybe, readChoice, readText } from './read.ts';
import { changeSetting, findSetting, lockSetting, notThere, settled } from './row.ts';

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

async function read(write: Write, input: ServiceLevelInput, carrier?: Row<'Carrier'>, current?: Level) {
  const { faults } = write;
  const isNew = 'carrierId' in input;
  const name = readText(input.name, 'name', { max: longest.name }, faults);
  const token = readText(input.serviceLevelToken, 'serviceLevelToken', { max: longest.code }, faults);
  const visibility = readChoice(input.customerPortalVisibility, 'customerPortalVisibility', faults, isNew);
  const isDefault = readChoice(input.isDefault, 'isDefault', faults, isNew);
  if (isDefault && carrier?.accountId === null)
    faults.add(
      'SYSTEM_OWNED',
      'isDefault',
      'The carrier is owned by the system, which sets its default; leave `isDefault` out.',
    );
  await checkToken(write, token, carrier?.id, current);
  return { name, serviceLevelToken: token, customerPortalVisibility: visibility, isDefault };
}

/** Clears the carrier's present default before another level becomes the default. */
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
      faults.add('NOT_FOUND', 'carrierId', notThere('Carrier'));
    checkNotDeleted(carrier, 'carrierId', faults);
    const columns = await read(write, input, carrier);
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
    const columns = await read(write, input, carrier, current);
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
