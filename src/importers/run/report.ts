import { copied } from '../../copied.ts';
import type { RecordKind, SourceRecord } from '../record.ts';
import { kindOrder } from './kinds.ts';
import type { LeftOut } from './left-out.ts';
import type { Rejected } from './rejected.ts';

export const outcomes = ['created', 'updated', 'unchanged', 'rejected', 'unprocessed'] as const;
export type RecordOutcome = (typeof outcomes)[number];

/** Of one kind. `warned` counts records, which are also created, updated or unchanged. */
export type Counts = Record<RecordOutcome | 'warned' | 'gone', number>;

/** A part of the input that is not a record has the kind `unknown`. */
export type ReportedKind = RecordKind | 'unknown';

/** Equal reasons for which records were rejected. */
export interface RejectGroup {
  readonly kind: ReportedKind;
  readonly code: string;
  /** With `[]` for indexes of lists. */
  readonly path: string;
  readonly message: string;
  count: number;
  /** Of the first record. */
  readonly position: string;
}

export interface WarningGroup extends Omit<RejectGroup, 'position'> {
  readonly examples: { readonly position: string; readonly value: unknown }[];
}

interface UnknownField {
  readonly kind: RecordKind;
  readonly path: string;
  count: number;
  readonly position: string;
}

export type State = 'completed' | 'stopped' | 'dry run';

const maxGroups = 1_000;
const maxExamples = 3;
const maxShown = 200;

const noCounts = (): Counts => ({
  ...{ created: 0, updated: 0, unchanged: 0, rejected: 0, unprocessed: 0, warned: 0, gone: 0 },
});

const shown = (value: unknown): unknown => {
  const json = JSON.stringify(value) ?? 'null';
  return json.length <= maxShown ? value : copied(`${json.slice(0, maxShown)}…`);
};

const pattern = (path: string): string =>
  path.replaceAll(/(^|\.)\d+(?=\.|$)/g, '$1[]').replaceAll(/\[\d+\]/g, '[]');

/** The result of a run so far, of bounded size. */
export class Report {
  readonly #counts = new Map<ReportedKind, Counts>();
  readonly #warnings = new Map<string, WarningGroup>();
  readonly #unknown = new Map<string, UnknownField>();
  readonly #rejects = new Map<string, RejectGroup>();
  read = 0;
  state: State = 'completed';
  /** The reason of a stop, and the place of the first record that was not processed. */
  stop: { readonly reason: string; readonly position: string | null } | null = null;

  of(kind: ReportedKind): Counts {
    const known = this.#counts.get(kind) ?? noCounts();
    this.#counts.set(kind, known);
    return known;
  }

  count(kind: ReportedKind, outcome: RecordOutcome | 'gone', by = 1): void {
    this.of(kind)[outcome] += by;
  }

  total(outcome: keyof Counts): number {
    return [...this.#counts.values()].reduce((sum, counts) => sum + counts[outcome], 0);
  }

  reject({ kind, position, errors }: Rejected): void {
    this.count(kind, 'rejected');
    for (const { code, path: given, message } of errors) {
      const path = pattern(given);
      const key = JSON.stringify([kind, code, path]);
      const group = this.#rejects.get(key) ?? { kind, code, path, message, count: 0, position };
      if (this.#rejects.size < maxGroups) this.#rejects.set(key, group);
      group.count += 1;
    }
  }

  warn({ kind, position }: Pick<SourceRecord, 'kind' | 'position'>, warnings: readonly LeftOut[]): void {
    if (warnings.length > 0) this.of(kind).warned += 1;
    for (const { code, path: given, value, message } of warnings) {
      const path = pattern(given);
      const key = JSON.stringify([kind, code, path]);
      const group = this.#warnings.get(key) ?? { kind, code, path, message, count: 0, examples: [] };
      if (this.#warnings.size < maxGroups) this.#warnings.set(key, group);
      group.count += 1;
      if (group.examples.length < maxExamples) group.examples.push({ position, value: shown(value) });
    }
  }

  addUnknown({ kind, position, unknownPaths }: SourceRecord): void {
    for (const path of unknownPaths) {
      const key = JSON.stringify([kind, path]);
      const field = this.#unknown.get(key) ?? { kind, path, count: 0, position };
      if (this.#unknown.size < maxGroups) this.#unknown.set(key, field);
      field.count += 1;
    }
  }

  get warnings(): readonly WarningGroup[] {
    return [...this.#warnings.values()];
  }

  get rejects(): readonly RejectGroup[] {
    return [...this.#rejects.values()];
  }

  get unknownFields(): readonly UnknownField[] {
    return [...this.#unknown.values()];
  }

  /** In the order in which the kinds are saved. */
  get kinds(): readonly (readonly [ReportedKind, Counts])[] {
    return ([...kindOrder, 'unknown'] as const).flatMap((kind) => {
      const counts = this.#counts.get(kind);
      return counts === undefined ? [] : [[kind, counts] as const];
    });
  }
}
