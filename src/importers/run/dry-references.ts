import { createHash } from 'node:crypto';
import { sourceSystems } from '../../domain/source-system.ts';
import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject, SourceRecord } from '../record.ts';

interface Values extends JsonObject {
  readonly by?: unknown;
  readonly source?: unknown;
  readonly sourceId?: unknown;
  readonly serviceLevelToken?: unknown;
  readonly email?: unknown;
  readonly shopper?: unknown;
  readonly customer?: unknown;
  readonly carrier?: unknown;
  readonly address?: unknown;
  readonly billToAddress?: unknown;
  readonly shipToAddress?: unknown;
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** 30 bits fit a small integer, of which a set of millions needs little memory; some absent ids seem present. */
const hashOf = (sourceId: string): number =>
  createHash('md5').update(sourceId.trim()).digest().readUInt32BE(0) >>> 2;

/** The keys by which items refer to objects without their source records. */
const names = [
  'number',
  'name',
  'token',
  'email',
  'username',
  'abbreviation',
  'shortId',
  'shopperEmail',
] as const;

const nameKeys = (value: Values): readonly string[] =>
  names.flatMap((key) => {
    const name = value[key];
    return typeof name === 'string' ? [`${key} ${name.trim().toLowerCase()}`] : [];
  });

function sourceIdIn(value: Values): string | undefined {
  const source = isObject(value.source) ? value.source : value;
  return typeof source.sourceId === 'string' ? source.sourceId : undefined;
}

const ownedKey = (sourceId: string): string => `owned ${sourceId.trim()}`;

/** The records of the object and of its addresses that the item gives to an owner: others need not name it. */
function ownedKeys(sourceId: string, { customer, carrier, billToAddress, shipToAddress }: Values) {
  const nested = [billToAddress, shipToAddress].flatMap((each) =>
    isObject(each) && isObject(each.source) ? (sourceIdIn(each) ?? []) : [],
  );
  const own = customer === undefined && carrier === undefined ? [] : [sourceId];
  return [...own, ...nested].map(ownedKey);
}

function keysOf({ sourceId, system, item }: SourceRecord): readonly string[] {
  // Items are plain objects of many types.
  const values = item as unknown as Values;
  const { by, shopper, serviceLevelToken: token, ...own } = values;
  const shopperEmail = isObject(shopper) ? shopper.email : undefined;
  const shortId = system === sourceSystems.INVENTORY_PRO ? sourceId : undefined;
  const given = [own, { token }, { shopperEmail }, { shortId }, ...(isObject(by) ? [by] : [])];
  const named = given.flatMap((each) => [...[sourceIdIn(each) ?? []].flat(), ...nameKeys(each)]);
  return [sourceId, ...named, ...ownedKeys(sourceId, values)];
}

/** The key by which a reference finds its object. An object without owner belongs to that of its record. */
function keyFor(item: Values, path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), item);
  if (isObject(value)) return sourceIdIn(value) ?? nameKeys(value)[0];
  const isOwner = path.length === 1 && (path[0] === 'customer' || path[0] === 'carrier');
  const record = isOwner
    ? [item, item.address].find((each) => isObject(each) && isObject(each.source))
    : undefined;
  const sourceId = isObject(record) ? sourceIdIn(record) : undefined;
  return sourceId === undefined ? undefined : ownedKey(sourceId);
}

/** The records of a dry run, which later records can refer to although nothing is written. */
export class DryReferences {
  readonly #seen = new Set<number>();

  add(record: SourceRecord): void {
    for (const key of keysOf(record)) this.#seen.add(hashOf(key));
  }

  has = ({ code, path }: UserError, item: JsonObject): boolean => {
    const key = code === 'NOT_FOUND' ? keyFor(item, path) : undefined;
    return key !== undefined && this.#seen.has(hashOf(key));
  };
}
