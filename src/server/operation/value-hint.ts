import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** A hint names all fields or values of a type, or none. */
const maxNames = 20;

function listed(names: readonly string[], conjunction = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2
    ? quoted.join()
    : `${quoted.slice(0, -1).join(', ')} ${conjunction} ${quoted.at(-1)}`;
}

type Hint = (schema: GraphQLSchema, ...found: readonly string[]) => string;

function ofInputObject(schema: GraphQLSchema, name: string, ifLarge: string): string {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) return '';
  const fields = Object.keys(type.getFields());
  if (fields.length > maxNames) return ifLarge;
  if (type.isOneOf) return ` ${name} is an object with one field: ${listed(fields, 'or')}.`;
  return ` ${name} is an object with the field${fields.length === 1 ? '' : 's'} ${listed(fields)}.`;
}

const ofFields: Hint = (schema, name = '') => ofInputObject(schema, name, '');
const ofObject: Hint = (schema, name = '') => ofInputObject(schema, name, ` ${name} is an object.`);

const withoutQuotes: Hint = (_schema, value) => ` Send ${value}, without quotes.`;

const ofEnum: Hint = (schema, name = '', value = '') => {
  const type = schema.getType(name);
  const values = isEnumType(type) ? type.getValues().map((each) => each.name) : [];
  if (values.includes(value)) return withoutQuotes(schema, value);
  return values.length > 0 && values.length <= maxNames ? ` ${name} has the values ${listed(values)}.` : '';
};

const ofArguments: Hint = (schema, typeName = '', fieldName = '') => {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  if (field === undefined) return '';
  const names = field.args.map(({ name }) => name);
  if (names.length === 0) return ` \`${fieldName}\` has no arguments.`;
  return ` \`${fieldName}\` has the argument${names.length === 1 ? '' : 's'} ${listed(names)}.`;
};

/** The hints for messages of graphql about literals and variables. */
const hints: readonly (readonly [message: RegExp, hint: Hint])[] = [
  [/Field "\w+" is not defined by type "(\w+)"\./, ofFields],
  [/Expected value of type "\[*(\w+)[\]!]*", found (?!null)/, ofObject],
  [/Expected type "(\w+)" to be an object\./, ofObject],
  [/OneOf Input Object "(\w+)" must specify exactly one key\./, ofFields],
  [/Exactly one key must be specified for OneOf type "(\w+)"\./, ofFields],
  [/argument "\w+" of type "\[*(\w+)[\]!]*" is required/, ofObject],
  [/Value "\w*" does not exist in "(\w+)" enum\./, ofEnum],
  [/Enum "(\w+)" cannot represent non-\w+ value: "?(\w+)"?\./, ofEnum],
  [/Unknown argument "\w+" on field "(\w+)\.(\w+)"\./, ofArguments],
  [
    /String cannot represent a non string value: ([\w.-]+)$/,
    (_schema, value) => ` Send "${value}", with quotes.`,
  ],
  [/(?:Int|Float) cannot represent .*: "(-?\d+)"$/, withoutQuotes],
  [/Boolean cannot represent .*: "(true|false)"$/, withoutQuotes],
];

/** The values of an argument or input field, for an error of graphql about one; empty for other errors. */
export function valueHint(schema: GraphQLSchema, { message }: Error): string {
  for (const [pattern, hint] of hints) {
    const match = pattern.exec(message);
    if (match !== null) return hint(schema, ...match.slice(1));
  }
  return '';
}
