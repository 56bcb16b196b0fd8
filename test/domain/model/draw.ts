import fc, { type GeneratorValue } from 'fast-check';
import { prefixes, type State } from './state.ts';
import type { World } from './world.ts';

/** A number below the count, uniformly distributed: fast-check prefers the ends. */
const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));

/** Draws values, mostly valid ones, from the existing rows. */
export class Draw {
  readonly #draw: GeneratorValue;
  readonly #state: State;
  readonly #world: World;

  constructor(draw: GeneratorValue, state: State, world: World) {
    this.#draw = draw;
    this.#state = state;
    this.#world = world;
  }

  below(count: number): number {
    return this.#draw(evenly, count);
  }

  /** True once in `times` draws on average. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  some<T>(most: number, draw: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, draw);
  }

  /** A value, or sometimes none, in any of the ways to omit a value. */
  text(...values: readonly [string, ...string[]]): string | null {
    return this.once(6) ? this.pick([null, '', '  ']) : this.pick(values);
  }

  /** The id of one row of a kind: mostly an existing one that satisfies the condition. */
  id(kind: string, matches: (row: Readonly<Record<string, unknown>>) => boolean = () => true): string {
    if (this.once(50)) return this.pick(['nonsense', 'tag_1', `${prefixes[kind]}0`]);
    if (this.once(50)) return this.#world.strangers[kind] ?? 'nonsense';
    const rows = this.#rows(kind);
    const right = this.once(15) ? rows : rows.filter(matches);
    return String(right[this.below(Math.max(1, right.length))]?.id ?? `${prefixes[kind]}0`);
  }

  #rows(kind: string): readonly Readonly<Record<string, unknown>>[] {
    const { customers, addresses, aliases, settings } = this.#state;
    const merged = this.once(5) ? Object.keys(aliases).map((id) => ({ id })) : [];
    if (kind === 'Customer') return [...customers.map((each) => ({ ...each })), ...merged];
    if (kind === 'Address') return addresses.map((each) => ({ ...each }));
    return settings[kind] ?? [];
  }

  /** Some of the fields of an input; only selected ones are drawn. */
  fields(draws: Readonly<Record<string, () => unknown>>, one: number): Record<string, unknown> {
    const selected = Object.entries(draws).filter(() => this.once(one));
    return Object.fromEntries(selected.map(([name, draw]) => [name, draw()]));
  }
}
