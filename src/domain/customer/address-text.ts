import { type AddressChange, isChanged, type WholeAddress } from './address.ts';
import { changeOf, type ValueChange } from './event.ts';
import { recordsText } from './source-records.ts';

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

/** The change of an address for an event. If both texts are equal, it contains every part of both. */
export function addressChanges(change: AddressChange): readonly ValueChange[] {
  const { before, after, source, isLinked } = change;
  const record = source && !isLinked ? `, ${recordsText([source])}` : '';
  if (before === undefined) return changeOf('addresses', null, `${addressText(after)}${record}`);
  const [old, now] = [addressText(before), `${addressText(after)}${record}`];
  if (old !== now || !isChanged(change)) return changeOf('addresses', old, now);
  return changeOf('addresses', JSON.stringify(partsOf(before)), JSON.stringify(partsOf(after)));
}

export function partsOf({ address, geolocation }: WholeAddress): object {
  const { name, phone, email, type } = address;
  const { accountId: _account, id: _id, ...place } = geolocation ?? { accountId: '', id: '' };
  return { name, phone, email, type, ...place };
}
