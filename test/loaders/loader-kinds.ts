import DataLoader from 'dataloader';
import { Batch, createLevels, type Load } from '../../src/loaders/batch.ts';
import { capitals } from './words.ts';

export const absent = () => new Error('no such key');

/** DataLoader itself, as the reference. */
const plain = (load: Load<string>): DataLoader<string, string> =>
  new DataLoader(async (keys) => {
    const values = await load(keys);
    return keys.map((key) => values.get(key) ?? absent());
  });

const batched = (load: Load<string>): DataLoader<string, string> =>
  new Batch<string>(createLevels(), load, absent);

/** DataLoader's contract is tested with both. */
export const kinds = [
  ['DataLoader', plain],
  ['Batch', batched],
] as const;

/** A loader of words in capitals, and the keys of each of its reads. */
export function openLoader(create: typeof plain, load = capitals) {
  const reads: (readonly string[])[] = [];
  const loader = create((keys) => {
    reads.push([...keys]);
    return load(keys);
  });
  return { loader, reads };
}
