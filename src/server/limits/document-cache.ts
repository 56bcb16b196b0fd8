interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** What was parsed of late; bounded in number and length, so that no caller can fill the memory with documents. */
export function boundedCache<T>({ entries = 500, keyLength = 10_000 } = {}): Cache<T> {
  const kept = new Map<string, T>();
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
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Errors are found again rather than kept: nobody sends a wrong document often but to fill the memory. */
export const noCache = <T>(): Cache<T> => ({ get: () => undefined, set: () => undefined });
