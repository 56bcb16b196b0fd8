import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

interface Names {
  /** Types and enum values, which messages also contain without quotes. */
  readonly types: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

function namesOf(schema: GraphQLSchema): Names {
  const types = new Set<string>();
  const others = new Set<string>(schema.getDirectives().map(({ name }) => name));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isSpecifiedScalarType(type) || type.name.startsWith('__')) continue;
    types.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) types.add(name);
    if (isInputObjectType(type)) for (const name in type.getFields()) others.add(name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args } of Object.values(type.getFields()))
      for (const each of [name, ...args.map((arg) => arg.name)]) others.add(each);
  }
  return { types, others };
}

const word = /[_A-Za-z][_0-9A-Za-z]*/g;
const quotedText = /"[^"]*"|`[^`]*`/g;
const hidden = '…';

/** Hides names of the schema that a request does not contain from the messages of its errors. */
export type HideNames = (
  message: string,
  request: { readonly query: string; readonly variables?: unknown },
) => string;

/** For gateways that hide the schema: messages of graphql and of resolvers name types, arguments and fields. */
export function createHideNames(schema: GraphQLSchema): HideNames {
  const { types, others } = namesOf(schema);
  return (message, { query, variables }) => {
    const given = new Set(`${query} ${JSON.stringify(variables ?? null)}`.match(word));
    const hide = (text: string, isName: (name: string) => boolean) =>
      text.replace(word, (name) => (isName(name) && !given.has(name) ? hidden : name));
    return hide(
      message.replace(quotedText, (text) => hide(text, (name) => types.has(name) || others.has(name))),
      (name) => types.has(name),
    );
  };
}
