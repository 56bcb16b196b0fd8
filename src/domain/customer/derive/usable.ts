import type { ModelName } from '../../../db/model/table.ts';
import type { Write } from '../../write/writer.ts';
import { type CustomerColumn, type CustomerRow, customerFields } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { IsUsable } from './derive.ts';
import type { Restated } from './restate.ts';
import { storedValues } from './speaker.ts';
import type { Values } from './values.ts';

/** Values that were stored earlier: the checks of the input know the others. */
interface Earlier {
  readonly plan: Plan;
  readonly values: readonly Values[];
}

const references = customerFields.flatMap(({ column, ...field }) =>
  field.kind === 'reference' && field.model !== 'Customer' ? [{ column, model: field.model }] : [],
);

interface Key {
  readonly column: 'number' | 'shopperEmail' | 'reference';
  readonly textOf: (values: Values) => string | null;
}

const keys: readonly Key[] = [
  { column: 'number', textOf: ({ number = null }) => number as string | null },
  { column: 'shopperEmail', textOf: ({ shopperEmail = null }) => shopperEmail as string | null },
  {
    column: 'reference',
    textOf: ({ reference = null, referenceOrigin = null }) =>
      reference === null ? null : JSON.stringify([reference, referenceOrigin]),
  },
];

const allValues = ({ stored, pins, baseline }: Restated): readonly Values[] => [
  ...stored.map(({ values }) => storedValues(values)),
  pins,
  baseline,
];

class Found {
  readonly #ids = new Map<string, string | null>();

  add(model: ModelName, id: string, customerId: string | null): void {
    this.#ids.set(`${model} ${id}`, customerId);
  }

  has(model: ModelName, id: string, customerId: string): boolean {
    const owner = this.#ids.get(`${model} ${id}`);
    return owner === null || owner === customerId;
  }
}

const idIn = (values: Values | CustomerRow, column: string): string | null =>
  ((values as Values)[column] ?? null) as string | null;

/** Whether the customer has the reference, or the checks of the input have found it. */
const isKnownOf = ({ current, compared, next, touched }: Plan, column: CustomerColumn, id: string): boolean =>
  id === current?.[column] || (touched.includes(column) && id === next[column] && id !== compared?.[column]);

/** The rows of earlier references that the customer does not have now. */
async function existing(write: Write, all: readonly Earlier[]): Promise<Found> {
  const wanted = new Map<ModelName, Set<string>>();
  const want = (model: ModelName, id: string) => wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
  for (const { plan, values } of all)
    for (const each of values) {
      for (const { column, model } of references) {
        const id = idIn(each, column);
        if (id !== null && !isKnownOf(plan, column, id)) want(model, id);
      }
    }
  const found = new Found();
  for (const [model, ids] of wanted)
    for (const row of await write.rows(model, 'id' as never, [...ids]))
      if ('id' in row) found.add(model, String(row.id), 'customerId' in row ? String(row.customerId) : null);
  for (const { plan } of all)
    for (const { after } of plan.addresses) found.add('Address', after.address.id, plan.id);
  return found;
}

/** Whether the customer has the key, or the checks of the input have found that it is free. */
const isKeyOf = (
  { current, compared, next, touched }: Plan,
  { column, textOf }: Key,
  text: string,
): boolean =>
  (current !== undefined && text === textOf(current)) ||
  (touched.includes(column) && text === textOf(next) && text !== (compared && textOf(compared)));

type Holders = ReadonlyMap<string, string>;

/** The customers that have an earlier key now, by the key. */
async function holdersOf(write: Write, all: readonly Earlier[]): Promise<Holders> {
  const holders = new Map<string, string>();
  for (const { column, textOf } of keys) {
    const values = all.flatMap((each) =>
      each.values.flatMap((one) => {
        const text = textOf(one);
        const isKnown = text === null || isKeyOf(each.plan, { column, textOf }, text);
        return isKnown ? [] : String(one[column]);
      }),
    );
    for (const row of await write.rows('Customer', column, [...new Set(values)]))
      holders.set(`${column} ${textOf(row)}`, row.id);
  }
  return holders;
}

interface Checks {
  readonly references: typeof references;
  readonly keys: readonly Key[];
}

const checksByUnit = new WeakMap<readonly string[], Checks>();

/** The checks of a unit with these parts; most need none. */
function checksOf(parts: readonly string[]): Checks {
  const known = checksByUnit.get(parts) ?? {
    references: references.filter(({ column }) => parts.includes(column)),
    keys: keys.filter(({ column }) => parts.includes(column)),
  };
  checksByUnit.set(parts, known);
  return known;
}

/** Which stored values can win: their references still exist, and no other customer has their key. */
export async function loadUsable(
  write: Write,
  plans: readonly { readonly plan: Plan; readonly restated: Restated }[],
): Promise<(plan: Plan) => IsUsable> {
  const all = plans.map(({ plan, restated }) => ({ plan, values: allValues(restated) }));
  const found = await existing(write, all);
  const holders = await holdersOf(write, all);
  return (plan) =>
    (values, { parts }) => {
      const { id } = plan;
      const checks = checksOf(parts);
      const isKnown = checks.references.every(({ column, model }) => {
        const value = idIn(values, column);
        return value === null || isKnownOf(plan, column, value) || found.has(model, value, id);
      });
      return (
        isKnown &&
        checks.keys.every(({ column, textOf }) => {
          const holder = holders.get(`${column} ${textOf(values)}`);
          return holder === undefined || holder === id;
        })
      );
    };
}
