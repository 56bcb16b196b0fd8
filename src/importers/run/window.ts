import { setImmediate } from 'node:timers/promises';
import type { RecordKind, Rejection, SourceRecord } from '../record.ts';
import { type Entry, entryOf } from './entry.ts';
import { maxBatch, rankOf } from './kinds.ts';

/** Records that are saved together, in the order of their kinds. */
export interface Window {
  readonly entries: readonly Entry[];
  readonly rejections: readonly Rejection[];
}

/** In records. */
export interface Sizes {
  readonly window: number;
  readonly batch: number;
}

export const maxSizes: Sizes = { window: 2_000, batch: maxBatch };

/** Of the records of a window, or of a batch of waiting records, as received. One record can have more. */
export const maxCharacters = 2 << 20;

const lengthOf = ({ raw }: Rejection): number => JSON.stringify(raw)?.length ?? 0;

/** Records that are read before answers of the database for the window before are handled. */
const turn = 16;

export async function* windowsOf(
  records: AsyncIterable<SourceRecord | Rejection>,
  { window: maxEntries }: Sizes,
): AsyncGenerator<Window, void> {
  let entries: Entry[] = [];
  let rejections: Rejection[] = [];
  let [characters, count] = [0, 0];
  for await (const record of records) {
    count += 1;
    if (count % turn === 0) await setImmediate();
    if (record.kind === 'rejection') {
      rejections.push(record);
      characters += lengthOf(record);
    } else {
      const entry = entryOf(record);
      entries.push(entry);
      characters += entry.raw.length;
    }
    if (entries.length + rejections.length < maxEntries && characters < maxCharacters) continue;
    yield { entries, rejections };
    [entries, rejections, characters] = [[], [], 0];
  }
  if (entries.length + rejections.length > 0) yield { entries, rejections };
}

export interface Batch {
  readonly kind: RecordKind;
  readonly entries: readonly Entry[];
}

interface Placed {
  readonly entry: Entry;
  /** How many earlier entries of the window are the same record: those are in earlier batches. */
  readonly repetition: number;
  readonly isChild: boolean;
}

function place(entries: readonly Entry[]): readonly Placed[] {
  const repetitions = new Map<string, number>();
  return entries.map((entry) => {
    const { kind, sourceId, item } = entry.record;
    const token = JSON.stringify([kind, sourceId.trim()]);
    const repetition = repetitions.get(token) ?? 0;
    repetitions.set(token, repetition + 1);
    return { entry, repetition, isChild: 'parent' in item && item.parent != null };
  });
}

/** Batches of one kind, without two entries of one record. Customers without a parent come first. */
export function batchesOf(entries: readonly Entry[], { batch: maxEntries }: Sizes): readonly Batch[] {
  const sorted = [...place(entries)].sort(
    (a, b) =>
      rankOf(a.entry.record.kind) - rankOf(b.entry.record.kind) ||
      a.repetition - b.repetition ||
      Number(a.isChild) - Number(b.isChild),
  );
  const batches: { kind: RecordKind; repetition: number; entries: Entry[] }[] = [];
  for (const { entry, repetition } of sorted) {
    const { kind } = entry.record;
    const last = batches.at(-1);
    const fits = last?.kind === kind && last.repetition === repetition && last.entries.length < maxEntries;
    if (last !== undefined && fits) last.entries.push(entry);
    else batches.push({ kind, repetition, entries: [entry] });
  }
  return batches;
}
