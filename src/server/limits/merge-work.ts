import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { SelectionCount } from '../../execution/plan/selection-count.ts';

interface Collected {
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
  readonly spreads: ReadonlySet<string>;
  readonly compared: Set<string>;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Cost of comparing two fields, and of comparing their selections: time, in visited selections. */
const comparison = 0.4;
const nested = 1;

/** Counts comparisons as validation makes them: they can grow with the square of the size, or faster. */
export class MergeWork {
  readonly #fragments: Fragments;
  readonly #count: SelectionCount;
  readonly #collected = new Map<SelectionSetNode, Collected>();
  readonly #pairs = new Map<string, Set<string>>();

  constructor(fragments: Fragments, count: SelectionCount) {
    this.#fragments = fragments;
    this.#count = count;
  }

  within(set: SelectionSetNode): void {
    const collected = this.#collect(set);
    for (const fields of collected.fields.values())
      for (let at = 0; at < fields.length; at++)
        for (let other = at + 1; other < fields.length; other++) this.#fields(fields[at], fields[other]);
    const spreads = [...collected.spreads];
    for (const [at, name] of spreads.entries()) {
      this.#withFragment(collected, name);
      for (let other = at + 1; other < spreads.length; other++)
        this.#withEachOther(name, spreads[other] ?? '');
    }
  }

  #collect(set: SelectionSetNode): Collected {
    const known = this.#collected.get(set);
    if (known !== undefined) return known;
    const fields = new Map<string, FieldNode[]>();
    const spreads = new Set<string>();
    const visit = ({ selections }: SelectionSetNode): void => {
      for (const each of selections) {
        if (each.kind === Kind.INLINE_FRAGMENT) visit(each.selectionSet);
        else if (each.kind === Kind.FRAGMENT_SPREAD) spreads.add(each.name.value);
        else {
          const key = each.alias?.value ?? each.name.value;
          const same = fields.get(key);
          if (same) same.push(each);
          else fields.set(key, [each]);
        }
      }
    };
    visit(set);
    const collected = { fields, spreads, compared: new Set<string>() };
    this.#collected.set(set, collected);
    return collected;
  }

  #collectFragment(name: string): Collected | undefined {
    const fragment = this.#fragments.get(name);
    return fragment && this.#collect(fragment.selectionSet);
  }

  #fields(one: FieldNode | undefined, other: FieldNode | undefined): void {
    this.#count.add(comparison);
    if (one?.selectionSet && other?.selectionSet) this.#sets(one.selectionSet, other.selectionSet);
  }

  #sets(one: SelectionSetNode, other: SelectionSetNode): void {
    this.#count.add(nested);
    const [a, b] = [this.#collect(one), this.#collect(other)];
    this.#between(a, b);
    for (const name of b.spreads) this.#withFragment(a, name);
    for (const name of a.spreads) this.#withFragment(b, name);
    for (const name of a.spreads) for (const each of b.spreads) this.#withEachOther(name, each);
  }

  #between(a: Collected, b: Collected): void {
    this.#count.add(comparison * a.fields.size);
    for (const [key, fields] of a.fields)
      for (const one of fields) for (const other of b.fields.get(key) ?? []) this.#fields(one, other);
  }

  #withFragment(collected: Collected, name: string): void {
    this.#count.add(comparison);
    if (collected.fields.size === 0 || collected.compared.has(name)) return;
    collected.compared.add(name);
    const fragment = this.#collectFragment(name);
    if (fragment === undefined || fragment === collected) return;
    this.#between(collected, fragment);
    for (const each of fragment.spreads) this.#withFragment(collected, each);
  }

  #isCompared(one: string, other: string): boolean {
    const [first, second] = one < other ? [one, other] : [other, one];
    const compared = this.#pairs.get(first) ?? new Set();
    this.#pairs.set(first, compared);
    if (compared.has(second)) return true;
    compared.add(second);
    return false;
  }

  /** Iterative: a chain of pairs can be as long as their number. */
  #withEachOther(first: string, second: string): void {
    const pending: (readonly [string, string])[] = [[first, second]];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      const [one, other] = pair;
      this.#count.add(comparison);
      if (one === other || this.#isCompared(one, other)) continue;
      const [a, b] = [this.#collectFragment(one), this.#collectFragment(other)];
      if (a === undefined || b === undefined) continue;
      this.#between(a, b);
      for (const each of b.spreads) pending.push([one, each]);
      for (const each of a.spreads) pending.push([each, other]);
    }
  }
}
