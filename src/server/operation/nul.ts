import { type ASTNode, GraphQLError } from 'graphql';

export function noNul(where: string, node: ASTNode | null = null): GraphQLError {
  return new GraphQLError(`${where}: A string cannot contain the character U+0000; leave it out.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function nulIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key in value) {
    const each = (value as Readonly<Record<string, unknown>>)[key];
    const found = key.includes('\0') ? path : nulIn(each, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Refuses strings that no database text can hold, wherever they are in variables. */
export function nulFault(variables: object): GraphQLError | undefined {
  const found = nulIn(variables, '$');
  return found === undefined ? undefined : noNul(`\`${found.replace('$.', '$')}\``);
}
