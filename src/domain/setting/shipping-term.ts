import type { Row } from '../../db/table.ts';
import { deleteRows, insertRows, lockRows } from '../../db/write-rows.ts';
import { readId } from '../customer/input.ts';
import { longest } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type About, deleteSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkFree, checkUnused, type Maybe, readChoice, readText } from './read.ts';
import { changeSetting, insertSetting, lockSetting, notThere, settled } from './row.ts';

type Term = Row<'ShippingTerm'>;
type Amount = Maybe<{ readonly value: string; readonly unitId: string }>;

export interface ShippingTermInput extends Keys {
  readonly name?: Maybe<string>;
  readonly type?: Maybe<Term['type']>;
  readonly flatRate?: Amount;
  readonly minimumOrderValue?: Amount;
  readonly freeShippingServiceLevelIds?: Maybe<readonly string[]>;
}

const nothing = { value: null, unitId: null };

/** Reads an amount of money as two columns; undefined keeps the present amount. */
async function readMoney(write: Write, given: Amount, path: string) {
  if (given == null) return given === null ? nothing : undefined;
  const at = `${path}.unitId`;
  if (readId(given.unitId, 'Unit', at, write.faults) === undefined) return undefined;
  const [unit] = await write.rows('Unit', 'id', [given.unitId]);
  if (unit === undefined) write.faults.add('NOT_FOUND', at, notThere('Unit'));
  else if (unit.type !== 'CURRENCY')
    write.faults.add('INVALID', at, 'It is an amount of money: give a unit of `units(type: CURRENCY)`.');
  return given;
}

async function readColumns(write: Write, input: ShippingTermInput, current?: Term) {
  const { faults } = write;
  const name = readText(input.name, 'name', { max: longest.name }, faults);
  const type = readChoice(input.type, 'type', faults, false);
  const flat = await readMoney(write, input.flatRate, 'flatRate');
  const minimum = await readMoney(write, input.minimumOrderValue, 'minimumOrderValue');
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

/**
 * Reads and locks the service levels with free shipping, so that they are not deleted meanwhile; undefined
 * keeps the present ones.
 */
async function readLevels(write: Write, given: Maybe<readonly string[]>) {
  if (given === undefined) return undefined;
  const path = 'freeShippingServiceLevelIds';
  const ids = [...new Set(given ?? [])];
  const right = ids.filter((id) => readId(id, 'ServiceLevel', `${path}.${given?.indexOf(id)}`, write.faults));
  await lockRows(write, 'ServiceLevel', right, 'key share');
  const found = new Set((await write.rows('ServiceLevel', 'id', right)).map(({ id }) => id));
  for (const id of right)
    if (!found.has(id))
      write.faults.add('NOT_FOUND', `${path}.${given?.indexOf(id)}`, notThere('ServiceLevel'));
  return ids;
}

/** Sets the levels with free shipping under a term, and returns whether anything changed. */
async function saveLevels(write: Write, term: string, levels: readonly string[] | undefined) {
  if (levels === undefined) return false;
  const links = await write.rows('ShippingTermServiceLevel', 'shippingTermId', [term]);
  const before = links.map(({ serviceLevelId }) => serviceLevelId);
  const link = (serviceLevelId: string) => ({
    ...{ accountId: write.accountId, shippingTermId: term, serviceLevelId },
  });
  const gone = before.filter((id) => !levels.includes(id));
  const added = levels.filter((id) => !before.includes(id));
  await deleteRows(write, 'ShippingTermServiceLevel', gone.map(link));
  await insertRows(write, 'ShippingTermServiceLevel', added.map(link));
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
    const { tx, accountId, faults } = write;
    const count = await tx.customer.count({ where: { accountId, shippingTermId: input.id } });
    checkUnused(count, 'Customer', faults);
  });
}
