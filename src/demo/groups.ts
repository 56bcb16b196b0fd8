import type { DemoAccount } from './accounts.ts';
import { later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import { type Random, weighted } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';

export interface Groups {
  readonly typeGroupIds: ReadonlyMap<string, string>;
  readonly priceGroupIds: readonly (readonly string[])[];
  readonly customerGroupIds: readonly string[];
  readonly tags: { readonly regions: ReadonlyMap<string, string>; readonly others: readonly string[] };
}

const typeGroups = [
  'Distributors',
  'Contractors',
  'Retail chains',
  'Government & schools',
  'Export',
  'House accounts',
  'Employees',
  'Healthcare',
];
const tiers = ['Standard', 'Bronze', 'Silver', 'Gold', 'Platinum', 'Contract', 'Promotional', 'Closeout'];
const productLines = [
  'Fasteners',
  'Hand tools',
  'Abrasives',
  'Electrical',
  'Plumbing',
  'Safety',
  'Packaging',
  'Filters',
];
const shopGroups: readonly (readonly [name: string, code: string | null])[] = [
  ['Retail', 'retail'],
  ['Wholesale', 'wholesale'],
  ['VIP', 'vip'],
  ['Newsletter readers', null],
  ['Café & Küche', 'cafe-kueche'],
  ['Winback 2026', null],
];
const regions = ['us', 'canada', 'uk', 'europe', 'latin-america', 'asia', 'middle-east'];
const tagNames = [
  ...['key-account', 'fragile', 'net30:approved', 'seasonal', 'edi:x12', 'edi:edifact', 'risk:watch'],
  ...['campaign:spring_2025', 'campaign:autumn_2025', 'campaign:spring_2026', 'campaign:autumn_2026'],
  ...['line:tools', 'line:safety', 'line:packaging', 'portal', 'blanket-order', 'tax-exempt', 'drop-ship'],
];

const commissions = weighted({ COMMISSION_APPLIED: 5, COMMISSION_EXEMPT: 1 });
const freights = weighted({ BILLED_FREIGHT: 5, FREE_FREIGHT: 1 });

export function addGroups(rows: Rows, random: Random, { id, ordinal }: DemoAccount): Groups {
  const tierCount = ordinal === 1 ? tiers.length : 2;
  const addLine = (line: string) =>
    tiers.slice(0, tierCount).map((tier) => addGroup(rows, random, id, 'PRICING_GROUP', `${line} – ${tier}`));
  const addRegion = (name: string) => [name, addTag(rows, random, id, `region:${name}`)] as const;
  return {
    typeGroupIds: new Map(
      typeGroups.map((name) => [name, addGroup(rows, random, id, 'TYPE_GROUP', name)] as const),
    ),
    priceGroupIds: productLines.map(addLine),
    customerGroupIds: shopGroups.map(([name, code]) => addShopGroup(rows, random, id, name, code)),
    tags: {
      regions: new Map(regions.map(addRegion)),
      others: tagNames.map((name) => addTag(rows, random, id, name)),
    },
  };
}

function addGroup(
  rows: Rows,
  random: Random,
  accountId: string,
  type: DemoRow<'AccountGroup'>['type'],
  name: string,
): string {
  const createdAt = later(settingsStart, random.below(3000));
  const id = demoId('AccountGroup', createdAt, random);
  rows.add('AccountGroup', {
    id,
    accountId,
    type,
    name,
    description: random.maybe(
      0.6,
      () => `${name}: reviewed each ${random.pick(['quarter', 'spring', 'year'])}.`,
    ),
    commissionPolicy: random.pick(commissions),
    freightPolicy: random.pick(freights),
    createdAt,
    updatedAt: later(createdAt, random.pick([0, 0, 720, 2000])),
  });
  return id;
}

function addShopGroup(
  rows: Rows,
  random: Random,
  accountId: string,
  name: string,
  code: string | null,
): string {
  const createdAt = later(settingsStart, random.below(3000));
  const id = demoId('CustomerGroup', createdAt, random);
  rows.add('CustomerGroup', { id, accountId, name, code, createdAt, updatedAt: createdAt });
  return id;
}

function addTag(rows: Rows, random: Random, accountId: string, name: string): string {
  const createdAt = later(settingsStart, random.below(3000));
  const id = demoId('Tag', createdAt, random);
  rows.add('Tag', { accountId, id, name, createdAt });
  return id;
}
