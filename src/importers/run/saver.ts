import { markPresent } from '../../domain/customer/gone.ts';
import type { JsonObject, RecordKind } from '../record.ts';
import { type Attempt, attempt, type Draft } from './attempt.ts';
import { contentOf, savedHash } from './content.ts';
import type { DryReferences } from './dry-references.ts';
import { type Entry, itemOf } from './entry.ts';
import { type Families, WindowFamilies } from './families.ts';
import { isOfItself, isOutdated, outdated, remapReason, unusedReason } from './known.ts';
import { withMatch } from './matched.ts';
import { itemBeside, speaking } from './own-item.ts';
import { type Rejected, rejectedRecord } from './rejected.ts';
import type { Report } from './report.ts';
import type { ImportRun } from './run.ts';
import { RunStop, stopOf } from './stop.ts';
import { type Kept, type Stored, storedOf, storePass } from './stored.ts';
import type { Target } from './target.ts';
import { type Upsert, upserts } from './upserts.ts';
import { type Waiting, WaitingRecords } from './waiting.ts';
import { type Batch, maxSizes } from './window.ts';

interface Parts {
  readonly target: Target;
  readonly report: Report;
  readonly passedAt: string;
  readonly dryReferences: DryReferences;
}

const outcomeOf = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const;

const noDryReference = () => false;

const noFamilies: Families = new Map();

type StoredById = ReadonlyMap<string, Stored>;

const idOf = ({ record }: Entry): string => record.sourceId.trim();

/** Saves the batches of a run, and at its end what had to wait for later records. */
export class Saver {
  readonly #run: ImportRun;
  readonly #parts: Parts;
  readonly #waiting: WaitingRecords;
  readonly #unsaved = new Set<Entry>();
  #families: WindowFamilies | undefined;

  constructor(run: ImportRun, parts: Parts) {
    this.#run = run;
    this.#parts = parts;
    this.#waiting = new WaitingRecords(run.sizes ?? maxSizes);
  }

  /** The entries of a window, until they are saved. */
  expect(entries: readonly Entry[]): void {
    const { target, passedAt } = this.#parts;
    const { isRemap, mapperVersion, options, sizes = maxSizes } = this.#run;
    const { isStrict = false } = options;
    for (const entry of entries) this.#unsaved.add(entry);
    const rules = { passedAt, mapperVersion, isStrict, max: sizes.batch };
    this.#families = isRemap || target.isDry ? undefined : new WindowFamilies(target, entries, rules);
  }

