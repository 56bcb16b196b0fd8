import { type ExecutionResult, type GraphQLError, getNamedType, isAbstractType } from 'graphql';
import type { Context } from '../context.ts';
import { type Batch, Deferred } from '../loaders/batch.ts';
import {
  asError,
  Completion,
  loadedValue,
  newObject,
  type Onward,
  type Places,
  propertiesOf,
  type Task,
} from './complete.ts';
import { settle } from './failures.ts';
import type { PlannedField, Selection, Shape } from './plan/plan.ts';
import type { RequestPlan } from './plan/request-plan.ts';
import { WaitingFields } from './waiting-fields.ts';

interface FieldValues {
  readonly field: PlannedField;
  readonly shape: Shape;
  readonly values: unknown[];
  readonly places: Places;
  missing: number;
}

/** The number of objects from which work waits for a turn; less work takes less time than the wait. */
const manyObjects = 100;

const isPromise = (value: object): value is PromiseLike<unknown> =>
  'then' in value && typeof value.then === 'function';

/** Breadth first: resolves a field for all objects, one level at a time. Only resolvers create promises. */
class Run implements Onward {
  readonly #request: RequestPlan;
  readonly #context: Context;
  readonly #completion = new Completion(this);
  readonly #tasks: Task[] = [];
  #waiting = new Map<Batch<unknown>, FieldValues[]>();
  #underWay = 0;
  readonly #fields: WaitingFields | undefined;
  #finish: (() => void) | undefined;
  #abandon: ((error: unknown) => void) | undefined;

  constructor(request: RequestPlan, context: Context) {
    this.#request = request;
    this.#context = context;
    const { observation, loaders } = context;
    if (observation?.tracer !== undefined) this.#fields = new WaitingFields(request.plan.root);
    loaders.levels.observer = this.#fields;
  }

  answer(selection: Selection, root: unknown): Promise<ExecutionResult> {
    const data = newObject(selection);
    return new Promise((resolve, reject) => {
      // V8 allocates a function literal that is assigned to a property in the old generation.
      const finish = () => {
        const completion = this.#completion;
        resolve(completion.hasFailed ? settle(selection, data, completion.failures) : { data });
      };
      this.#finish = finish;
      this.#abandon = reject;
      this.#tasks.push({ selection, sources: [root], objects: [data] });
      this.#proceed();
    });
  }

  #proceed(arrived: readonly FieldValues[] = []): void {
    try {
      for (const column of arrived) this.#oneLess(column);
      for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) this.#fill(task);
      if (this.#waiting.size > 0) this.#send();
      else if (this.#underWay === 0) this.#finish?.();
    } catch (error) {
      this.#abandon?.(error);
    }
  }

