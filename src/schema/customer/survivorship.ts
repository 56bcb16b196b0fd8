import type { Context } from '../../context.ts';
import { type FieldGroup, fieldGroups } from '../../db/model/field-group.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { defaultRules } from '../../domain/customer/derive/rule.ts';
import { batchSize } from '../../domain/customer/survivorship/read-customers.ts';
import { rulesIn, type StoredRule } from '../../domain/customer/survivorship/rules.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { SourceSystem } from '../relay/source.ts';
import { CustomerFieldGroup, SurvivorshipRuleKind } from './field-group.ts';

interface ShownRule {
  readonly fieldGroup: FieldGroup;
  readonly isDefault: boolean;
  readonly rule: ReturnType<typeof defaultRules>;
}

/** The rules of all field groups, in the order of the groups. */
export function shownRules(stored: readonly StoredRule[]): readonly ShownRule[] {
  const rules = rulesIn(stored);
  const set = new Set(stored.map(({ fieldGroup }) => fieldGroup));
  return fieldGroups.map((fieldGroup) => ({
    ...{ fieldGroup, isDefault: !set.has(fieldGroup), rule: rules(fieldGroup) },
  }));
}

const list: List<'SurvivorshipRule'> = {
  name: 'Query.survivorshipRules',
  model: 'SurvivorshipRule',
  order: [{ field: 'fieldGroup', descending: false }],
};

const columns = ['fieldGroup', 'kind', 'systems'] as const;

/** The columns that a resolver that calls `storedRules` reads. */
export const rulesReads = { SurvivorshipRule: columns };

/** The account's rules that are not the defaults. Read once per request. */
export const storedRules = ({ loaders }: Context) =>
  loaders
    .first(list, fieldGroups.length)
    .defer('')
    .map(({ rows }) => rows);

export const SurvivorshipRule = builder.objectRef<ShownRule>('SurvivorshipRule');

builder.objectType(SurvivorshipRule, {
  description: 'How the values of a field group are chosen if several source records have one.',
  fields: (t) => ({
    fieldGroup: t.field({
      type: CustomerFieldGroup,
      description: 'The field group.',
      extensions: reads(),
      resolve: ({ fieldGroup }) => fieldGroup,
    }),
    kind: t.field({
      type: SurvivorshipRuleKind,
      description: 'The kind of the rule.',
      extensions: reads(),
      resolve: ({ rule }) => rule.kind,
    }),
    systems: t.field({
      type: [SourceSystem],
      description:
        'All systems, from the first to the last. `MOST_RECENT` uses the order only for records with the same time; `UNION` ignores it.',
      extensions: reads(),
      resolve: ({ rule }) => [...rule.systems],
    }),
    isDefault: t.boolean({
      description: 'Whether the account has not set the rule.',
      extensions: reads(),
      resolve: ({ isDefault }) => isDefault,
    }),
  }),
});

const SurvivorshipRunState = builder.enumType('SurvivorshipRunState', {
  description: 'The state of a run.',
  values: {
    RUNNING: { description: 'Customers are still to be derived.' },
    DONE: { description: 'All customers have been derived by the rules.' },
  } as const,
});

type RunRow = Row<'SurvivorshipRun'>;

export const SurvivorshipRun = builder.objectRef<RunRow>('SurvivorshipRun');

const count = (column: 'total' | 'derived' | 'changed', description: string) => ({
  description,
  extensions: reads([column]),
  resolve: (run: RunRow) => run[column],
});

builder.objectType(SurvivorshipRun, {
  description: `The background run that derives the account’s customers again after a change of the rules, ${batchSize} customers at a time, in order of id. Another change of the rules restarts it.`,
  fields: (t) => ({
    state: t.field({
      type: SurvivorshipRunState,
      description: 'The state of the run.',
      extensions: reads(['endedAt']),
      resolve: ({ endedAt }) => (endedAt === null ? ('RUNNING' as const) : ('DONE' as const)),
    }),
    startedAt: t.field({
      type: 'DateTime',
      description: 'The time when the rules changed.',
      extensions: reads(['startedAt']),
      resolve: ({ startedAt }) => startedAt,
    }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time when the last customer was derived; null while the run is not done.',
      extensions: reads(['endedAt']),
      resolve: ({ endedAt }) => endedAt,
    }),
    total: t.int(count('total', 'The number of customers to derive when the run began.')),
    derived: t.int(
      count(
        'derived',
        'The number of customers derived so far, including those that became derived meanwhile.',
      ),
    ),
    changed: t.int(count('changed', 'The number of customers whose visible fields changed.')),
  }),
});

/** Null if the account has never changed its rules. */
export const runOf = ({ loaders, viewer }: Context) =>
  loaders.row('SurvivorshipRun', 'accountId').defer(viewer.accountId);

builder.queryFields((t) => ({
  survivorshipRules: t.field({
    type: [SurvivorshipRule],
    description:
      'Returns the survivorship rules of all field groups, with the default rule for groups without one.',
    extensions: { cost: { size: 1 }, ...reads([], rulesReads) },
    resolve: (_root, _args, context) => storedRules(context).map(shownRules),
  }),
  survivorshipRun: t.field({
    type: SurvivorshipRun,
    nullable: true,
    description:
      'Returns the progress of the customers’ derivation after the last change of the survivorship rules; null if they have never changed.',
    extensions: reads([], { SurvivorshipRun: ['accountId'] }),
    resolve: (_root, _args, context) => runOf(context),
  }),
}));
