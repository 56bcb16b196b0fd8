export interface Cache<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** What was used of late; bounded in number and length of keys, so that no caller can fill the memory. */
export function boundedCache<V>({ entries = 500, keyLength = 10_000 } = {}): Cache<V> {
  const kept = new Map<string, V>();
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      if (key.length > keyLength) return;
      kept.delete(key);
      kept.set(key, value);
      if (kept.size <= entries) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
  };
}