  checkStop(): void {
    const { signal, options } = this.#run;
    if (signal.aborted) throw stopOf(signal);
    const { maxRejects } = options;
    if (maxRejects !== undefined && this.#parts.report.total('rejected') > maxRejects)
      throw new RunStop(`More than ${maxRejects} records were rejected.`);
  }

  /** Counts what was read but not saved; returns the place of its first record. */
  countUnsaved(): string | null {
    const { report } = this.#parts;
    for (const { record } of this.#unsaved) report.count(record.kind, 'unprocessed');
    for (const [kind, count] of this.#waiting.unsaved) report.count(kind, 'unprocessed', count);
    const [first] = this.#unsaved;
    return first?.record.position ?? null;
  }

  close(): Promise<void> {
    return this.#waiting.close();
  }

  async reject(rejected: Rejected): Promise<void> {
    this.#parts.report.reject(rejected);
    await this.#run.onReject(rejected);
  }

  async save({ kind, entries: given }: Batch): Promise<void> {
    const { target, passedAt } = this.#parts;
    const { isRemap } = this.#run;
    // Addresses can be saved already, with their customers.
    const entries = given.filter((entry) => this.#unsaved.has(entry));
    if (entries.length === 0) return;
    // The next window can begin meanwhile.
    const window = this.#families;
    const stored = await storedOf(target, kind, entries, passedAt);
    const changed: Entry[] = [];
    const same: Kept[] = [];
    for (const entry of entries) {
      const use = await this.#useOf(entry, stored.get(idOf(entry)));
      if (use === 'save') changed.push(entry);
      else if (use === 'same') same.push({ entry, hash: entry.hash });
    }
    const added = kind === 'customer' ? changed.filter((entry) => !stored.has(idOf(entry))) : [];
    const families = (await window?.of(added)) ?? noFamilies;
    const drafts = changed.map((entry): Waiting => {
      const { record } = entry;
      const known = stored.get(idOf(entry));
      const goneAt = (isRemap ? known?.goneAt : record.deletedAt) ?? null;
      const item = itemBeside(entry, speaking(itemOf(record), record, goneAt), known);
      const extra = window?.extraOf(families.get(entry));
      return { entry, draft: { item, left: [], open: [], extra }, isWhole: true };
    });
    const kept = await this.#attempt(kind, drafts, { isFinal: false, families });
    const isKept = new Set(kept.map(({ entry }) => entry));
    const seen = entries.filter((entry) => !isKept.has(entry));
    // A remap gives unchanged records its version.
    await this.#store(kind, isRemap ? [...kept, ...same] : kept, seen, stored);
    for (const entry of entries) this.#unsaved.delete(entry);
  }

  async #store(kind: RecordKind, kept: readonly Kept[], seen: readonly Entry[], stored: StoredById) {
    const { target, passedAt } = this.#parts;
    const { mapperVersion: version, isRemap } = this.#run;
    const knownOf = (entry: Entry) => stored.get(idOf(entry));
    const isOwn = (entry: Entry) => isRemap || isOfItself(entry, knownOf(entry));
    const passed = seen.filter(isOwn).map((entry) => {
      const known = knownOf(entry);
      return { entry, isOutdated: known !== undefined && isOutdated(entry.record, known) };
    });
    const present = [...kept, ...passed.filter((each) => !each.isOutdated)].flatMap(({ entry }) => {
      const isGone = isOwn(entry) && knownOf(entry)?.goneAt != null;
      return isGone && entry.record.deletedAt === null ? [idOf(entry)] : [];
    });
    if (kind === 'customer' && present.length > 0 && !isRemap && !target.isDry)
      await markPresent(target.writer, this.#run.system, present);
    await storePass(target, {
      ...{ kind, passedAt, version, isRemap, seen: passed },
      kept: kept.filter(({ entry, isStored }) => !isStored && isOwn(entry)),
    });
  }

  async #useOf(entry: Entry, stored: Stored | undefined): Promise<'save' | 'same' | 'skip'> {
    const { report, dryReferences, target } = this.#parts;
    const { options, mapperVersion, isRemap } = this.#run;
    const { record } = entry;
    if (target.isDry) dryReferences.add(record);
    if (options.isStrict && record.warnings.length > 0) {
      await this.reject(rejectedRecord(record, [], record.warnings));
      return 'skip';
    }
    const reason = isRemap
      ? remapReason(entry, stored)
      : stored && unusedReason(entry, stored, mapperVersion);
    if (reason === undefined) return 'save';
    report.count(record.kind, 'unchanged');
    report.warn(record, [...record.warnings, ...(typeof reason === 'string' ? [] : [reason])]);
    return reason === 'same' ? 'same' : 'skip';
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

  /** Returns the records that were saved, with their hashes. */
  async #attempt(
    kind: RecordKind,
    given: readonly Waiting[],
    { isFinal, families = noFamilies }: { readonly isFinal: boolean; readonly families?: Families },
  ): Promise<readonly Kept[]> {
    const { target, dryReferences } = this.#parts;
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
      if (tried.kind === 'saved' && tried.draft.extra !== undefined)
        for (const address of families.get(waiting.entry) ?? []) this.#settleAddress(address);
    }
    return kept;
  }

  /** An address that was saved with its customer. */
  #settleAddress(entry: Entry): void {
    const { report } = this.#parts;
    report.count('address', 'created');
    report.warn(entry.record, entry.record.warnings);
    this.#unsaved.delete(entry);
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
      await this.#waiting.add(kind, { entry, draft, isWhole });
      return [];
    }
    if (isWhole) report.count(kind, outcomeOf[tried.outcome]);
    if (draft.open.length > 0) await this.#waiting.add(kind, { entry, draft, isWhole: false });
    else report.warn(record, [...record.warnings, ...draft.left]);
    const isStored = kind === 'customer' && tried.outcome === 'CREATED' && !this.#run.isRemap;
    return [{ entry, hash: savedHash(entry, draft), isStored }];
  }

  #storedOf(kind: RecordKind, waiting: readonly Waiting[]): Promise<StoredById> {
    const { target, passedAt } = this.#parts;
    const entries = waiting.map(({ entry }) => entry);
    return storedOf(target, kind, entries, passedAt);
  }

  /** The waiting records without those of which a newer one was saved meanwhile. */
  #current(kind: RecordKind, waiting: readonly Waiting[], stored: StoredById): readonly Waiting[] {
    const { report } = this.#parts;
    return waiting.flatMap((each) => {
      const { entry, draft, isWhole } = each;
      const known = stored.get(idOf(entry));
      if (known === undefined || !isOutdated(entry.record, known))
        return [{ ...each, draft: { ...draft, item: itemBeside(entry, draft.item, known) } }];
      if (isWhole) report.count(kind, 'unchanged');
      report.warn(entry.record, [...entry.record.warnings, outdated(entry.record)]);
      return [];
    });
  }

  /** Saves what waited, as long as that solves a problem; then what is left, without the fields that are wrong. */
  async link(): Promise<void> {
    const { report } = this.#parts;
    for (let isFinal = false; this.#waiting.size > 0; ) {
      const before = this.#waiting.size;
      for await (const { kind, waiting } of this.#waiting.takeAll()) {
        this.checkStop();
        const stored = await this.#storedOf(kind, waiting);
        const kept = await this.#attempt(kind, this.#current(kind, waiting, stored), { isFinal });
        for (const each of waiting) this.#waiting.settle(kind, each);
        await this.#store(kind, kept, [], stored);
        await this.#run.onProgress(report);
      }
      isFinal = this.#waiting.size === before;
    }
  }
}
