import { stream } from './accounts.ts';
import { type Era, instant } from './clock.ts';
import { blockSize, eraOf, familiesOf, hasManyChildren, siblingOrdinal } from './families.ts';
import { demoId } from './ids.ts';
import { branchName, brandOf, type Company, companyOf, emailName } from './names.ts';
import { abroadOf, countryOf, homeOf, type Place } from './places.ts';
import type { Random } from './random.ts';
import { type Sample, sampleOf } from './samples.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

export interface Identity extends Company {
  readonly index: number;
  readonly id: string;
  /** The host name of the customer's email addresses and website: for a branch, its parent's. */
  readonly host: string;
  readonly place: Place;
  readonly isAbroad: boolean;
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
    const createdAt =
      sample?.createdAt ?? createdAtOf(random, eraOf(account, Math.floor(index / blockSize)), parent);
    const made = demoId('Customer', createdAt, random);
    const company = parent === undefined ? this.#company(random, index) : this.#branch(index, parent);
    const { country } = homeOf(account)[0] ?? company.place;
    const isAbroad = company.place.country !== country;
    return { index, id: sample?.id ?? made, ...company, isAbroad, createdAt, parent, sample };
  }

  #company(random: Random, index: number): Pick<Identity, 'host' | 'name' | 'place' | 'trade'> {
    const { account } = this.#settings;
    const sample = sampleOf(account, index);
    const isHome = random.chance(0.78) || hasManyChildren(account, index);
    const place = random.pick(isHome ? homeOf(account) : abroadOf(account));
    const { name, trade } = companyOf(random, this.#words, sample?.company?.place ?? place);
    const chosen = { name, trade, place, ...sample?.company };
    const brand = emailName(brandOf(chosen.name), `customer-${index + 1}`)
      .slice(0, 30)
      .replace(/-$/, '');
    return { host: `${brand}.example.com`, ...chosen };
  }

  /** A branch: the branches of a parent are at different places of its country. */
  #branch(index: number, parent: Identity): Pick<Identity, 'host' | 'name' | 'place' | 'trade'> {
    const { account } = this.#settings;
    const places = countryOf(parent.place);
    const ordinal = siblingOrdinal(account, index);
    // Neighbours in the table are often in one state; the stride and the number of places have no common divisor.
    const stride = places.length % 7 === 0 ? 1 : 7;
    const place = places[(parent.index + stride * ordinal) % places.length] ?? parent.place;
    const name = branchName(parent.name, place, Math.floor(ordinal / places.length));
    return { name, trade: parent.trade, host: parent.host, place };
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
}

/** Never before the parent; a third of the children were created with it in the same import. */
function createdAtOf(random: Random, era: Era, parent: Identity | undefined): Date {
  if (parent !== undefined) {
    return random.chance(0.33) ? parent.createdAt : instant(random, parent.createdAt, era.to);
  }
  return random.chance(0.3) ? random.pick(era.imports) : instant(random, era.from, era.to);
}
