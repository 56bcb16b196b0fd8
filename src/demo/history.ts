import { stream } from './accounts.ts';
import { bulkChangeAfter, end, instant } from './clock.ts';
import type { Identity } from './identity.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import type { Sample } from './samples.ts';
import type { Settings } from './settings.ts';

type Action = DemoRow<'CustomerEvent'>['action'];
type DemoActor = Pick<DemoRow<'CustomerEvent'>, 'actor' | 'actorType'>;
type KnownValues = Pick<
  DemoRow<'Customer'>,
  'contactPhone' | 'creditLimitValue' | 'name' | 'note' | 'shortId' | 'status'
>;
type HistoryOutcome = Pick<DemoRow<'Customer'>, 'discontinuedAt' | 'updatedAt' | 'version'>;

interface DemoChange {
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

const updateCounts = [0, 0, 0, 0, 1, 1, 1, 2, 2, 5];

/** Returns the version and dates that follow from the events. */
export function addHistory(
  rows: Rows,
  settings: Settings,
  identity: Identity,
  known: KnownValues,
): HistoryOutcome {
  const { index, id: customerId, createdAt, sample } = identity;
  const random = stream(settings.account.ordinal, 'history', index, sample?.fullness);
  const actions = withLinks(actionsOf(random, known, sample), index);
  const instants = instantsOf(random, actions.length, createdAt, sample?.updatedAt);
  let discontinuedAt: Date | null = null;
  for (const [at, action] of actions.entries()) {
    const occurredAt = instants[at] ?? createdAt;
    if (action === 'DISCONTINUE') discontinuedAt = occurredAt;
    if (action === 'REACTIVATE') discontinuedAt = null;
    rows.add('CustomerEvent', {
      accountId: settings.account.id,
      id: demoId('CustomerEvent', occurredAt, random),
      customerId,
      subjectId: customerId,
      position: 0n,
      action,
      ...demoActor(random, settings, action),
      // Copies: TypeScript does not accept an interface as JSON, because it has no index signature.
      changes: demoChanges(random, action, known, at).map((change) => ({ ...change })),
      occurredAt,
    });
  }
  return { version: actions.length, updatedAt: instants.at(-1) ?? createdAt, discontinuedAt };
}

function actionsOf(random: Random, { shortId }: KnownValues, sample: Sample | undefined): readonly Action[] {
  const actions: Action[] = [shortId !== null && random.chance(0.7) ? 'IMPORT' : 'CREATE'];
  const updates = Math.max(random.count(updateCounts), sample?.updatedAt === undefined ? 0 : 1);
  for (let left = updates; left > 0; left -= 1) actions.push('UPDATE');
  if (random.chance(0.02)) actions.push('DISCONTINUE', 'REACTIVATE');
  if (random.chance(0.015)) actions.push('MERGE');
  if (random.chance(0.01)) actions.push('DELETE');
  const ends = random.has(0.05);
  if (sample?.discontinued ?? ends) actions.push('DISCONTINUE');
  return actions;
}

/** Some updates are changes of source records. This draws no random number. */
function withLinks(actions: readonly Action[], index: number): readonly Action[] {
  if (index % 20 !== 9) return actions;
  const link = index % 40 === 9 ? 'LINK' : 'UNLINK';
  return actions.map((action) => (action === 'UPDATE' ? link : action));
}

function instantsOf(random: Random, count: number, from: Date, to: Date | undefined): readonly Date[] {
  const instants = Array.from({ length: count }, () => instant(random, from, to ?? end));
  instants.sort((one, other) => one.getTime() - other.getTime());
  instants[0] = from;
  const before = instants.at(-2);
  const bulk = before && random.chance(0.4) ? bulkChangeAfter(random, before) : undefined;
  const last = to ?? bulk;
  if (last !== undefined && count > 1) instants[count - 1] = last;
  return instants;
}

function demoActor(random: Random, { accountUserIds }: Settings, action: Action): DemoActor {
  if (action === 'IMPORT') return { actor: 'InventoryPro', actorType: 'SOURCE' };
  const actor = random.maybe(0.85, () => random.pick(accountUserIds));
  if (actor !== null) return { actor, actorType: 'ACCOUNT_USER' };
  return action === 'UPDATE'
    ? { actor: 'pricing-sync', actorType: 'SERVICE' }
    : { actor: null, actorType: null };
}

/** Each update changes a different field, to the customer's present value. */
function demoChanges(random: Random, action: Action, known: KnownValues, at: number): readonly DemoChange[] {
  if (action === 'CREATE' || action === 'IMPORT') return [changeOf('name', null, known.name)];
  if (action === 'DISCONTINUE') return [changeOf('active', 'true', 'false')];
  if (action === 'REACTIVATE') return [changeOf('active', 'false', 'true')];
  if (action === 'MERGE') return [changeOf('addresses', null, random.pattern('C-######'))];
  if (action === 'LINK') return [changeOf('sources', null, `OTHER hubspot:${at}`)];
  if (action === 'UNLINK') return [changeOf('sources', `OTHER hubspot:${at}`, null)];
  if (action === 'DELETE') return [changeOf('addresses', `${known.name}, Dock 9`, null)];
  const changes = [
    changeOf('contactInfo.phone', '555-0199', known.contactPhone),
    changeOf('creditLimit', random.pick([null, '500', '7500']), known.creditLimitValue),
    changeOf('note', null, known.note),
    changeOf('status', random.pick(['NORMAL', 'HOLD_ALL']), known.status),
    changeOf('name', known.name.replace(/,? (?:LLC|Inc\.|Co\.|Ltd|GmbH|AB)$/, ''), known.name),
  ].filter(({ oldValue, newValue }) => oldValue !== newValue);
  return random.chance(0.2) ? changes : changes.slice(at % changes.length).slice(0, 1);
}

function changeOf(field: string, oldValue: string | null, newValue: string | null): DemoChange {
  return { field, oldValue, newValue };
}
