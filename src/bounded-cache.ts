export interface Cache<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

interface Entry<V> {
  value: V;
  isUsed: boolean;
}

/**
 * What was used of late; bounded in number and length of keys, so that no caller can fill the memory. When it is full,
 * the oldest goes that was not used since the last time that it was looked at. To use one only marks it: a Map whose
 * entries are taken out and put back makes its table anew all the time, and the old tables keep what they point to.
 */
export function boundedCache<V>({ entries = 500, keyLength = 10_000 } = {}): Cache<V> {
  const kept = new Map<string, Entry<V>>();
  function makeRoom(): void {
    for (const [key, entry] of kept) {
      kept.delete(key);
      if (!entry.isUsed) return;
      entry.isUsed = false;
      kept.set(key, entry);
    }
  }
  return {
    get(key) {
      const entry = kept.get(key);
      if (entry !== undefined) entry.isUsed = true;
      return entry?.value;
    },
    set(key, value) {
      if (key.length > keyLength) return;
      const entry = kept.get(key);
      if (entry !== undefined) {
        entry.value = value;
        entry.isUsed = true;
        return;
      }
      if (kept.size >= entries) makeRoom();
      kept.set(key, { value, isUsed: false });
    },
  };
}
