import { Batch, type Load } from '../../src/loaders/batch.ts';
import { createLevels } from '../../src/loaders/levels.ts';

export const capitals: Load<string> = async (keys) => new Map(keys.map((key) => [key, key.toUpperCase()]));

/** Has all but one. */
export const failing: Load<string> = (keys) => capitals(keys.filter((key) => key !== 'bad'));

/** A batch of words in capitals, and the keys of each of its reads. */
export function openBatch(load = capitals) {
  const reads: (readonly string[])[] = [];
  const noted: Load<string> = (keys) => {
    reads.push(keys);
    return load(keys);
  };
  const batch = new Batch<string>(createLevels(), noted, () => new Error('no such key'));
  return { batch, reads };
}

/** A load that waits to be let go. */
export function heldLoad() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const load: Load<string> = async (keys) => {
    await held;
    return capitals(keys);
  };
  return { load, release: () => release() };
}
