import { GraphQLError } from 'graphql';
import type { Deferred } from '../loaders/batch.ts';
import type { Failures } from './failures.ts';
import type { PlannedField, Selection, Shape } from './plan/plan.ts';

export type Container = Record<string | number, unknown>;

export interface Places {
  readonly containers: readonly Container[];
  /** One key for all containers, or one for each. */
  readonly keys: string | readonly number[];
}

export interface Task {
  readonly selection: Selection;
  readonly sources: unknown[];
  readonly objects: Container[];
}

/** A new object of the response. Without a prototype, it can have the key `__proto__`. */
export const newObject = ({ hasProtoKey }: Selection): Container => (hasProtoKey ? Object.create(null) : {});

export interface Onward {
  place(field: PlannedField, shape: Shape, values: unknown[], places: Places): void;
  fill(task: Task): void;
  typeResolver(field: PlannedField): (value: unknown) => unknown;
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new GraphQLError(`Unexpected error value: ${String(thrown)}`);

export function propertiesOf(sources: readonly unknown[], property: string): unknown[] {
  const values: unknown[] = new Array(sources.length);
  for (let at = 0; at < sources.length; at++)
    values[at] = (sources[at] as Readonly<Record<string, unknown>>)[property];
  return values;
}

export function loadedValue(deferred: Deferred<unknown>): unknown {
  try {
    return deferred.value;
  } catch (error) {
    return asError(error);
  }
}

function taskOf(tasks: Task[], selection: Selection): Task {
  const known = tasks.find((each) => each.selection === selection);
  if (known !== undefined) return known;
  const task: Task = { selection, sources: [], objects: [] };
  tasks.push(task);
  return task;
}

const keyAt = (keys: Places['keys'], at: number): string | number =>
  typeof keys === 'string' ? keys : (keys[at] as number);

export class Completion {
  hasFailed = false;
  readonly #onward: Onward;
  readonly #failed: Failures['at'] = new Map();
  /** The objects whose selections depend on their types. */
  readonly #abstract: Task[] = [];

  constructor(onward: Onward) {
    this.#onward = onward;
  }

  get failures(): Failures {
    const selections = new Map<object, Selection>();
    for (const { selection, objects } of this.#abstract)
      for (const object of objects) selections.set(object, selection);
    return { at: this.#failed, selections };
  }

  complete(field: PlannedField, shape: Shape, values: readonly unknown[], places: Places): void {
    if (shape.kind === 'leaf') this.#leaves(shape, values, places);
    else if (shape.kind === 'list') this.#lists(field, shape, values, places);
    else this.#objects(field, shape, values, places);
  }

  #isThere(shape: Shape, value: unknown, container: Container, key: string | number): boolean {
    if (value === null || value === undefined) {
      container[key] = null;
      if (shape.nonNull) this.hasFailed = true;
      return false;
    }
    if (typeof value !== 'object' || !(value instanceof Error)) return true;
    this.#fail(container, key, value);
    return false;
  }

  #fail(container: Container, key: string | number, error: Error): void {
    this.hasFailed = true;
    container[key] = null;
    const failed = this.#failed.get(container) ?? new Map();
    this.#failed.set(container, failed.set(key, error));
  }

  #leaves(shape: Shape & { kind: 'leaf' }, values: readonly unknown[], { containers, keys }: Places): void {
    const { type, plain } = shape;
    for (let at = 0; at < values.length; at++) {
      const [container, key, value] = [containers[at] as Container, keyAt(keys, at), values[at]];
      if (!this.#isThere(shape, value, container, key)) continue;
      try {
        container[key] = typeof value === plain ? value : type.serialize(value);
      } catch (error) {
        this.#fail(container, key, asError(error));
      }
    }
  }

  #lists(
    field: PlannedField,
    shape: Shape & { kind: 'list' },
    values: readonly unknown[],
    { containers, keys }: Places,
  ): void {
    const items: unknown[] = [];
    const places = { containers: [] as Container[], keys: [] as number[] };
    for (let at = 0; at < values.length; at++) {
      const [container, key, value] = [containers[at] as Container, keyAt(keys, at), values[at]];
      if (!this.#isThere(shape, value, container, key)) continue;
      if (!Array.isArray(value)) {
        this.#fail(container, key, notIterable(field));
        continue;
      }
      // An array is a container whose keys are its indices.
      const list = new Array(value.length) as unknown as Container;
      container[key] = list;
      for (let index = 0; index < value.length; index++) {
        items.push(value[index]);
        places.containers.push(list);
        places.keys.push(index);
      }
    }
    if (items.length > 0) this.#onward.place(field, shape.of, items, places);
  }

  #objects(
    field: PlannedField,
    shape: Shape & { kind: 'object' | 'abstract' },
    values: readonly unknown[],
    { containers, keys }: Places,
  ): void {
    const selectionOf = shape.kind === 'abstract' ? this.#chooser(field, shape) : () => shape.selection;
    const tasks: Task[] = [];
    let task: Task | undefined;
    for (let at = 0; at < values.length; at++) {
      const [container, key, value] = [containers[at] as Container, keyAt(keys, at), values[at]];
      if (!this.#isThere(shape, value, container, key)) continue;
      try {
        const selection = selectionOf(value);
        const object = newObject(selection);
        if (task?.selection !== selection) task = taskOf(tasks, selection);
        task.sources.push(value);
        task.objects.push(object);
        container[key] = object;
      } catch (error) {
        this.#fail(container, key, asError(error));
      }
    }
    if (shape.kind === 'abstract') this.#abstract.push(...tasks);
    for (const each of tasks) this.#onward.fill(each);
  }

  #chooser(
    field: PlannedField,
    { type, selections }: Shape & { kind: 'abstract' },
  ): (value: unknown) => Selection {
    const typeOf = this.#onward.typeResolver(field);
    return (value) => {
      const name = typeOf(value);
      const selection = typeof name === 'string' ? selections.get(name) : undefined;
      if (selection === undefined) throw new Error(`"${String(name)}" is not a type of ${String(type)}.`);
      return selection;
    };
  }
}

const notIterable = ({ parent, definition }: PlannedField): Error =>
  new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`);
