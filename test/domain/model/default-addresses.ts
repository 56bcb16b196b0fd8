import {
  type Address,
  type Change,
  type Customer,
  canonical,
  type Input,
  linkOf,
  madeId,
  type State,
  Wrong,
} from './state.ts';
import { readAddress, readNeeded } from './texts.ts';

/** The source record by which an address is given. */
export function readRecord({ source }: Input, path: readonly string[], wrong: Wrong): string | undefined {
  if (source == null) return undefined;
  const { system, sourceId } = source as Input;
  const read = readNeeded(sourceId, { max: 255 }, [...path, 'source', 'sourceId'], wrong);
  return read === undefined ? undefined : linkOf('Address', system, read);
}

/** The customer's address with the source record. */
export function linkedAddress(
  { addresses, links }: State,
  record: string | undefined,
  customerId: string,
  path: readonly string[],
  wrong: Wrong,
): Address | undefined {
  const found = record && addresses.find(({ id }) => id === links[record]);
  if (!found || found.customerId === customerId) return found || undefined;
  wrong.add('TAKEN', ...path, 'source');
  return undefined;
}

/** Whether the address has a record of the same system. */
function isOtherThere({ links }: State, record: string, { id }: Address): boolean {
  const system = record.split(' ').slice(0, 2).join(' ');
  return Object.entries(links).some(([link, to]) => to === id && link.startsWith(`${system} `));
}

type Path = 'billToAddress' | 'shipToAddress';

/** The addresses of the customer that an input does not change: of other speakers, and the present defaults. */
interface Others {
  readonly foreign: ReadonlySet<unknown>;
  readonly present: readonly unknown[];
}

interface Use {
  readonly path: Path;
  /** Whether the input gives the same address for both uses. */
  readonly isOne: boolean;
  readonly record: string | undefined;
  readonly others: Others;
}

/** The present address that an input changes. */
function changedBy(state: State, record: string | undefined, path: Path, next: Customer, wrong: Wrong) {
  const linked = linkedAddress(state, record, next.id, [path], wrong);
  const own = state.addresses.find(({ id }) => id === next.values[`${path}Id`]);
  return { linked, before: linked ?? (own && record && isOtherThere(state, record, own) ? undefined : own) };
}

/** The resulting address; the input itself if it is invalid. */
function described(given: Input, before: Address | undefined, next: Customer): string {
  const wrong = new Wrong();
  const values = readAddress(given, before?.values, [], wrong);
  values.name ??= (next.values.name ?? null) as string | null;
  return canonical(wrong.none ? values : given);
}

/** Whether both inputs are one address: that of both uses, or that of the source record that both name. */
function isOneAddress(state: State, input: Input, next: Customer): boolean {
  const [bill, ship] = [input.billToAddress, input.shipToAddress] as readonly (Input | null | undefined)[];
  if (bill == null || ship == null) return false;
  const record = readRecord(bill, [], new Wrong());
  const { billToAddressId, shipToAddressId } = next.values;
  if (record !== readRecord(ship, [], new Wrong())) return false;
  if (billToAddressId !== shipToAddressId && record === undefined) return false;
  const { before } = changedBy(state, record, 'billToAddress', next, new Wrong());
  return described(bill, before, next) === described(ship, before, next);
}

/** What happened to an address: of an existing one, only whether it got a source record. */
interface Written {
  readonly id: string;
  readonly isNew: boolean;
  readonly isLinked: boolean;
}

/** A present default that a new address equals. */
function equalTo(state: State, values: Address['values'], { record, others }: Use): Address | undefined {
  return state.addresses.find(
    (each) =>
      others.present.includes(each.id) &&
      !(record && isOtherThere(state, record, each)) &&
      canonical(each.values) === canonical(values),
  );
}

/** A changed address that has another use, too, is copied for the given use, unless its source record is known. */
function writeAddress(state: State, given: Input, next: Customer, use: Use, wrong: Wrong): Written {
  const { path, isOne, record, others } = use;
  const other = path === 'billToAddress' ? 'shipToAddressId' : 'billToAddressId';
  const { linked, before } = changedBy(state, record, path, next, wrong);
  const values = readAddress(given, before?.values, [path], wrong);
  values.name ??= (next.values.name ?? null) as string | null;
  const isChanged = before !== undefined && canonical(before.values) !== canonical(values);
  const isShared = !isOne && !linked && next.values[other] === before?.id;
  const equal = before === undefined ? equalTo(state, values, use) : undefined;
  const isForeign = before !== undefined && others.foreign.has(before.id);
  const isNew = equal === undefined && (before === undefined || ((isShared || isForeign) && isChanged));
  const id = isNew ? madeId(state, 'Address') : ((equal ?? before)?.id ?? '');
  if (isNew) state.addresses.push({ id, customerId: next.id, born: state.step, values });
  else if (before !== undefined) before.values = values;
  next.values[`${path}Id`] = id;
  // A record of another customer stays there.
  if (record !== undefined && (linked || state.links[record] === undefined)) state.links[record] = id;
  return { id, isNew, isLinked: record !== undefined && linked === undefined };
}

/** One change for each created, changed or linked address. */
function changesOf(state: State, before: State, written: readonly Written[]): readonly Change[] {
  const textIn = ({ addresses }: State, id: string) =>
    canonical(addresses.find((each) => each.id === id)?.values);
  return written.flatMap(({ id, isNew, isLinked }, at) => {
    if (isNew) return { field: 'addresses', oldValue: null, newValue: '…' };
    const isFirst = written.findIndex((each) => each.id === id) === at;
    const isChanged = isFirst && textIn(before, id) !== textIn(state, id);
    return isChanged || isLinked ? { field: 'addresses', oldValue: '…', newValue: '…' } : [];
  });
}

/** Writes the default addresses that an input gives. */
export function readAddresses(
  state: State,
  input: Input,
  next: Customer,
  others: Others,
  wrong: Wrong,
): readonly Change[] {
  const before = structuredClone(state);
  const written: Written[] = [];
  const isOne = isOneAddress(state, input, next);
  const records = new Set<string>();
  const paths: readonly Path[] = isOne ? ['billToAddress'] : ['billToAddress', 'shipToAddress'];
  for (const path of paths) {
    const given = input[path] as Input | null | undefined;
    if (given == null) continue;
    const record = readRecord(given, [path], wrong);
    if (record !== undefined && records.has(record)) wrong.add('INVALID', path, 'source');
    if (record !== undefined) records.add(record);
    written.push(writeAddress(state, given, next, { path, isOne, record, others }, wrong));
    if (isOne) next.values.shipToAddressId = next.values.billToAddressId;
  }
  return changesOf(state, before, written);
}
