import { boundedCache, type Cache } from '../bounded-cache.ts';
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

  with(filled: Readonly<Record<string, unknown>>): TextStatement {
    return {
      text: this.#text,
      values: this.#values.map((value) => (value instanceof Slot ? filled[value.of] : value)),
    };
  }
}

const everyColumn = {};

/** What was made for a set of columns, by a key: sets belong to plans, and what is made for them goes with them. */
export function perColumns<V>(): (wanted: Columns, key: string, make: () => V) => V {
  const made = new WeakMap<object, Cache<V>>();
  return (wanted, key, make) => {
    const set = wanted ?? everyColumn;
    const byKey = made.get(set) ?? boundedCache<V>({ entries: 200 });
    made.set(set, byKey);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const value = make();
    byKey.set(key, value);
    return value;
  };
}
