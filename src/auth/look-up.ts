import DataLoader from 'dataloader';
import type { Observation } from '../observe/observation.ts';

/** How long a look-up that no request waits for can wait for others. */
const gatherMs = 250;

const maxKeys = 1_000;

/** No look-up joins a statement sent before it: each result is at least as recent as its look-up. */
export class LookUp<K, V> {
  readonly #loader: DataLoader<K, V, string>;
  #requests: Observation[] = [];
  #dispatch: (() => void) | undefined;
  #isHurried = false;
  #timer: NodeJS.Timeout | undefined;

  /** `read` returns the values in the order of the keys; keys with the same text are the same key. */
  constructor(
    read: (keys: readonly K[], requests: readonly Observation[]) => Promise<readonly V[]>,
    textOf: (key: K) => string,
  ) {
    this.#loader = new DataLoader<K, V, string>(
      (keys) => {
        this.#loader.clearAll();
        const requests = this.#requests;
        this.#requests = [];
        return read(keys, requests);
      },
      {
        cacheKeyFn: textOf,
        maxBatchSize: maxKeys,
        batchScheduleFn: (dispatch) => {
          // A batch that is full is sent when the next one begins.
          this.#send();
          this.#dispatch = dispatch;
        },
      },
    );
  }

  /** Looks a key up, together with those of all requests that arrived in this turn of the event loop. */
  now(key: K, request?: Observation): Promise<V> {
    const found = this.#loader.load(key);
    if (request !== undefined) this.#requests.push(request);
    this.flush();
    return found;
  }

  /** Looks a key up within 250 ms, together with others; for results that no request waits for. */
  soon(key: K): Promise<V> {
    const found = this.#loader.load(key);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, gatherMs).unref();
    return found;
  }

  /** Sends the look-ups that wait for others at the end of this turn of the event loop. */
  flush(): void {
    if (this.#isHurried) return;
    this.#isHurried = true;
    setImmediate(() => {
      this.#isHurried = false;
      this.#send();
    });
  }

  #send(): void {
    const dispatch = this.#dispatch;
    this.#dispatch = undefined;
    dispatch?.();
  }
}
