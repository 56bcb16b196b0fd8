import { stream } from './accounts.ts';
import { type Era, instant } from './clock.ts';
import { blockSize, eraOf, familiesOf } from './families.ts';
import { demoId } from './ids.ts';
import { companyName, emailName } from './names.ts';
import { foreignPlaces, homePlaces, type Place } from './places.ts';
import type { Random } from './random.ts';
import { type Sample, sampleOf } from './samples.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

/** The data of a customer that other rows need; created from its index alone. */
export interface Identity {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly createdAt: Date;
  readonly parent: Identity | undefined;
  readonly sample: Sample | undefined;
}

export class Identities {
  readonly #settings: Settings;
  readonly #words: Words;
  readonly #parents = new Map<number, Identity>();

  constructor(settings: Settings, words: Words) {
    this.#settings = settings;
    this.#words = words;
  }

  of(index: number): Identity {
    const { account } = this.#settings;
    const random = stream(account.ordinal, 'identity', index);
    const sample = sampleOf(account, index);
    const parent = this.#parentOf(index);
    const place =
      sample?.place ?? (random.chance(0.78) ? random.pick(homePlaces) : random.pick(foreignPlaces));
    const name = companyName(random, this.#words, place.language);
    const childName = parent && this.#childName(random, parent, place);
    const createdAt =
      sample?.createdAt ?? createdAtOf(random, eraOf(account, Math.floor(index / blockSize)), parent);
    const id = demoId('Customer', createdAt, random);
    return { index, id, name: sample?.name ?? childName ?? name, place, createdAt, parent, sample };
  }

  #parentOf(index: number): Identity | undefined {
    const place = index % blockSize;
    const parent = familiesOf(this.#settings.account, Math.floor(index / blockSize))[place];
    return parent === undefined || parent === place ? undefined : this.#remembered(index - place + parent);
  }

  /** Caches parents. Families lie within one block, so those of another block are not needed again. */
  #remembered(index: number): Identity {
    const known = this.#parents.get(index);
    if (known !== undefined) return known;
    const identity = this.of(index);
    if (this.#parents.size > blockSize) this.#parents.clear();
    this.#parents.set(index, identity);
    return identity;
  }

  #childName(random: Random, parent: Identity, { city }: Place): string {
    const form = random.below(4);
    if (form === 0) return parent.name;
    if (form === 1) return `${parent.name} #${random.between(1, 999)}`;
    if (form === 2) return `${parent.name} – ${city}`;
    return companyName(random, this.#words, parent.place.language);
  }
}

/** The host name of a customer's email addresses and website. */
export function hostOf({ name, index }: Identity): string {
  return `${emailName(name, `customer-${index + 1}`)
    .slice(0, 30)
    .replace(/-$/, '')}.example.com`;
}

/** Never before the parent; a third of the children were created with it in the same import. */
function createdAtOf(random: Random, era: Era, parent: Identity | undefined): Date {
  if (parent !== undefined) {
    return random.chance(0.33) ? parent.createdAt : instant(random, parent.createdAt, era.to);
  }
  return random.chance(0.3) ? random.pick(era.imports) : instant(random, era.from, era.to);
}
