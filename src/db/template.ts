import { defaultCacheBytes, SharedCache } from '../shared-cache.ts';
import type { Columns } from './statement.ts';
import type { TextStatement } from './text-query.ts';

/** Stands in a statement for a value that is known when it is run. */
export class Slot {
  readonly of: string;

  constructor(of: string) {
    this.of = of;
  }
}

/** A statement that is put together once, and run with one set of values after another. */
export class Template {
  readonly #text: string;
  readonly #values: readonly unknown[];

  constructor({ text, values }: TextStatement) {
    this.#text = text;
    this.#values = values;
  }

  get length(): number {
    return this.#text.length;
  }

  with(filled: Readonly<Record<string, unknown>>): TextStatement {
    return {
      text: this.#text,
      values: this.#values.map((value) => (value instanceof Slot ? filled[value.of] : value)),
    };
  }
}

/**
 * The cache of this process. A template holds nothing of an account: its values are filled in when it is run.
 */
let cache = new SharedCache(defaultCacheBytes);

/** Caches templates from now on in a cache that also holds other values. */
export function cacheTemplatesIn(shared: SharedCache): void {
  cache = shared;
}

const names = new WeakMap<object, string>();

/** The names of the columns as a text, the same for all sets of the same columns. */
function nameOf(columns: Columns): string {
  if (columns === undefined) return '*';
  const known = names.get(columns);
  if (known !== undefined) return known;
  const name = [...columns].sort().join();
  names.set(columns, name);
  return name;
}

/** What a template takes in memory besides its text and its key, and for each column that is read. */
const [templateBytes, columnBytes] = [1_500, 150];

let kinds = 0;

/** What is made for a set of columns, by a key: made once for all plans that read the same columns. */
export function perColumns<V extends { readonly template: Template }>() {
  // No document begins with U+0000, whose texts are keys in the same cache.
  const prefix = `\0${kinds++}`;
  return (accountId: string, wanted: Columns, key: string, make: () => V): V => {
    const fullKey = `${prefix} ${key} ${nameOf(wanted)}`;
    const owner = { accountId, caller: '' };
    // A key of this kind is set below only.
    const known = cache.get(fullKey, owner) as V | undefined;
    if (known !== undefined) return known;
    const value = make();
    const columns = wanted?.size ?? 40;
    const bytes = templateBytes + fullKey.length + value.template.length + columns * columnBytes;
    cache.set(fullKey, value, bytes, owner);
    return value;
  };
}
