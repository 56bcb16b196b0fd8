import { type DemoAccount, stream } from './accounts.ts';
import { instant, later } from './clock.ts';
import type { Identity } from './identity.ts';
import { demoId } from './ids.ts';
import { countryOf, type Place } from './places.ts';
import { type Random, weighted } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import { secondLineOf, siteOf, streetOf } from './streets.ts';

const counts = [0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 6];
const mailboxes = ['receiving', 'warehouse', 'logistics', 'deliveries'];
const types = weighted({ STANDARD: 4, DROP_SHIP: 1 });
interface Located {
  readonly place: Place;
  readonly geolocationId: string | null;
}

interface DefaultAddresses {
  readonly billToAddressId: string | null;
  readonly shipToAddressId: string | null;
}

/** Returns the default addresses; a first address from a sample is the billing address. */
export function addAddresses(rows: Rows, account: DemoAccount, identity: Identity): DefaultAddresses {
  const { index, sample } = identity;
  const random = stream(account.ordinal, 'places', index, sample?.fullness);
  const count = Math.max(random.count(counts), sample?.street === undefined ? 0 : 1);
  const ids: string[] = [];
  let located: Located = { place: identity.place, geolocationId: null };
  for (let at = 0; at < count; at += 1) {
    const isShared = at > 0 && random.chance(0.05);
    if (!isShared) located = addGeolocation(rows, random, account, identity, at);
    ids.push(addAddress(rows, random, account, identity, at, located));
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
  { place, geolocationId }: Located,
): string {
  const createdAt = at === 0 ? identity.createdAt : instant(random, identity.createdAt);
  const id = demoId('Address', createdAt, random);
  const contact = at === 0 ? identity.sample?.contact : undefined;
  const phone = random.maybe(0.6, () => random.pattern(place.phone));
  const email = random.maybe(0.4, () => `${random.pick(mailboxes)}@${identity.host}`);
  rows.add('Address', {
    accountId: account.id,
    id,
    customerId: identity.id,
    name: at === 0 ? identity.name : `${identity.name}, ${siteOf(place, identity.index + at)}`,
    phone: contact?.phone ?? phone,
    email: contact?.email ?? email,
    type: at === 0 ? 'STANDARD' : random.pick(types),
    geolocationId,
    createdAt,
    updatedAt: random.chance(0.2) ? instant(random, createdAt) : createdAt,
  });
  return id;
}

function addGeolocation(
  rows: Rows,
  random: Random,
  account: DemoAccount,
  { place: home, createdAt, sample }: Identity,
  at: number,
): Located {
  const given = at === 0 ? sample?.street : undefined;
  const place = at === 0 || random.chance(0.5) ? home : random.pick(countryOf(home));
  if (given === undefined && !random.has(0.94)) return { place, geolocationId: null };
  const id = demoId('Geolocation', later(createdAt, at), random);
  const made = geolocation(random, place);
  const exact = given && {
    streetLine1: given[0],
    streetLine2: given[1],
    postalCode: given[2],
    locality: place.city,
  };
  rows.add('Geolocation', { accountId: account.id, id, country: place.country, ...made, ...exact });
  return { place, geolocationId: id };
}

function geolocation(
  random: Random,
  place: Place,
): Omit<DemoRow<'Geolocation'>, 'accountId' | 'country' | 'id'> {
  const isKnown = random.has(0.97);
  const hasCode = place.postalCode !== '';
  return {
    streetLine1: isKnown ? random.maybe(0.97, () => streetOf(random, place)) : null,
    streetLine2: isKnown ? random.maybe(0.25, () => secondLineOf(random, place)) : null,
    locality: isKnown ? place.city : null,
    state: place.state,
    postalCode: isKnown && hasCode ? random.maybe(0.97, () => random.pattern(place.postalCode)) : null,
  };
}
