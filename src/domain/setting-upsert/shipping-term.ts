import type { Row } from '../../db/model/table.ts';
import { deleteRows, insertRows, lockRows } from '../../db/write/rows.ts';
import { readId } from '../customer/input.ts';
import { notFoundText } from '../identifier/listed.ts';
import { resolveReferenceData } from '../identifier/reference-data.ts';
import { byName } from '../record-upsert/by-name.ts';
import type { Draft, Item, RecordType, Related, UpsertItem } from '../record-upsert/record-type.ts';
import { readChoice, readSettingText } from '../setting/read.ts';
import { checkCurrency, type ShippingTermInput } from '../setting/shipping-term.ts';
import { maxLengths } from '../write/text.ts';
import type { Write } from '../write/writer.ts';

interface TermItem extends ShippingTermInput, UpsertItem {
  readonly name?: ShippingTermInput['name'];
}

const amounts = ['flatRate', 'minimumOrderValue'] as const;
type Amount = (typeof amounts)[number];

interface TermReference {
  /** The units of the given amounts that exist and are currencies. */
  readonly units: Readonly<Partial<Record<Amount, string>>>;
  /** The given service levels; undefined keeps the present ones. */
  readonly levels: readonly string[] | undefined;
  before: readonly string[];
}

const levelsPath = 'freeShippingServiceLevelIds';

async function resolveUnits(write: Write, items: readonly Item<TermItem>[]) {
  const given = items.flatMap(({ input, faults }, at) =>
    amounts.flatMap((field) => {
      const by = input[field]?.unit;
      return by === undefined ? [] : { at, field, faults, by, model: 'Unit' as const, path: `${field}.unit` };
    }),
  );
  const ids = await resolveReferenceData(write, given);
  const right = given.flatMap(({ path, faults, ...each }, n) => {
    const id = ids[n];
    return id === undefined || readId(id, 'Unit', path, faults) === undefined
      ? []
      : { ...each, id, path, faults };
  });
  const rows = await write.rows('Unit', 'id', [...new Set(right.map(({ id }) => id))]);
  for (const { id, path, faults } of right)
    checkCurrency(
      rows.find((row) => row.id === id),
      path,
      faults,
    );
  return right;
}

async function resolve(write: Write, items: readonly Item<TermItem>[]): Promise<readonly TermReference[]> {
  const units = await resolveUnits(write, items);
  return items.map(({ input, faults }, at) => {
    const given = input[levelsPath];
    const right = [...new Set(given ?? [])].filter((id) =>
      readId(id, 'ServiceLevel', `${levelsPath}.${given?.indexOf(id)}`, faults),
    );
    const own = units.filter((each) => each.at === at).map(({ field, id }) => [field, id]);
    return { units: Object.fromEntries(own), levels: given === undefined ? undefined : right, before: [] };
  });
}

type Located = Item<TermItem> & { readonly reference: TermReference };

/** Keeps the service levels from being deleted meanwhile. */
async function lock(write: Write, items: readonly Located[]): Promise<void> {
  const ids = [...new Set(items.flatMap(({ reference }) => reference.levels ?? []))];
  await lockRows(write, 'ServiceLevel', ids, 'key share');
  const found = new Set((await write.rows('ServiceLevel', 'id', ids)).map(({ id }) => id));
  for (const { input, reference, faults } of items)
    for (const id of reference.levels ?? [])
      if (!found.has(id))
        faults.add(
          'NOT_FOUND',
          `${levelsPath}.${input[levelsPath]?.indexOf(id)}`,
          notFoundText('ServiceLevel'),
        );
}

type TermDraft = Draft<'ShippingTerm', TermItem, TermReference>;

function only(these: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return these.filter((id) => !known.has(id));
}

const related: Related<'ShippingTerm', TermItem, TermReference> = {
  path: levelsPath,
  async load(write, drafts) {
    const terms = drafts.flatMap(({ current }) => current?.id ?? []);
    const links = await write.rows('ShippingTermServiceLevel', 'shippingTermId', terms);
    const levels = new Map<string, string[]>();
    for (const { shippingTermId: term, serviceLevelId } of links)
      levels.set(term, [...(levels.get(term) ?? []), serviceLevelId]);
    for (const { current, reference } of drafts) reference.before = levels.get(current?.id ?? '') ?? [];
  },
  isChanged: ({ reference: { levels, before } }) =>
    levels !== undefined && only(levels, before).length + only(before, levels).length > 0,
  async save(write, plans) {
    const link = (term: string) => (serviceLevelId: string) => ({
      ...{ accountId: write.accountId, shippingTermId: term, serviceLevelId },
    });
    const given = plans.flatMap(({ next, reference: { levels, before } }) =>
      levels === undefined ? [] : { link: link(next.id), levels, before },
    );
    const gone = given.flatMap((each) => only(each.before, each.levels).map(each.link));
    const added = given.flatMap((each) => only(each.levels, each.before).map(each.link));
    await deleteRows(write, 'ShippingTermServiceLevel', gone);
    await insertRows(write, 'ShippingTermServiceLevel', added);
  },
};

/** An amount as its two columns; undefined keeps the present one. */
function amountOf({ input, reference: { units } }: TermDraft, field: Amount) {
  const given = input[field];
  if (given == null) return { value: given, unitId: given };
  return { value: given.value, unitId: units[field] };
}

function read(draft: TermDraft): Partial<Row<'ShippingTerm'>> {
  const { input, faults, current } = draft;
  const [flat, minimum] = [amountOf(draft, 'flatRate'), amountOf(draft, 'minimumOrderValue')];
  const columns = {
    name: readSettingText(input.name, 'name', { max: maxLengths.name }, faults),
    type: readChoice(input.type, 'type', faults, current === undefined),
    ...{ flatRateValue: flat.value, flatRateUnitId: flat.unitId },
    ...{ minimumOrderValueValue: minimum.value, minimumOrderValueUnitId: minimum.unitId },
  };
  // Undefined keeps a column, as for `RecordType.read`.
  return columns as Partial<Row<'ShippingTerm'>>;
}

export const shippingTerms: RecordType<'ShippingTerm', TermItem, TermReference> = {
  model: 'ShippingTerm',
  mutation: 'shippingTermsUpsert',
  noun: 'shipping term',
  byName: byName('ShippingTerm'),
  defaults: {},
  unique: [{ column: 'name', among: ({ accountId }) => accountId !== null }],
  fields: {
    ...{ flatRateValue: 'flatRate', flatRateUnitId: 'flatRate' },
    ...{ minimumOrderValueValue: 'minimumOrderValue', minimumOrderValueUnitId: 'minimumOrderValue' },
  },
  resolve,
  lock,
  read,
  related,
};
