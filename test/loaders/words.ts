import { Batch, type Load } from '../../src/loaders/batch.ts';
import { createLevels } from '../../src/loaders/levels.ts';

/** A batch of words in capitals, and the keys of each of its reads. */
export function openBatch(load: Load<string> = async (keys) => keys.map((key) => key.toUpperCase())) {
  const reads: (readonly string[])[] = [];
  const batch = new Batch<string>((keys) => {
    reads.push(keys);
    return load(keys);
  }, createLevels());
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
    return keys.map((key) => key.toUpperCase());
  };
  return { load, release: () => release() };
}

/** Fails one key. */
export const failing: Load<string> = async (keys) =>
  keys.map((key) => (key === 'bad' ? new Error('no such key') : key.toUpperCase()));
