import type { JsonObject, RecordKind } from '../record.ts';
import { type Attempt, attempt, type Draft } from './attempt.ts';
import { contentOf, savedHash } from './content.ts';
import type { DryReferences } from './dry-references.ts';
import type { Entry } from './entry.ts';
import type { Families } from './families.ts';
import { withMatch } from './matched.ts';
import { type Rejected, rejectedRecord } from './rejected.ts';
import type { Report } from './report.ts';
import type { ImportRun } from './run.ts';
import type { Kept } from './stored.ts';
import type { Target } from './target.ts';
import { type Upsert, upserts } from './upserts.ts';
import { type Waiting, WaitingRecords } from './waiting.ts';
import { maxSizes } from './window.ts';

/** The state of a run that its steps share. */
export interface RunParts {
  readonly target: Target;
  readonly report: Report;
  readonly passedAt: string;
  readonly dryReferences: DryReferences;
}

interface SaveOptions {
  /** Whether nothing is left to wait for. */
  readonly isFinal: boolean;
  readonly families?: Families;
  /** Called for each address that was saved with its customer. */
  readonly onAddress?: (entry: Entry) => void;
}

const outcomeOf = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const;

const noDryReference = () => false;

/** Saves drafts, reports their outcomes, and keeps the records that wait for others. */
export class DraftSaver {
  readonly waiting: WaitingRecords;
  readonly #run: ImportRun;
  readonly #parts: RunParts;

  constructor(run: ImportRun, parts: RunParts) {
    this.#run = run;
    this.#parts = parts;
    this.waiting = new WaitingRecords(run.sizes ?? maxSizes);
  }

  async reject(rejected: Rejected): Promise<void> {
    this.#parts.report.reject(rejected);
    await this.#run.onReject(rejected);
  }

  /** Returns the records that were saved, with their hashes. */
  async save(
    kind: RecordKind,
    given: readonly Waiting[],
    { isFinal, families, onAddress }: SaveOptions,
  ): Promise<readonly Kept[]> {
    const { target, dryReferences, report } = this.#parts;
    const drafts = given.map(({ draft }) => draft);
    const attempts = await attempt(target, kind, drafts, {
      isFinal,
      upsert: this.#upsertOf(kind),
      isStrict: this.#run.options.isStrict ?? false,
      isDryReference: target.isDry ? dryReferences.has : noDryReference,
      whole: (item, draft, at) => this.#withContent(item, draft, given[at]?.entry),
    });
    const kept: Kept[] = [];
    for (const [at, waiting] of given.entries()) {
      const tried = attempts[at];
      if (tried === undefined) continue;
      kept.push(...(await this.#settle(kind, waiting, tried)));
      if (tried.kind !== 'saved' || tried.draft.extra === undefined) continue;
      for (const address of families?.get(waiting.entry) ?? []) {
        report.count('address', 'created');
        report.warn(address.record, address.record.warnings);
        onAddress?.(address);
      }
    }
    return kept;
  }

  #upsertOf(kind: RecordKind): Upsert {
    const { match = [] } = this.#run.options;
    return kind === 'customer' ? withMatch(match, upserts[kind]) : upserts[kind];
  }

  /** A customer that is created is stored with the content of its record. */
  #withContent(item: JsonObject, draft: Draft, entry: Entry | undefined): JsonObject {
    const { isRemap, mapperVersion } = this.#run;
    const { passedAt, target } = this.#parts;
    if (entry?.record.kind !== 'customer' || isRemap || target.isDry) return item;
    const content = contentOf(entry, savedHash(entry, draft), { passedAt, mapperVersion });
    return { ...item, speaksFor: { ...Object(item.speaksFor), content } };
  }

  async #settle(kind: RecordKind, { entry, isWhole }: Waiting, tried: Attempt): Promise<readonly Kept[]> {
    const { report } = this.#parts;
    const { record } = entry;
    if (tried.kind === 'failed') {
      await this.reject(rejectedRecord(record, tried.errors));
      return [];
    }
    const { draft } = tried;
    if (tried.kind === 'waiting') {
      await this.waiting.add(kind, { entry, draft, isWhole });
      return [];
    }
    if (isWhole) report.count(kind, outcomeOf[tried.outcome]);
    if (draft.open.length > 0) await this.waiting.add(kind, { entry, draft, isWhole: false });
    else report.warn(record, [...record.warnings, ...draft.left]);
    const isStored = kind === 'customer' && tried.outcome === 'CREATED' && !this.#run.isRemap;
    return [{ entry, hash: savedHash(entry, draft), isStored }];
  }
}
