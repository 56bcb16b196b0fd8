import type { Row } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import type { Maybe } from '../../maybe.ts';
import { readId } from '../customer/input.ts';
import { notFoundText } from '../identifier/listed.ts';
import { type ReferenceDataIdentifier, resolveReferenceData } from '../identifier/reference-data.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type About, deleteSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkFree, checkUnused, readChoice, readSettingText } from './read.ts';
import { changeSetting, insertSetting, lockSetting, settled } from './row.ts';

type Term = Row<'ShippingTerm'>;
type Amount = Maybe<{ readonly value: string; readonly unit: ReferenceDataIdentifier }>;

export interface ShippingTermInput extends Keys {
  readonly name?: Maybe<string>;
  readonly type?: Maybe<Term['type']>;
  readonly flatRate?: Amount;
  readonly minimumOrderValue?: Amount;
  readonly freeShippingServiceLevelIds?: Maybe<readonly string[]>;
}

const noAmount = { value: null, unitId: null };

const amounts = ['flatRate', 'minimumOrderValue'] as const;
type Money = { readonly value: string | null; readonly unitId: string | null } | undefined;

/** Reads amounts of money as two columns each; undefined keeps the present amount. */
async function readAmounts(write: Write, input: ShippingTermInput): Promise<readonly Money[]> {
  const { faults } = write;
  const given = amounts.filter((field) => input[field] != null);
  const units = await resolveReferenceData(
    write,
    given.map((field) => ({
      ...{ model: 'Unit', by: input[field]?.unit ?? {}, path: `${field}.unit`, faults },
    })),
  );
  return Promise.all(
    amounts.map((field) => readMoney(write, input[field], `${field}.unit`, units[given.indexOf(field)])),
  );
}

export function checkCurrency(unit: Row<'Unit'> | undefined, at: string, faults: Faults): void {
  if (unit === undefined) faults.add('NOT_FOUND', at, notFoundText('Unit'));
  else if (unit.type !== 'CURRENCY')
    faults.add(
      'INVALID',
      at,
      'An amount of money requires a currency: choose a unit of `units(type: CURRENCY)`.',
    );
}

async function readMoney(
  write: Write,
  given: Amount,
  at: string,
  unitId: string | undefined,
): Promise<Money> {
  if (given == null) return given === null ? noAmount : undefined;
  if (unitId === undefined || readId(unitId, 'Unit', at, write.faults) === undefined) return undefined;
  const [unit] = await write.rows('Unit', 'id', [unitId]);
  checkCurrency(unit, at, write.faults);
  return { value: given.value, unitId };
}

async function readColumns(write: Write, input: ShippingTermInput, current?: Term) {
  const { faults } = write;
  const name = readSettingText(input.name, 'name', { max: maxLengths.name }, faults);
  const type = readChoice(input.type, 'type', faults, false);
  const [flat, minimum] = await readAmounts(write, input);
  await checkFree(write, {
    model: 'ShippingTerm',
    column: 'name',
    value: name,
    current,
    among: ({ accountId }) => accountId !== null,
  });
  return {
    ...{ name, type, flatRateValue: flat?.value, flatRateUnitId: flat?.unitId },
    ...{ minimumOrderValueValue: minimum?.value, minimumOrderValueUnitId: minimum?.unitId },
  };
}

/** Locks the levels, so that they are not deleted meanwhile; undefined keeps the present ones. */
async function readLevels(write: Write, given: Maybe<readonly string[]>) {
  if (given === undefined) return undefined;
  const path = 'freeShippingServiceLevelIds';
  const ids = [...new Set(given ?? [])];
  const right = ids.filter((id) => readId(id, 'ServiceLevel', `${path}.${given?.indexOf(id)}`, write.faults));
  await lockRows(write, 'ServiceLevel', right, 'key share');
  const found = new Set((await write.rows('ServiceLevel', 'id', right)).map(({ id }) => id));
  for (const id of right)
    if (!found.has(id))
      write.faults.add('NOT_FOUND', `${path}.${given?.indexOf(id)}`, notFoundText('ServiceLevel'));
  return ids;
}

async function saveLevels(write: Write, term: string, levels: readonly string[] | undefined) {
  if (levels === undefined) return false;
  const links = await write.rows('ShippingTermServiceLevel', 'shippingTermId', [term]);
  const before = links.map(({ serviceLevelId }) => serviceLevelId);
  const link = (serviceLevelId: string) => ({
    ...{ accountId: write.accountId, shippingTermId: term, serviceLevelId },
  });
  const gone = before.filter((id) => !levels.includes(id));
  const added = levels.filter((id) => !before.includes(id));
  await write.prisma(async (tx) => {
    await tx.shippingTermServiceLevel.deleteMany({ where: { OR: gone.map(link) } });
    await tx.shippingTermServiceLevel.createMany({ data: added.map(link) });
  });
  return gone.length + added.length > 0;
}

export function createShippingTerm(writer: Writer, input: ShippingTermInput): SettingPayload {
  return writer.run({ name: 'shippingTermCreate', input }, async (write) => {
    const levels = await readLevels(write, input.freeShippingServiceLevelIds);
    const columns = await readColumns(write, input);
    write.faults.settle();
    const id = await insertSetting(write, 'ShippingTerm', columns);
    await saveLevels(write, id, levels);
    return { id };
  });
}

export function updateShippingTerm(writer: Writer, input: ShippingTermInput & About): SettingPayload {
  const { id } = input;
  return writer.run({ name: 'shippingTermUpdate', input }, async (write) => {
    const levels = await readLevels(write, input.freeShippingServiceLevelIds);
    const current = await lockSetting(write, 'ShippingTerm', id, 'no key update');
    const columns = await readColumns(write, input, current);
    const term = settled(current, write);
    const isOther = await saveLevels(write, id, levels);
    await changeSetting(write, 'ShippingTerm', term, columns, isOther);
    return { id };
  });
}

export function deleteShippingTerm(writer: Writer, input: About): SettingPayload {
  return deleteSetting(writer, { name: 'shippingTermDelete', input }, 'ShippingTerm', async (write) => {
    const { prisma, accountId, faults } = write;
    const count = await prisma((tx) => tx.customer.count({ where: { accountId, shippingTermId: input.id } }));
    checkUnused(count, 'Customer', faults);
  });
}
