import { Batch, createLevels, type Load } from '../../src/loaders/batch.ts';

export const capitals: Load<string> = async (keys) => new Map(keys.map((key) => [key, key.toUpperCase()]));

/** Has all keys except `bad`. */
export const failing: Load<string> = (keys) => capitals(keys.filter((key) => key !== 'bad'));

/** A batch of words in capitals, and the keys of each of its reads. */
export function openBatch(load = capitals) {
  const reads: (readonly string[])[] = [];
  const noted: Load<string> = (keys) => {
    reads.push([...keys]);
    return load(keys);
  };
  const batch = new Batch<string>(createLevels(), noted, () => new Error('no such key'));
  /** Requests keys; returns which are available already. */
  const request = (...keys: readonly string[]) => keys.map((key) => batch.request(key).isLoaded);
  const values = (...keys: readonly string[]) => keys.map((key) => batch.find(key)?.value(key));
  return { batch, reads, request, values };
}

/** A load that waits for `release`. */
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
