import { end, instant } from './clock.ts';
import { emailName } from './names.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import { statedOf } from './stated.ts';

type Stated = 'pins' | 'baseline' | 'hasConflicts';
type Sourced = Omit<DemoRow<'Customer'>, Stated>;

/** Demo data was not imported. */
const content = {
  raw: null,
  context: null,
  contentHash: null,
  mapperVersion: null,
  sourceCreatedAt: null,
  sourceModifiedAt: null,
  passedAt: null,
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A short id like those of a warehouse system; the index makes it unique. */
export function shortIdOf(index: number, name: string): string {
  const [first = 'cust'] = emailName(name, 'cust').split('-');
  return `${first.slice(0, 10)}-${index.toString(36).padStart(4, '0')}`.toUpperCase();
}

/** Returns what the customer is derived from. */
export function addSources(rows: Rows, random: Random, customer: Sourced): Pick<DemoRow<'Customer'>, Stated> {
  const { accountId, id: customerId, createdAt, shortId, shopperEmail } = customer;
  const sources: [DemoRow<'CustomerSource'>['system'], string][] = [];
  if (random.has(0.5)) sources.push(['AUGNO', `ac_${random.text(`${alphabet}0123456789`, 24)}`]);
  if (shortId !== null) sources.push(['WAREHOUSE', shortId]);
  if (shopperEmail !== null && random.has(0.6)) sources.push(['COMMERCE_LAYER', random.text(alphabet, 10)]);
  const { valuesOf, ...stated } = statedOf(
    customer,
    sources.map(([system, sourceId]) => ({ system, sourceId })),
  );
  for (const [system, sourceId] of sources) {
    rows.add('CustomerSource', {
      accountId,
      customerId,
      system,
      sourceId,
      seenAt: instant(random, createdAt),
      goneAt: null,
      position: 0,
      values: valuesOf({ system, sourceId }),
      firstSeenAt: createdAt,
      ...content,
    });
  }
  // A further system. It draws no random number, so the other demo data do not depend on it.
  if (shortId?.endsWith('7')) {
    const number = Number.parseInt(shortId.slice(-4), 36);
    const sourceId = `hubspot:${number}`;
    const goneAt = number % 5 === 0 ? end : null;
    rows.add('CustomerSource', {
      accountId,
      customerId,
      system: 'OTHER',
      sourceId,
      seenAt: createdAt,
      goneAt,
      position: 0,
      values: null,
      firstSeenAt: createdAt,
      ...content,
    });
  }
  return stated;
}
