import { expect } from 'vitest';
import type { Answer } from '../gateway.ts';

type Errors = NonNullable<Answer['errors']>;
type AnswerError = Errors[number] & { readonly locations?: unknown };

interface Told {
  /** Where null stands because of the error. */
  readonly place: string;
  /** What it says, where nothing but its own field is null because of it. */
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

/** What an answer says, in whichever order its errors came, without those that a null above them makes needless. */
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
