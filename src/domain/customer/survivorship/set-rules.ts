import { type FieldGroup, isListGroup } from '../../../db/model/field-group.ts';
import { sql } from '../../../db/model/table.ts';
import { deleteRows, insertRows } from '../../../db/write/rows.ts';
import type { Maybe } from '../../../maybe.ts';
import type { SourceSystem } from '../../source-system.ts';
import type { Faults } from '../../write/faults.ts';
import type { Payload, Write, Writer } from '../../write/writer.ts';
import type { RuleKind } from '../derive/rule.ts';
import { type Preview, preview } from './preview.ts';
import { lockRules, type StoredRule, storedRules } from './rules.ts';

interface RuleInput {
  readonly fieldGroup: FieldGroup;
  /** Absent or null: the default. */
  readonly kind?: Maybe<RuleKind>;
  readonly systems?: Maybe<readonly SourceSystem[]>;
}

interface RulesInput {
  readonly rules: readonly RuleInput[];
  readonly idempotencyKey?: Maybe<string>;
  readonly dryRun?: Maybe<boolean>;
}

export interface RulesAnswer {
  /** The stored rules of a dry run; others are read when they are saved. */
  readonly rules?: readonly StoredRule[];
  readonly preview?: Preview;
  readonly isSaved: boolean;
}

const repeated = <T>(values: readonly T[]): ReadonlySet<number> =>
  new Set(values.flatMap((value, at) => (values.indexOf(value) < at ? at : [])));

function checkRule({ fieldGroup, kind, systems }: RuleInput, faults: Faults): void {
  if (kind === 'UNION' && !isListGroup(fieldGroup))
    faults.add(
      'INVALID',
      'kind',
      '`UNION` is only for lists: choose SOURCE_SEQUENCE or MOST_RECENT, or the group PRICE_GROUPS or TAGS.',
    );
  if (kind == null && systems != null && systems.length > 0)
    faults.add(
      'INVALID',
      'systems',
      'The default rule has its own order: give a `kind`, or omit the systems.',
    );
  for (const at of repeated(systems ?? []))
    faults.add('INVALID', `systems.${at}`, 'The system is listed twice; list each system once.');
}

function checkRules(rules: readonly RuleInput[], faults: Faults): void {
  for (const at of repeated(rules.map(({ fieldGroup }) => fieldGroup)))
    faults.add(
      'INVALID',
      `rules.${at}.fieldGroup`,
      'The group is listed twice; give one rule for each group.',
    );
  for (const [at, rule] of rules.entries()) checkRule(rule, faults.at(`rules.${at}`));
}

const textOf = (rules: readonly StoredRule[]): string =>
  JSON.stringify(rules.map(({ fieldGroup, kind, systems }) => [fieldGroup, kind, systems]));

function afterwards(before: readonly StoredRule[], given: readonly RuleInput[]): readonly StoredRule[] {
  const named = new Set<string>(given.map(({ fieldGroup }) => fieldGroup));
  const set = given.flatMap(({ fieldGroup, kind, systems }): StoredRule | readonly [] =>
    kind == null ? [] : { fieldGroup, kind, systems: [...(systems ?? [])] },
  );
  return inOrder([...before.filter(({ fieldGroup }) => !named.has(fieldGroup)), ...set]);
}

const inOrder = (rules: readonly StoredRule[]): readonly StoredRule[] =>
  rules.toSorted((a, b) => (a.fieldGroup < b.fieldGroup ? -1 : 1));

/** Locks the run, so that batches of the former one end before. */
async function startRun({ run, accountId, actor, actorType }: Write): Promise<void> {
  await run(sql`/* survivorshipRunStart */
    insert into survivorship_runs as r (account_id, actor, actor_type, total)
    select ${accountId}, ${actor}, ${actorType}::actor_type,
      (select count(*)::integer from customers c where c.account_id = ${accountId} and c.baseline is not null)
    on conflict (account_id) do update set revision = r.revision + 1, actor = excluded.actor,
      actor_type = excluded.actor_type, started_at = now(), ended_at = null, position = '', total = excluded.total,
      derived = 0, changed = 0`);
}

async function saveRules(write: Write, given: readonly RuleInput[]): Promise<RulesAnswer> {
  await write.run(sql`/* survivorshipRunLock */ select from survivorship_runs
    where account_id = ${write.accountId} for no key update`);
  await lockRules(write);
  const before = inOrder(await storedRules(write));
  const after = afterwards(before, given);
  if (textOf(before) === textOf(after)) return { isSaved: true };
  const { accountId } = write;
  await startRun(write);
  await deleteRows(
    write,
    'SurvivorshipRule',
    before.map(({ fieldGroup }) => ({ accountId, fieldGroup })),
  );
  await insertRows(
    write,
    'SurvivorshipRule',
    after.map((rule) => ({ accountId, ...rule })),
  );
  return { isSaved: true };
}

async function tryRules(write: Write, given: readonly RuleInput[]): Promise<RulesAnswer> {
  const before = await storedRules(write);
  const rules = afterwards(before, given);
  return { isSaved: true, rules, preview: await preview(write, before, rules) };
}

/** Sets rules; the others stay. The customers are derived again afterwards, by any gateway. */
export function setRules(writer: Writer, input: RulesInput): Promise<Payload<RulesAnswer>> {
  return writer.run({ name: 'survivorshipRulesSet', input }, async (write) => {
    checkRules(input.rules, write.faults);
    write.faults.settle();
    return input.dryRun ? tryRules(write, input.rules) : saveRules(write, input.rules);
  });
}
