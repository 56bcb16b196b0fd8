import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../db/model/id.ts';
import { type SourceKey, sourceToken } from '../source/records.ts';
import { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import {
  type AddressChange,
  type AddressFields,
  addressWith,
  isChanged,
  readAddress,
  type WholeAddress,
} from './address.ts';
import { partsOf } from './address-text.ts';
import type { CustomerRow } from './fields.ts';
import type { CustomerInput } from './input.ts';
import { type KnownAddresses, knowAddresses, linkedAddress, readAddressSource } from './known-addresses.ts';

type Column = 'billToAddressId' | 'shipToAddressId';

interface Place {
  readonly path: 'billToAddress' | 'shipToAddress';
  readonly column: Column;
  /** The column of the other use. */
  readonly other: Column;
}

const places: readonly Place[] = [
  { path: 'billToAddress', column: 'billToAddressId', other: 'shipToAddressId' },
  { path: 'shipToAddress', column: 'shipToAddressId', other: 'billToAddressId' },
];

/** An address in the input of a customer. */
interface GivenPlace extends Place {
  readonly given: AddressFields;
  readonly source: SourceKey | undefined;
  readonly faults: Faults;
}

interface Draft {
  readonly input: CustomerInput;
  readonly faults: Faults;
  readonly current: CustomerRow | undefined;
  readonly spoken?: { readonly base: CustomerRow } | undefined;
  readonly newAddresses?: readonly AddressFields[] | undefined;
}

function placesIn({ input, faults }: Draft): readonly GivenPlace[] {
  return places.flatMap((place) => {
    const given = input[place.path];
    if (given == null) return [];
    const below = faults.at(place.path);
    return { ...place, given, source: readAddressSource(given, below), faults: below };
  });
}

/** The addresses of the customer that an input of one speaker must not change. */
interface OtherAddresses {
  /** Of other speakers. */
  readonly foreign: ReadonlySet<string>;
  /** The present defaults, which an equal new address is. */
  readonly present: readonly string[];
}

export const noOthers: OtherAddresses = { foreign: new Set(), present: [] };

export interface PlacedDraft<D> {
  readonly draft: D;
  readonly places: readonly GivenPlace[];
}

export async function loadPlaces<D extends Draft>(write: Write, drafts: readonly D[]) {
  const placed = drafts.map((draft): PlacedDraft<D> => ({ draft, places: placesIn(draft) }));
  const ids = placed.flatMap(({ draft: { current, spoken }, places: own }) =>
    [current, spoken?.base].flatMap((row) => own.flatMap(({ column }) => row?.[column] ?? [])),
  );
  const sources = placed.flatMap((each) => each.places.flatMap(({ source }) => source ?? []));
  const added = drafts.flatMap(({ newAddresses = [] }) =>
    newAddresses.flatMap((each) => readAddressSource(each, new Faults()) ?? []),
  );
  return { placed, known: await knowAddresses(write, [...sources, ...added], ids) };
}

/** A copy of a changed address that has another use, too. */
function separated({ address, geolocation }: WholeAddress, at: string): WholeAddress {
  const placed = geolocation && { ...geolocation, id: newId('Geolocation') };
  const made = { id: newId('Address'), geolocationId: placed?.id ?? null, createdAt: at, updatedAt: at };
  return { address: { ...address, ...made }, geolocation: placed };
}

interface Context {
  readonly customer: CustomerRow;
  readonly known: KnownAddresses;
  readonly at: string;
  readonly defaults: Partial<Record<Column, string>>;
  readonly others: OtherAddresses;
}

/** The present address that an input changes; undefined if it creates one. */
function addressOf({ source, column, faults }: GivenPlace, { customer, known }: Context) {
  const present = known.byId.get(customer[column] ?? '');
  // An earlier value of a source can name an address that was merged into another customer since.
  const own = present?.address.customerId === customer.id ? present : undefined;
  const linked = linkedAddress(source, customer.id, known, faults);
  // An address with another record of the system is another address there.
  const isOther = source && own && known.systems.get(own.address.id)?.has(source.system);
  return { linked, before: linked ?? (isOther ? undefined : own) };
}

/** A present default that a new address equals. */
function equalAddress({ source }: GivenPlace, after: WholeAddress, { known, others }: Context) {
  const ofSystem = (id: string) => source !== undefined && known.systems.get(id)?.has(source.system);
  const free = others.present.flatMap((id) => (ofSystem(id) ? [] : (known.byId.get(id) ?? [])));
  return free.find((each) => isDeepStrictEqual(partsOf(each), partsOf(after)));
}

function changeOf(place: GivenPlace, context: Context): AddressChange {
  const { given, source, other, faults } = place;
  const { customer, at, defaults, others } = context;
  const { linked, before } = addressOf(place, context);
  const read = readAddress(given, faults, before === undefined);
  const after = addressWith(read, before, context);
  const link = source && { source, isLinked: linked !== undefined };
  const equal = before === undefined ? equalAddress(place, after, context) : undefined;
  if (equal !== undefined) return { before: equal, after: equal, at, ...link };
  const id = before?.address.id ?? '';
  const isShared = linked === undefined && (defaults[other] ?? customer[other]) === id;
  if ((isShared || others.foreign.has(id)) && isChanged({ before, after, at }))
    return { before: undefined, after: separated(after, at), at, ...link };
  return { before, after, at, ...link };
}

/** The resulting address, to compare two inputs; an input with errors equals only itself. */
function describedBy({ given }: GivenPlace, before: WholeAddress | undefined, context: Context): unknown {
  const faults = new Faults();
  const read = readAddress(given, faults, before === undefined);
  return faults.isEmpty ? partsOf(addressWith(read, before, context)) : given;
}

/** Equal inputs are one address if there is one for both uses, or none, or if they name one record. */
function isOneAddress([bill, ship]: readonly GivenPlace[], context: Context): boolean {
  if (bill === undefined || ship === undefined || !isDeepStrictEqual(bill.source, ship.source)) return false;
  const { billToAddressId, shipToAddressId } = context.customer;
  if (billToAddressId !== shipToAddressId && bill.source === undefined) return false;
  const before = addressOf({ ...bill, faults: new Faults() }, context).before;
  const [billed, shipped] = [bill, ship].map((each) => describedBy(each, before, context));
  return isDeepStrictEqual(billed, shipped);
}

/** The addresses as the next input finds them. */
function knownAfter(known: KnownAddresses, { after, source }: AddressChange): KnownAddresses {
  const { id } = after.address;
  const byId = new Map([...known.byId, [id, after]]);
  if (source === undefined) return { ...known, byId };
  const systems = new Set([...(known.systems.get(id) ?? []), source.system]);
  return { ...known, byId, systems: new Map([...known.systems, [id, systems]]) };
}

/** Of two changes of one address, the first one writes the result of both. */
function withoutDouble(changes: readonly AddressChange[]): readonly AddressChange[] {
  const [first, second] = changes;
  if (first === undefined || second?.before?.address.id !== first.after.address.id) return changes;
  const { after } = second;
  return [
    { ...first, after },
    { ...second, before: after },
  ];
}

const sameSource =
  'The billing address has this source record, too: send equal addresses, or another source record.';

/** The changes of a customer’s default addresses. `customer` has the columns of the input. */
export function planDefaults(
  given: readonly GivenPlace[],
  customer: CustomerRow,
  { known: present, at, others }: Pick<Context, 'known' | 'at' | 'others'>,
) {
  let known = present;
  const addresses: AddressChange[] = [];
  const defaults: Partial<Record<Column, string>> = {};
  const isOne = isOneAddress(given, { customer, known, at, defaults, others });
  const tokens = new Set<string>();
  for (const place of isOne ? given.slice(0, 1) : given) {
    const token = place.source && sourceToken(place.source);
    if (token !== undefined && tokens.has(token)) place.faults.add('INVALID', 'source', sameSource);
    if (token !== undefined) tokens.add(token);
    // The shared address of both uses is changed in place.
    const shared = { ...customer, shipToAddressId: null };
    const change = changeOf(place, { customer: isOne ? shared : customer, known, at, defaults, others });
    addresses.push(change);
    known = knownAfter(known, change);
    defaults[place.column] = change.after.address.id;
    if (isOne) defaults.shipToAddressId = change.after.address.id;
  }
  return { addresses: withoutDouble(addresses), defaults };
}
