import { AsyncLocalStorage } from 'node:async_hooks';
import type { Batch, BatchObserver } from '../loaders/batch.ts';
import { type FieldPaths, fieldPaths } from './plan/field-paths.ts';
import type { PlannedField, Selection } from './plan/plan.ts';

/** The maximum number of fields that the span of a batch names. */
const maxFields = 20;

/** The field of a resolver, also after its first await. */
const running = new AsyncLocalStorage<PlannedField>();
let followers = 0;

/** Names the fields that wait for each batch of a traced request. */
export class WaitingFields implements BatchObserver {
  readonly #root: Selection;
  #paths: FieldPaths | undefined;
  /** Fields whose resolvers await the batch. */
  readonly #awaiting = new Map<Batch<unknown>, Set<PlannedField>>();

  constructor(root: Selection) {
    this.#root = root;
  }

  /** Follows the resolvers of the work. On Node 20, this slows all promises of the process until it ends. */
  static async follow<T>(work: () => Promise<T>): Promise<T> {
    followers += 1;
    try {
      return await work();
    } finally {
      followers -= 1;
      if (followers === 0) running.disable();
    }
  }

  resolve<T>(field: PlannedField, resolve: () => T): T {
    return followers === 0 ? resolve() : running.run(field, resolve);
  }

  requested(batch: Batch<unknown>): void {
    const field = running.getStore();
    if (field === undefined) return;
    const awaiting = this.#awaiting.get(batch) ?? new Set();
    this.#awaiting.set(batch, awaiting.add(field));
  }

  flushing(batch: Batch<unknown>, fields: Iterable<PlannedField> = []): void {
    const waiting = new Set([...fields, ...(this.#awaiting.get(batch) ?? [])]);
    this.#awaiting.delete(batch);
    this.#paths ??= fieldPaths(this.#root);
    const known = this.#paths;
    const paths = [...waiting].flatMap((field) => known.get(field) ?? []);
    batch.paths = paths.map(({ keys }) => keys);
    batch.fields = [...new Set(paths.map(({ names }) => names))].slice(0, maxFields);
  }
}
