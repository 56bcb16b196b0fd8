import { type DemoAccount, stream } from './accounts.ts';
import { instant, later } from './clock.ts';
import type { Identity } from './identity.ts';
import { hostOf } from './identity.ts';
import { demoId } from './ids.ts';
import { foreignPlaces, homePlaces, type Place } from './places.ts';
import { type Random, weighted } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Words } from './words.ts';

const counts = [0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 6];
const types = weighted({ STANDARD: 4, DROP_SHIP: 1 });
const sites = ['Warehouse', 'Head office', 'Dock 4', 'Receiving', 'Plant 2', 'Entrepôt', 'Lager Süd', '倉庫'];
const secondLines = ['Suite 200', 'Unit 7', 'Building C', 'c/o Mail room', '2. OG', 'Dock 4'];

interface DefaultAddresses {
  readonly billToAddressId: string | null;
  readonly shipToAddressId: string | null;
}

/**
 * Adds the customer's addresses and returns the defaults; a first address from a sample is the billing
 * address.
 */
export function addAddresses(
  rows: Rows,
  words: Words,
  account: DemoAccount,
  identity: Identity,
): DefaultAddresses {
  const { index, sample } = identity;
  const random = stream(account.ordinal, 'places', index, sample?.fullness);
  const count = Math.max(random.count(counts), sample?.street === undefined ? 0 : 1);
  const ids: string[] = [];
  let geolocationId: string | null = null;
  for (let at = 0; at < count; at += 1) {
    const shared = at > 0 && random.chance(0.05);
    if (!shared) geolocationId = addGeolocation(rows, random, words, account, identity, at);
    ids.push(addAddress(rows, random, account, identity, at, geolocationId));
  }
  const [first, second = first] = ids;
  const billed = first !== undefined && (sample?.street !== undefined || random.has(0.9));
  const shipped = second !== undefined && random.has(0.8);
  return { billToAddressId: billed ? first : null, shipToAddressId: shipped ? second : null };
}

function addAddress(
  rows: Rows,
  random: Random,
  account: DemoAccount,
  identity: Identity,
  at: number,
  geolocationId: string | null,
): string {
  const createdAt = at === 0 ? identity.createdAt : instant(random, identity.createdAt);
  const id = demoId('Address', createdAt, random);
  const contact = at === 0 ? identity.sample?.contact : undefined;
  const phone = random.maybe(0.6, () => random.pattern(identity.place.phone));
  const email = random.maybe(0.4, () => `dock${at + 1}@${hostOf(identity)}`);
  rows.add('Address', {
    accountId: account.id,
    id,
    customerId: identity.id,
    name: at === 0 ? identity.name : `${identity.name}, ${random.pick(sites)}`,
    phone: contact?.phone ?? phone,
    email: contact?.email ?? email,
    type: at === 0 ? 'STANDARD' : random.pick(types),
    geolocationId,
    createdAt,
    updatedAt: random.chance(0.2) ? instant(random, createdAt) : createdAt,
  });
  return id;
}

/** Adds a place and returns its id; null for an address without one. */
function addGeolocation(
  rows: Rows,
  random: Random,
  words: Words,
  account: DemoAccount,
  { place: home, createdAt, sample }: Identity,
  at: number,
): string | null {
  const given = at === 0 ? sample?.street : undefined;
  if (given === undefined && !random.has(0.94)) return null;
  const place = at === 0 ? home : elsewhere(random, home);
  const id = demoId('Geolocation', later(createdAt, at), random);
  const made = geolocation(random, words, place);
  const exact = given && {
    streetLine1: given[0],
    streetLine2: given[1],
    postalCode: given[2],
    locality: place.city,
  };
  rows.add('Geolocation', { accountId: account.id, id, country: place.country, ...made, ...exact });
  return id;
}

function geolocation(
  random: Random,
  words: Words,
  place: Place,
): Omit<Row<'Geolocation'>, 'accountId' | 'country' | 'id'> {
  const located = random.has(0.97);
  return {
    streetLine1: located ? random.maybe(0.97, () => random.pick(words[place.language].streets)) : null,
    streetLine2: located ? random.maybe(0.25, () => random.pick(secondLines)) : null,
    locality: located ? place.city : null,
    state: place.state,
    postalCode: located ? random.maybe(0.97, () => random.pattern(place.postalCode)) : null,
  };
}

function elsewhere(random: Random, home: Place): Place {
  if (random.chance(0.5)) return home;
  return random.pick(random.chance(0.8) ? homePlaces : foreignPlaces);
}
