import { type AddressChange, isChanged, type WholeAddress } from './address.ts';
import { type Change, changeOf } from './event.ts';

/** An address as events tell of it. */
export function addressText({ address, geolocation: g }: WholeAddress): string {
  const lines = [
    address.name,
    g?.streetLine1,
    g?.streetLine2,
    g?.postalCode,
    g?.locality,
    g?.state,
    g?.country,
  ];
  const ways = [address.phone, address.email, address.type === 'STANDARD' ? null : address.type];
  return [...lines, ...ways].filter((each) => each != null).join(', ');
}

/** What an event tells of an address; where two read alike, all of both. */
export function addressChanges(change: AddressChange): readonly Change[] {
  const { before, after } = change;
  if (before === undefined) return changeOf('addresses', null, addressText(after));
  const [old, now] = [addressText(before), addressText(after)];
  if (old !== now || !isChanged(change)) return changeOf('addresses', old, now);
  return changeOf('addresses', JSON.stringify(partsOf(before)), JSON.stringify(partsOf(after)));
}

/** What makes an address the address that it is, whosever it is and whenever it was made. */
export function partsOf({ address, geolocation }: WholeAddress): object {
  const { name, phone, email, type } = address;
  const { accountId: _account, id: _id, ...place } = geolocation ?? { accountId: '', id: '' };
  return { name, phone, email, type, ...place };
}
