/** How often optional values are present: never, by chance, or always. */
export type Fullness = 'none' | 'some' | 'all';

/** sfc32: equal seeds give equal values on every machine. */
export class Random {
  readonly #fullness: Fullness;
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #counter = 1;

  constructor(seeds: readonly number[], fullness: Fullness = 'some') {
    this.#fullness = fullness;
    for (const seed of seeds) {
      this.#a ^= seed;
      for (let round = 0; round < 12; round += 1) this.u32();
    }
  }

  u32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  below(limit: number): number {
    return Math.floor((this.u32() / 4_294_967_296) * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.u32() < share * 4_294_967_296;
  }

  has(share: number): boolean {
    const drawn = this.chance(share);
    return this.#fullness === 'some' ? drawn : this.#fullness === 'all';
  }

  maybe<T>(share: number, make: () => T): T | null {
    return this.has(share) ? make() : null;
  }

  /** The number of optional items: one of the given counts; 0 or the maximum for fullness `none` or `all`. */
  count(counts: readonly number[]): number {
    const drawn = this.pick(counts);
    if (this.#fullness === 'some') return drawn;
    return this.#fullness === 'all' ? Math.max(...counts) : 0;
  }

  pick<T>(list: readonly T[]): T {
    const at = this.below(list.length);
    if (list.length === 0) throw new RangeError('There is nothing to pick from.');
    // In range; a cast, because the list's type may include undefined.
    return list[at] as T;
  }

  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) {
      const at = this.below(rest.length);
      chosen.push(...rest.splice(at, 1));
    }
    return chosen;
  }

  text(alphabet: string, length: number): string {
    let text = '';
    for (let at = 0; at < length; at += 1) text += alphabet[this.below(alphabet.length)];
    return text;
  }

  /** Replaces each "#" by a digit, each "*" by a digit other than 0, and each "@" by a capital letter. */
  pattern(pattern: string): string {
    return pattern.replace(/[#*@]/g, (sign) => this.text(signs[sign] ?? DIGITS, 1));
  }
}

const DIGITS = '0123456789';
/** The letters that postal codes of both Canada and the United Kingdom use in every place. */
const LETTERS = 'ABEGHJLNPRSTWXY';
const signs: Readonly<Record<string, string>> = { '#': DIGITS, '*': DIGITS.slice(1), '@': LETTERS };

/** Repeats each value by its weight, to pick from. */
export function weighted<T extends string>(weights: Readonly<Record<T, number>>): readonly T[] {
  // Object.entries widens the keys to string.
  const entries = Object.entries(weights) as [T, number][];
  return entries.flatMap(([value, weight]) => Array<T>(weight).fill(value));
}
