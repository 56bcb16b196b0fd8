import { newId } from '../../db/id.ts';
import { type ModelName, type Row, sql } from '../../db/table.ts';
import { insertRows, updateRows } from '../../db/write-rows.ts';
import { country } from '../write/country.ts';
import type { Faults } from '../write/faults.ts';
import { email, longest, readOptionalText, readRequiredText } from '../write/text.ts';
import type { Write } from '../write/writer.ts';

export type AddressRow = Row<'Address'>;
export type GeolocationRow = Row<'Geolocation'>;
type Maybe<T> = T | null | undefined;

/** An address input; an absent field keeps the present value. */
export interface AddressFields {
  readonly name?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly type?: Maybe<AddressRow['type']>;
  readonly streetLine1?: Maybe<string>;
  readonly streetLine2?: Maybe<string>;
  readonly locality?: Maybe<string>;
  readonly state?: Maybe<string>;
  readonly postalCode?: Maybe<string>;
  readonly country?: Maybe<string>;
}

/** An address with its place: two rows in the database. */
export interface WholeAddress {
  readonly address: AddressRow;
  readonly geolocation: GeolocationRow | null;
}

const place = { max: longest.place };
const phone = { max: longest.phone };
const street = { max: longest.street };
const name = { max: longest.name };

type Columns<M extends ModelName> = Partial<Row<M>>;

/** The given columns of an address and of its place; the user errors list invalid values. */
export function readAddress(given: AddressFields, faults: Faults, isNew: boolean) {
  const optional = (key: keyof AddressFields, rule: Parameters<typeof readOptionalText>[2]) =>
    readOptionalText(given[key], key, rule, faults);
  const required = (key: 'name' | 'country', rule: Parameters<typeof readRequiredText>[2]) =>
    isNew || given[key] !== undefined ? readRequiredText(given[key], key, rule, faults) : undefined;
  if (given.type === null && !isNew)
    faults.add('REQUIRED', 'type', 'The type cannot be cleared; leave it out to keep it.');
  const address = {
    name: required('name', name),
    phone: optional('phone', phone),
    email: optional('email', email),
    type: given.type ?? (isNew ? 'STANDARD' : undefined),
  };
  const geolocation = {
    streetLine1: optional('streetLine1', street),
    streetLine2: optional('streetLine2', street),
    locality: optional('locality', place),
    state: optional('state', place),
    postalCode: optional('postalCode', { max: longest.postalCode }),
    country: required('country', country),
  };
  return { address: present<'Address'>(address), geolocation: present<'Geolocation'>(geolocation) };
}

export type GivenAddress = ReturnType<typeof readAddress>;

function present<M extends ModelName>(columns: object): Columns<M> {
  // The caller's keys are column names, each with a value of its column's type.
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns<M>;
}

/** The address after the change. A changed place becomes a new row. */
export function addressWith(
  { address, geolocation }: GivenAddress,
  before: WholeAddress | undefined,
  {
    accountId,
    customerId,
    at,
  }: { readonly accountId: string; readonly customerId: string; readonly at: string },
): WholeAddress {
  const placeBefore = before?.geolocation ?? null;
  const { id: _id, ...old } = placeBefore ?? { id: '', ...nowhere, accountId };
  const place = { ...old, ...geolocation };
  const isMoved = JSON.stringify(place) !== JSON.stringify(old);
  const placed = isMoved ? { ...place, id: newId('Geolocation') } : placeBefore;
  const row = before?.address ?? {
    accountId,
    id: newId('Address'),
    customerId,
    ...{ name: '', phone: null, email: null, type: 'STANDARD' as const, createdAt: at, updatedAt: at },
  };
  return {
    address: { ...row, ...address, geolocationId: placed?.id ?? null },
    geolocation: placed,
  };
}

const nowhere = {
  streetLine1: null,
  streetLine2: null,
  locality: null,
  state: null,
  postalCode: null,
  country: '',
};

/** Addresses with their places, by address id. */
export async function loadAddresses(
  write: Write,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WholeAddress>> {
  const addresses = await write.rows('Address', 'id', ids);
  const places = await write.rows(
    'Geolocation',
    'id',
    addresses.flatMap(({ geolocationId }) => geolocationId ?? []),
  );
  const byId = new Map(places.map((each) => [each.id, each]));
  return new Map(
    addresses.map((address) => [
      address.id,
      { address, geolocation: byId.get(address.geolocationId ?? '') ?? null },
    ]),
  );
}

export interface AddressChange {
  readonly before: WholeAddress | undefined;
  readonly after: WholeAddress;
  readonly at: string;
}

const columns = ['name', 'phone', 'email', 'type', 'geolocationId'] as const;

/** Whether there is anything to write; a changed place has a new id. */
export const isChanged = ({ before, after }: AddressChange): boolean =>
  columns.some((column) => before?.address[column] !== after.address[column]);

/** Writes new and changed addresses in a number of statements that does not grow with theirs. */
export async function saveAddresses(write: Write, changes: readonly AddressChange[]): Promise<void> {
  const changed = changes.filter(isChanged);
  const places = changed.flatMap(({ before, after: { geolocation } }) =>
    geolocation === null || geolocation.id === before?.geolocation?.id ? [] : geolocation,
  );
  await insertRows(write, 'Geolocation', places);
  await insertRows(
    write,
    'Address',
    changed.flatMap(({ before, after }) => (before === undefined ? after.address : [])),
  );
  const kept = changed.filter(({ before }) => before !== undefined);
  await updateRows(
    write,
    'Address',
    kept.map(({ after: { address }, at }) => ({ ...address, updatedAt: at })),
    [...columns, 'updatedAt'],
  );
  await removePlaces(
    write,
    kept.flatMap(({ before, after }) =>
      before?.geolocation && before.geolocation.id !== after.geolocation?.id ? before.geolocation.id : [],
    ),
  );
}

/** Deletes those of the places that no address refers to. */
export async function removePlaces({ run, accountId }: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(sql`/* Geolocation remove */ delete from geolocations g
    where g.account_id = ${accountId} and g.id = any(${[...ids]}::text[])
      and not exists (select from addresses a where a.account_id = g.account_id and a.geolocation_id = g.id)`);
}