  #send(): void {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    this.#underWay += waiting.size;
    this.#context.loaders.levels.schedule(() => {
      for (const [batch, columns] of waiting) {
        this.#fields?.flushing(
          batch,
          columns.map(({ field }) => field),
        );
        void batch.flush().then(() => this.#arrive(columns));
      }
    });
  }

  /** Work on many objects waits for a turn; until then it holds the level, for its next requests. */
  #arrive(columns: readonly FieldValues[]): void {
    const proceed = () => {
      this.#underWay -= 1;
      this.#proceed(columns);
    };
    const objects = columns.reduce((sum, { values }) => sum + values.length, 0);
    const { turn, loaders } = this.#context;
    if (objects < manyObjects) proceed();
    else loaders.levels.hold(turn()).then(proceed, this.#abandon);
  }

  #oneLess(column: FieldValues): void {
    column.missing -= 1;
    if (column.missing > 0) return;
    const { field, shape, values, places } = column;
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value instanceof Deferred) values[at] = loadedValue(value);
    }
    this.#completion.complete(field, shape, values, places);
  }

  #fill({ selection, sources, objects }: Task): void {
    for (const field of selection.fields) {
      const { key, constant, property } = field;
      if (constant !== undefined) for (const object of objects) object[key] = constant;
      else {
        const values =
          property === undefined ? this.#resolve(field, sources) : propertiesOf(sources, property);
        this.place(field, field.shape, values, { containers: objects, keys: key });
      }
    }
  }

  fill(task: Task): void {
    this.#tasks.push(task);
  }

  #resolve(field: PlannedField, sources: readonly unknown[]): unknown[] {
    if (this.#fields === undefined) return this.#resolved(field, sources);
    return this.#fields.resolve(field, () => this.#resolved(field, sources));
  }

  #resolved(field: PlannedField, sources: readonly unknown[]): unknown[] {
    const { resolve } = field.definition;
    const values: unknown[] = new Array(sources.length);
    try {
      const args = this.#request.args(field.args);
      const info = this.#request.infoOf(field);
      for (let at = 0; at < sources.length; at++)
        try {
          values[at] = resolve?.(sources[at], args, this.#context, info);
        } catch (error) {
          values[at] = asError(error);
        }
      return values;
    } catch (error) {
      return values.fill(asError(error));
    }
  }

  typeResolver(field: PlannedField): (value: unknown) => unknown {
    const type = getNamedType(field.definition.type);
    const info = this.#request.infoOf(field);
    return (value) =>
      isAbstractType(type) ? type.resolveType?.(value, this.#context, info, type) : undefined;
  }

  place(field: PlannedField, shape: Shape, values: unknown[], places: Places): void {
    const column = { field, shape, values, places, missing: 0 };
    let promises: number[] | undefined;
    let batch: Batch<unknown> | undefined;
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (typeof value !== 'object' || value === null) continue;
      if (value instanceof Deferred) {
        if (value.request()) values[at] = loadedValue(value);
        else if (value.batch !== batch) {
          batch = value.batch;
          this.#waitFor(batch, column);
        }
      } else if (isPromise(value)) {
        promises ??= [];
        promises.push(at);
      }
    }
    if (promises !== undefined) column.missing += promises.length;
    else if (column.missing === 0) {
      this.#completion.complete(field, shape, values, places);
      return;
    }
    // Keeps the fields in order in the response, regardless of which value arrives first.
    if (typeof places.keys === 'string')
      for (const container of places.containers) container[places.keys] = undefined;
    if (promises !== undefined) for (const at of promises) this.#await(column, at);
  }

  #waitFor(batch: Batch<unknown>, column: FieldValues): void {
    const columns = this.#waiting.get(batch);
    // Columns are placed one after the other, so a batch has this column already if it is its last.
    if (columns?.at(-1) === column) return;
    column.missing += 1;
    if (columns === undefined) this.#waiting.set(batch, [column]);
    else columns.push(column);
  }

  #await(column: FieldValues, at: number): void {
    this.#underWay += 1;
    const arrive = (value: unknown) => {
      column.values[at] = value;
      this.#underWay -= 1;
      this.#proceed([column]);
    };
    (column.values[at] as PromiseLike<unknown>).then(arrive, (error) => arrive(asError(error)));
  }
}

async function runSerially(request: RequestPlan, context: Context, root: unknown): Promise<ExecutionResult> {
  const { root: selection } = request.plan;
  const data = newObject(selection);
  const errors: GraphQLError[] = [];
  for (const field of selection.fields) {
    const one = { ...selection, fields: [field] };
    const result = await new Run(request, context).answer(one, root);
    errors.push(...(result.errors ?? []));
    if (!result.data) return { errors, data: null };
    data[field.key] = result.data[field.key];
  }
  return { ...(errors.length > 0 && { errors }), data };
}

/** Executes a planned operation (a subscription for one event), with the same result as graphql-js. */
export function runPlan(request: RequestPlan, context: Context, root?: unknown): Promise<ExecutionResult> {
  const { operation, root: selection } = request.plan;
  const isSerial = operation.operation === 'mutation' && selection.fields.length > 1;
  return isSerial ? runSerially(request, context, root) : new Run(request, context).answer(selection, root);
}
