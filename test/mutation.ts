import type { Caller } from './gateway.ts';

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for, it knows the shape of
  readonly [field: string]: any;
  readonly userErrors: readonly UserError[];
}

/** Does a mutation of one input, whose type is named after it; its payload, with `selection` and the user errors. */
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

/** Codes and paths of user errors, in the order of their paths. */
export const faultsOf = ({ userErrors }: Result): readonly string[] =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`.trim()).sort();
