/** Calls `make` again only when its last value is older than `ms`; concurrent callers share one call. */
export function cachedFor<T>(ms: number, make: () => Promise<T>): () => Promise<T> {
  let cached: { readonly value: T; readonly expires: number } | undefined;
  let pending: Promise<T> | undefined;
  async function renew(): Promise<T> {
    try {
      const value = await make();
      cached = { value, expires: performance.now() + ms };
      return value;
    } finally {
      pending = undefined;
    }
  }
  return async () => {
    if (cached !== undefined && performance.now() < cached.expires) return cached.value;
    pending ??= renew();
    return pending;
  };
}
