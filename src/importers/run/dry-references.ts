import { createHash } from 'node:crypto';
import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject, SourceRecord } from '../record.ts';

interface Values extends JsonObject {
  readonly by?: unknown;
  readonly source?: unknown;
  readonly sourceId?: unknown;
  readonly serviceLevelToken?: unknown;
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** 30 bits fit a small integer, of which a set of millions needs little memory; some absent ids seem present. */
const hashOf = (sourceId: string): number =>
  createHash('md5').update(sourceId.trim()).digest().readUInt32BE(0) >>> 2;

/** The keys by which items refer to objects without their source records. */
const names = ['number', 'name', 'token', 'email'] as const;

const nameKeys = (value: Values): readonly string[] =>
  names.flatMap((key) => {
    const name = value[key];
    return typeof name === 'string' ? [`${key} ${name.trim().toLowerCase()}`] : [];
  });

function sourceIdIn(value: Values): string | undefined {
  const source = isObject(value.source) ? value.source : value;
  return typeof source.sourceId === 'string' ? source.sourceId : undefined;
}

function keysOf({ sourceId, item }: SourceRecord): readonly string[] {
  // Items are plain objects of many types.
  const { by, serviceLevelToken: token, ...values } = item as unknown as Values;
  const given = [values, { token }, ...(isObject(by) ? [by] : [])];
  return [sourceId, ...given.flatMap((each) => [...[sourceIdIn(each) ?? []].flat(), ...nameKeys(each)])];
}

/** The records of a dry run, which later records can refer to although nothing is written. */
export class DryReferences {
  readonly #seen = new Set<number>();

  add(record: SourceRecord): void {
    for (const key of keysOf(record)) this.#seen.add(hashOf(key));
  }

  has = ({ code, path }: UserError, item: JsonObject): boolean => {
    if (code !== 'NOT_FOUND') return false;
    const value = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), item);
    if (!isObject(value)) return false;
    const key = sourceIdIn(value) ?? nameKeys(value)[0];
    return key !== undefined && this.#seen.has(hashOf(key));
  };
}
