import type { FieldGroup } from '../../../db/model/field-group.ts';
import { type SourceSystem, sourceSystems } from '../../source-system.ts';
import type { Values } from './values.ts';

export type RuleKind = 'SOURCE_SEQUENCE' | 'MOST_RECENT' | 'UNION';

export interface Rule {
  readonly kind: RuleKind;
  /** The systems from the first to the last; those that it does not list come after them. */
  readonly systems: readonly SourceSystem[];
}

export type Rules = (group: FieldGroup) => Rule;

export const systemSequence: readonly SourceSystem[] = [
  sourceSystems.AUGNO,
  sourceSystems.INVENTORY_PRO,
  sourceSystems.COMMERCE_LAYER,
  sourceSystems.OTHER,
];

const sequence: Rule = { kind: 'SOURCE_SEQUENCE', systems: systemSequence };
const union: Rule = { kind: 'UNION', systems: systemSequence };

export const defaultRules: Rules = (group) =>
  group === 'PRICE_GROUPS' || group === 'TAGS' ? union : sequence;

/** The values that a source record states. */
export interface Statement {
  readonly system: SourceSystem;
  readonly sourceId: string;
  /** The source's own time of its last modification. */
  readonly modifiedAt: string | null;
  readonly isGone: boolean;
  readonly values: Values;
}

const rankIn = (systems: readonly SourceSystem[], system: SourceSystem): number => {
  const rank = systems.indexOf(system);
  return rank < 0 ? systems.length : rank;
};

const timeOf = ({ modifiedAt }: Statement): number =>
  modifiedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(modifiedAt);

const compared = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * From the winner down. Records that the source no longer has are last; records without a time are last within their
 * system; the order does not depend on that of the arguments.
 */
export function ranked(statements: readonly Statement[], { kind, systems }: Rule): readonly Statement[] {
  const bySystem = (a: Statement, b: Statement) =>
    rankIn(systems, a.system) - rankIn(systems, b.system) ||
    rankIn(systemSequence, a.system) - rankIn(systemSequence, b.system);
  const byTime = (a: Statement, b: Statement) => compared(timeOf(b), timeOf(a));
  const [first, second] = kind === 'MOST_RECENT' ? [byTime, bySystem] : [bySystem, byTime];
  return [...statements].sort(
    (a, b) =>
      Number(a.isGone) - Number(b.isGone) || first(a, b) || second(a, b) || compared(a.sourceId, b.sourceId),
  );
}
