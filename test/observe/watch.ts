import type { Observation } from '../../src/observe/observation.ts';
import type { Attributes, Span, SpanName, Statement, Subject, Tracer } from '../../src/observe/observer.ts';
import { observers } from '../../src/observe/observers.ts';
import { eventually } from '../eventually.ts';

export interface SeenSpan {
  readonly name: SpanName;
  readonly parent: SeenSpan | undefined;
  readonly subject: Subject | undefined;
  attributes: Attributes;
  error: unknown;
  ends: number;
}

/** Keeps all spans, in the order of their starts. */
export class SeenSpans implements Tracer {
  readonly all: SeenSpan[] = [];
  readonly #spans = new Map<Span, SeenSpan>();

  start(name: SpanName, attributes: Attributes = {}, parent?: Span, subject?: Subject): Span {
    const seen: SeenSpan = {
      name,
      parent: parent && this.#spans.get(parent),
      subject,
      attributes,
      error: undefined,
      ends: 0,
    };
    if (parent !== undefined && seen.parent === undefined)
      throw new Error('The parent is of another tracer.');
    const span: Span = {
      end(more, error) {
        seen.attributes = { ...seen.attributes, ...more };
        seen.error = error;
        seen.ends += 1;
      },
    };
    this.#spans.set(span, seen);
    this.all.push(seen);
    return span;
  }

  named(name: SpanName): readonly SeenSpan[] {
    return this.all.filter((span) => span.name === name);
  }
}

/** An observer that keeps what it is told. */
export function watch(started: (observation: Observation) => void = () => undefined) {
  const ended: Observation[] = [];
  const statements: Statement[] = [];
  const batches: number[] = [];
  const observer = observers([
    {
      started,
      ended: (observation) => void ended.push(observation),
      statement: (statement) => void statements.push(statement),
      batch: (keys) => void batches.push(keys),
    },
  ]);
  /** The observation of the only request with this id. */
  const of = (id: string): Promise<Observation> =>
    eventually(() => {
      const [found, ...others] = ended.filter(({ requestId }) => requestId === id);
      if (found === undefined || others.length > 0)
        throw new Error(`${id} was observed ${others.length + (found ? 1 : 0)} times`);
      return found;
    });
  return { observer, ended, statements, batches, of };
}
