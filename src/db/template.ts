import { defaultCacheBytes, SharedCache } from '../shared-cache.ts';
import type { Columns } from './statement.ts';
import type { TextStatement } from './text-batch.ts';

/** A placeholder in a statement for a value that is known only when it runs. */
export class Slot {
  readonly of: string;

  constructor(of: string) {
    this.of = of;
  }
}

/** A statement that is built once and run with different values. */
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
 * The template cache of this process. A template holds no
 * account's data: its values are filled in when it runs.
 */
let cache = new SharedCache(defaultCacheBytes);

/** Stores templates from now on in a cache shared with other values. */
export function cacheTemplatesIn(shared: SharedCache): void {
  cache = shared;
}

const names = new WeakMap<object, string>();

/** The column names as text; equal for equal sets of columns. */
function nameOf(columns: Columns): string {
  if (columns === undefined) return '*';
  const known = names.get(columns);
  if (known !== undefined) return known;
  const name = [...columns].sort().join();
  names.set(columns, name);
  return name;
}

/** Approximate memory of a template without its text and key, and of each column read. */
const [templateBytes, columnBytes] = [1_500, 150];

let kinds = 0;

/** Caches values by key and set of columns, so that all plans reading the same columns share them. */
export function perColumns<V extends { readonly template: Template }>() {
  // The texts of documents are keys in the same cache; none of them begins with U+0000.
  const prefix = `\0${kinds++}`;
  return (accountId: string, wanted: Columns, key: string, make: () => V): V => {
    const fullKey = `${prefix} ${key} ${nameOf(wanted)}`;
    const owner = { accountId, caller: '' };
    // Only the code below sets keys with this prefix.
    const known = cache.get(fullKey, owner) as V | undefined;
    if (known !== undefined) return known;
    const value = make();
    const columns = wanted?.size ?? 40;
    const bytes = templateBytes + fullKey.length + value.template.length + columns * columnBytes;
    cache.set(fullKey, value, bytes, owner);
    return value;
  };
}
