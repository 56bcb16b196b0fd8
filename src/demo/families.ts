import { type DemoAccount, meridian, stream } from './accounts.ts';
import { allTime, type Era, quarter } from './clock.ts';

/** Customers are made and written in blocks of so many; a family lies in one block. */
export const blockSize = 1000;

/**
 * So many blocks have customers of all times. Each after them has those of one quarter: what is written together then
 * lies together in the indexes, which a large base is written the faster for.
 */
const mixedBlocks = 5;

/** The parent's place in the block for each place; its own place for who has none. */
export type Families = Int16Array;

/** After the last of the customers made to measure; ACME's children come first, then a parent of hundreds. */
const firstFamily = 24;
const acmeChildren = 12;
const hundreds = 250;

const made = new Map<string, Families>();

export function familiesOf(account: DemoAccount, block: number): Families {
  const key = `${account.ordinal}/${block}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  // Blocks are made one after the other, so the last one is enough.
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

/** Answers the place after the family. */
function addFamily(families: Families, parent: number, firstChild: number, size: number): number {
  const next = Math.min(firstChild + size, blockSize);
  families.fill(parent, firstChild, next);
  return next;
}

export function eraOf(account: DemoAccount, block: number): Era {
  return block < mixedBlocks ? allTime : quarter(stream(account.ordinal, 'era', block));
}
