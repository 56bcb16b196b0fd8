import type { Caller } from './gateway.ts';

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data it selects
  readonly [field: string]: any;
  readonly userErrors: readonly UserError[];
}

/**
 * Executes a mutation with a single `input`, whose type is named after the mutation by default. Returns the
 * payload: the selection and the user errors.
 */
export async function mutate(
  caller: Caller,
  name: string,
  input: object,
  selection = 'customer { id version }',
  type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`,
): Promise<Result> {
  const document = `mutation ($input: ${type}!) {
    ${name}(input: $input) { ${selection} userErrors { code message path } } }`;
  const { data, errors } = await caller.execute(document, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

/** The codes and paths of the user errors, sorted. */
export const faultsOf = ({ userErrors }: Result): readonly string[] =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`.trim()).sort();
