import { markPresent } from '../../domain/customer/gone.ts';
import type { RecordKind } from '../record.ts';
import { DraftSaver, type RunParts } from './draft-saver.ts';
import { type Entry, idOf, itemOf } from './entry.ts';
import { type Families, WindowFamilies } from './families.ts';
import { isOfItself, isOutdated, outdated, remapReason, unusedReason } from './known.ts';
import { itemBeside, speaking } from './own-item.ts';
import { type Rejected, rejectedRecord } from './rejected.ts';
import type { ImportRun } from './run.ts';
import { RunStop, stopOf } from './stop.ts';
import { type Kept, type Stored, storedOf, storePass } from './stored.ts';
import type { Waiting } from './waiting.ts';
import { type Batch, maxSizes } from './window.ts';

const noFamilies: Families = new Map();

type StoredById = ReadonlyMap<string, Stored>;

/** Saves the batches of a run, and at its end what had to wait for later records. */
export class Saver {
  readonly #run: ImportRun;
  readonly #parts: RunParts;
  readonly #drafts: DraftSaver;
  readonly #unsaved = new Set<Entry>();
  #families: WindowFamilies | undefined;

  constructor(run: ImportRun, parts: RunParts) {
    this.#run = run;
    this.#parts = parts;
    this.#drafts = new DraftSaver(run, parts);
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
    for (const [kind, count] of this.#drafts.waiting.unsaved) report.count(kind, 'unprocessed', count);
    const [first] = this.#unsaved;
    return first?.record.position ?? null;
  }

  reject(rejected: Rejected): Promise<void> {
    return this.#drafts.reject(rejected);
  }

  close(): Promise<void> {
    return this.#drafts.waiting.close();
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
    const onAddress = (address: Entry) => this.#unsaved.delete(address);
    const kept = await this.#drafts.save(kind, drafts, { isFinal: false, families, onAddress });
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
      await this.#drafts.reject(rejectedRecord(record, [], record.warnings));
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
    const { target, report, passedAt } = this.#parts;
    const { waiting: records } = this.#drafts;
    for (let isFinal = false; records.size > 0; ) {
      const before = records.size;
      for await (const { kind, waiting } of records.takeAll()) {
        this.checkStop();
        const entries = waiting.map(({ entry }) => entry);
        const stored = await storedOf(target, kind, entries, passedAt);
        const kept = await this.#drafts.save(kind, this.#current(kind, waiting, stored), { isFinal });
        for (const each of waiting) records.settle(kind, each);
        await this.#store(kind, kept, [], stored);
        await this.#run.onProgress(report);
      }
      isFinal = records.size === before;
    }
  }
}
