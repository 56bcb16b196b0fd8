import { newId } from '../../db/model/id.ts';
import { type ModelName, type Row, sql } from '../../db/model/table.ts';
import { allSent, insertTogether, newRows, updateRows } from '../../db/write/rows.ts';
import type { Maybe } from '../../maybe.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { addReceived, type RecordContent } from '../source/content.ts';
import { addSources, moveSources, type SourceKey } from '../source/records.ts';
import { country } from '../write/country.ts';
import type { Faults } from '../write/faults.ts';
import { email, maxLengths, readOptionalText, readRequiredText } from '../write/text.ts';
import type { Write } from '../write/writer.ts';

export type AddressRow = Row<'Address'>;
type GeolocationRow = Row<'Geolocation'>;
/** An absent field of an existing address keeps its value, null clears it. */
export interface AddressFields {
  readonly source?: Maybe<SourceRecordKey>;
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

export interface WholeAddress {
  readonly address: AddressRow;
  readonly geolocation: GeolocationRow | null;
}

const place = { max: maxLengths.place };
const phone = { max: maxLengths.phone };
const street = { max: maxLengths.street };
const name = { max: maxLengths.name };

type ColumnValues<M extends ModelName> = Partial<Row<M>>;

export function readAddress(given: AddressFields, faults: Faults, isNew: boolean) {
  const optional = (
    key: Exclude<keyof AddressFields, 'source'>,
    rule: Parameters<typeof readOptionalText>[2],
  ) => readOptionalText(given[key], key, rule, faults);
  const readName = () => {
    if (isNew) return optional('name', name) ?? undefined;
    return given.name === undefined ? undefined : readRequiredText(given.name, 'name', name, faults);
  };
  if (given.type === null && !isNew)
    faults.add('REQUIRED', 'type', 'The type cannot be cleared; omit it to keep it.');
  const address = {
    name: readName(),
    phone: optional('phone', phone),
    email: optional('email', email),
    type: given.type ?? (isNew ? 'STANDARD' : undefined),
  };
  const geolocation = {
    streetLine1: optional('streetLine1', street),
    streetLine2: optional('streetLine2', street),
    locality: optional('locality', place),
    state: optional('state', place),
    postalCode: optional('postalCode', { max: maxLengths.postalCode }),
    country: optional('country', country),
  };
  return { address: present<'Address'>(address), geolocation: present<'Geolocation'>(geolocation) };
}

type GivenAddress = ReturnType<typeof readAddress>;

function present<M extends ModelName>(columns: object): ColumnValues<M> {
  // The caller's keys are column names, each with a value of its column's type.
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as ColumnValues<M>;
}

interface Saving {
  /** Its name is that of a new address that is given without one. */
  readonly customer: Pick<Row<'Customer'>, 'accountId' | 'id' | 'name'>;
  readonly at: string;
}

export function addressWith(
  { address, geolocation }: GivenAddress,
  before: WholeAddress | undefined,
  { customer: { accountId, id: customerId, name }, at }: Saving,
): WholeAddress {
  const placeBefore = before?.geolocation ?? null;
  const { id: _id, ...old } = placeBefore ?? { id: '', ...nowhere, accountId };
  const place = { ...old, ...geolocation };
  const isMoved = JSON.stringify(place) !== JSON.stringify(old);
  const isKnown = Object.entries(place).some(([column, value]) => column !== 'accountId' && value !== null);
  const moved = isKnown ? { ...place, id: newId('Geolocation') } : null;
  const placed = isMoved ? moved : placeBefore;
  const row = before?.address ?? {
    accountId,
    id: newId('Address'),
    customerId,
    ...{ name, phone: null, email: null, type: 'STANDARD' as const, createdAt: at, updatedAt: at },
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
  country: null,
};

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
  /** The source record by which the address is given. */
  readonly source?: SourceKey;
  /** Whether the address has the source record already. */
  readonly isLinked?: boolean;
  /** Of a new source record that an import stores. */
  readonly content?: RecordContent;
}

const addressColumns = ['name', 'phone', 'email', 'type', 'geolocationId'] as const;

/** Whether there is anything to write; a changed place has a new id. */
export const isChanged = ({ before, after }: AddressChange): boolean =>
  addressColumns.some((column) => before?.address[column] !== after.address[column]);

/** Writes the addresses, with the rows of new customers that they belong to. */
export async function saveAddresses(
  write: Write,
  changes: readonly AddressChange[],
  customers: readonly Row<'Customer'>[],
): Promise<void> {
  const changed = changes.filter(isChanged);
  const places = changed.flatMap(({ before, after: { geolocation } }) =>
    geolocation === null || geolocation.id === before?.geolocation?.id ? [] : geolocation,
  );
  const added = changed.flatMap(({ before, after }) => (before === undefined ? after.address : []));
  const inserted = insertTogether(write, [
    ...newRows('Geolocation', places),
    ...newRows('Address', added),
    ...newRows('Customer', customers),
  ]);
  const kept = changed.filter(({ before }) => before !== undefined);
  if (kept.length > 0) {
    await inserted;
    await updateAddresses(write, kept);
  }
  await allSent([inserted, saveLinks(write, changes)]);
}

async function updateAddresses(write: Write, kept: readonly AddressChange[]): Promise<void> {
  await updateRows(
    write,
    'Address',
    kept.map(({ after: { address }, at }) => ({ ...address, updatedAt: at })),
    [...addressColumns, 'updatedAt'],
  );
  await removePlaces(
    write,
    kept.flatMap(({ before, after }) =>
      before?.geolocation && before.geolocation.id !== after.geolocation?.id ? before.geolocation.id : [],
    ),
  );
}

async function saveLinks(write: Write, changes: readonly AddressChange[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const linksOf = (those: readonly AddressChange[]) =>
    those.flatMap(({ source, after }) => (source ? { ...source, id: after.address.id } : []));
  const added = changes.filter(({ isLinked }) => !isLinked);
  await addSources(write, linksOf(added.filter(({ content }) => content === undefined)), first.at);
  const received = added.flatMap((change) => {
    const { content } = change;
    return content === undefined ? [] : linksOf([change]).map((link) => ({ ...link, content }));
  });
  await addReceived(write, received, first.at);
  const seen = changes.filter((change) => change.isLinked && isChanged(change));
  await moveSources(write, linksOf(seen), first.at);
}

/** Deletes those of the places that no address refers to. */
export async function removePlaces({ run, accountId }: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(sql`/* Geolocation remove */ delete from geolocations g
    where g.account_id = ${accountId} and g.id = any(${[...ids]}::text[])
      and not exists (select from addresses a where a.account_id = g.account_id and a.geolocation_id = g.id)`);
}
