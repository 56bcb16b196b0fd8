import type { Identity } from './identity.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';
import type { Settings } from './settings.ts';

const priceGroupCounts = [0, 0, 0, 1, 1, 1, 2, 2, 3, 5];
const tagCounts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 5, 10];

const regions: Readonly<Record<string, string>> = {
  ...{ US: 'us', CA: 'canada', GB: 'uk', MX: 'latin-america', BR: 'latin-america' },
  ...{ JP: 'asia', CN: 'asia', KR: 'asia', KW: 'middle-east', AE: 'middle-east' },
};

export function addMemberships(
  rows: Rows,
  random: Random,
  settings: Settings,
  { id: customerId, place, sample }: Identity,
): void {
  const accountId = settings.account.id;
  const { priceGroupIds, tags } = settings;
  const tier = random.below(priceGroupIds[0]?.length ?? 1);
  const ofTier = priceGroupIds.flatMap((line) => line.slice(tier, tier + 1));
  const count = random.count(priceGroupCounts);
  const groupIds = sample?.priceGroups
    ? random.sample(priceGroupIds.flat(), sample.priceGroups)
    : random.sample(ofTier, count);
  for (const groupId of groupIds) rows.add('CustomerPriceGroup', { accountId, customerId, groupId });
  const region = tags.regions.get(regions[place.country] ?? 'europe');
  const others = random.sample(tags.others, random.count(tagCounts));
  const tagIds = region === undefined ? others : others.map((id, at) => (at === 0 ? region : id));
  for (const tagId of tagIds) rows.add('CustomerTag', { accountId, customerId, tagId });
}
