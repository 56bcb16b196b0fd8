import type { FieldGroup } from '../../../db/model/field-group.ts';
import { type Row, sql } from '../../../db/model/table.ts';
import type { Session } from '../../../db/wire/session.ts';
import type { Write } from '../../write/writer.ts';
import { defaultRules, type Rule, type RuleKind, type Rules, systemSequence } from '../derive/rule.ts';

/** A rule that is not the default. */
export type StoredRule = Pick<Row<'SurvivorshipRule'>, 'fieldGroup' | 'kind' | 'systems'>;

/** The rule with all systems: those that it leaves out follow in their usual order. */
export function ruleOf({ kind, systems }: Omit<StoredRule, 'fieldGroup'>): Rule {
  const others = systemSequence.filter((system) => !systems.includes(system));
  // Only these values are stored.
  return { kind: kind as RuleKind, systems: [...(systems as Rule['systems']), ...others] };
}

/** The rules of an account, from what it stored. */
export function rulesIn(rows: readonly StoredRule[]): Rules {
  if (rows.length === 0) return defaultRules;
  const set = new Map(rows.map((row) => [row.fieldGroup, ruleOf(row)]));
  return (group: FieldGroup) => set.get(group) ?? defaultRules(group);
}

export const storedRules = (write: Write): Promise<readonly Row<'SurvivorshipRule'>[]> =>
  write.rows('SurvivorshipRule', 'accountId', [write.accountId]);

const loaded = new WeakMap<Session, Promise<Rules>>();

async function lockAndLoad(write: Write): Promise<Rules> {
  const [, rows] = await Promise.all([
    write.run(sql`/* survivorshipShare */
      select pg_advisory_xact_lock_shared(hashtextextended('survivorship ' || ${write.accountId}::text, 0))`),
    storedRules(write),
  ]);
  return rulesIn(rows);
}

/**
 * The account's rules, which do not change until the transaction ends: a change of them waits for it. Read once per
 * transaction.
 */
export function loadRules(write: Write): Promise<Rules> {
  const known = loaded.get(write.session);
  if (known !== undefined) return known;
  const rules = lockAndLoad(write);
  loaded.set(write.session, rules);
  return rules;
}

/** Waits for all transactions that derive customers by the present rules. */
export const lockRules = async (write: Write): Promise<void> =>
  void (await write.run(sql`/* survivorshipLock */
    select pg_advisory_xact_lock(hashtextextended('survivorship ' || ${write.accountId}::text, 0))`));
