import { expect } from 'vitest';
import type { Answer } from '../gateway.ts';

type Errors = NonNullable<Answer['errors']>;
type AnswerError = Errors[number] & { readonly locations?: unknown };

interface Told {
  /** The path of the null that the error causes. */
  readonly place: string;
  /** The message, if only its own field is null. */
  readonly says?: string;
}

function told({ message, path = [], locations, extensions }: AnswerError, data: unknown): Told {
  const { requestId: _, ...known } = extensions;
  const says = JSON.stringify({ message, path, locations, extensions: known });
  let value = data;
  for (const [at, key] of path.entries()) {
    if (value === null || value === undefined) return { place: path.slice(0, at).join('.') };
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return { place: path.join('.'), says };
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** A response in comparable form: errors are sorted, and below a null that an error causes only its path counts. */
export function said({ data, errors = [] }: Answer) {
  const all = errors.map((error) => told(error, data));
  return {
    data: JSON.stringify(data),
    places: sorted(all.map(({ place }) => place)),
    errors: sorted(all.flatMap(({ says }) => says ?? [])),
  };
}

export function expectSame(planned: Answer, plain: Answer, operation: string): void {
  expect(said(planned), operation).toEqual(said(plain));
}
