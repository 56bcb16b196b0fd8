import { type DemoAccount, meridian, stream } from './accounts.ts';
import { allTime, type Era, quarter } from './clock.ts';

/** The number of customers that are created and written together; a family lies within one block. */
export const blockSize = 1000;

/** Later blocks are each from one quarter: adjacent in the indexes, so large data is written faster. */
const mixedBlocks = 5;

/** The parent's place in the block by place; a customer without a parent has its own place. */
export type Families = Int16Array;

/** After the last sample customer; ACME's children are first, then a parent with hundreds. */
const firstFamily = 24;
const acmeChildren = 12;
const hundreds = 250;

const made = new Map<string, Families>();

export function familiesOf(account: DemoAccount, block: number): Families {
  const key = `${account.ordinal}/${block}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  // Blocks are created in order, so caching the last one suffices.
  made.clear();
  const families = makeFamilies(account, block);
  made.set(key, families);
  return families;
}

function makeFamilies(account: DemoAccount, block: number): Families {
  const random = stream(account.ordinal, 'family', block);
  const families = Int16Array.from({ length: blockSize }, (_, place) => place);
  let place = block === 0 ? addFirstFamilies(account, families) : random.below(20);
  if (block > 0 && block % 2 === 0) place = addFamily(families, place, place + 1, random.between(200, 400));
  while (place < blockSize) {
    const size = random.chance(0.05) ? random.pick([1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 16, 20]) : 0;
    place = addFamily(families, place, place + 1, size);
  }
  return families;
}

function addFirstFamilies(account: DemoAccount, families: Families): number {
  const next = addFamily(families, 0, firstFamily, acmeChildren);
  return account === meridian ? addFamily(families, next, next + 1, hundreds) : next;
}

function addFamily(families: Families, parent: number, firstChild: number, size: number): number {
  const next = Math.min(firstChild + size, blockSize);
  families.fill(parent, firstChild, next);
  return next;
}

/** Whether a customer has more children than most countries have places. */
export function hasManyChildren(account: DemoAccount, index: number): boolean {
  const place = index % blockSize;
  return familiesOf(account, Math.floor(index / blockSize))[place + 5] === place;
}

export function siblingOrdinal(account: DemoAccount, index: number): number {
  const families = familiesOf(account, Math.floor(index / blockSize));
  const place = index % blockSize;
  const parent = families[place];
  let first = place;
  while (first > 0 && families[first - 1] === parent && first - 1 !== parent) first -= 1;
  return place - first;
}

export function eraOf(account: DemoAccount, block: number): Era {
  return block < mixedBlocks ? allTime : quarter(stream(account.ordinal, 'era', block));
}
