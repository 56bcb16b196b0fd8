import { createHash } from 'node:crypto';
import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject, SourceRecord } from '../record.ts';

interface Values extends JsonObject {
  readonly source?: unknown;
  readonly sourceId?: unknown;
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** 30 bits fit a small integer, of which a set of millions needs little memory; some absent ids seem present. */
const numberOf = (sourceId: string): number =>
  createHash('md5').update(sourceId.trim()).digest().readUInt32BE(0) >>> 2;

function sourceIdIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const source = isObject(value.source) ? value.source : value;
  return typeof source.sourceId === 'string' ? source.sourceId : undefined;
}

/** The records of a dry run, which later records can refer to although nothing is written. */
export class DryReferences {
  readonly #seen = new Set<number>();

  add({ sourceId }: SourceRecord): void {
    this.#seen.add(numberOf(sourceId));
  }

  has = ({ code, path }: UserError, item: JsonObject): boolean => {
    if (code !== 'NOT_FOUND') return false;
    const value = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), item);
    const sourceId = sourceIdIn(value);
    return sourceId !== undefined && this.#seen.has(numberOf(sourceId));
  };
}
