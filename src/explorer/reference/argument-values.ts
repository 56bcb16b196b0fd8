import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { alwaysOf, sampleOf, sampleOfScalar, shownOf } from './sample-values.ts';

/** Names of nested input fields, from an argument or input field inwards, that an example must contain. */
export type Chain = readonly string[];

interface InputPosition {
  readonly root: string;
  readonly owner: string;
  readonly chain: Chain;
}

export type InputValue = GraphQLArgument | GraphQLInputField;

/** Required fields, the next field of the chain, and some that show the input's purpose. */
function fieldsShown(type: GraphQLInputObjectType, chain: Chain): readonly GraphQLInputField[] {
  const fields = Object.values(type.getFields());
  const wanted = [...alwaysOf(type.name), ...(chain[0] === undefined ? shownOf(type.name) : [chain[0]])];
  const chosen = fields.filter((each) => wanted.includes(each.name) || isRequiredInputField(each));
  const shownFields = chosen.length > 0 ? chosen : fields.filter(({ name }) => name !== 'dryRun').slice(0, 2);
  const dryRun = fields.find(({ name }) => name === 'dryRun');
  return [...shownFields, ...(dryRun ? [dryRun] : [])];
}

function literalOf(type: GraphQLInputType, place: InputPosition): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${literalOf(nullable.ofType, place)}]`;
  if (isInputObjectType(nullable)) {
    const { root, chain } = place;
    const fields = fieldsShown(nullable, chain).map((field) => {
      const inside = { root, owner: nullable.name, chain: field.name === chain[0] ? chain.slice(1) : [] };
      return `${field.name}: ${inputLiteral(field, inside)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? 'null';
  // An ID without a known sample is an empty string, which refers to no object.
  return sampleOfScalar[getNamedType(nullable).name] ?? '""';
}

function inputLiteral({ name, type }: InputValue, place: InputPosition): string {
  const { root, owner, chain } = place;
  const known = chain.length === 0 ? sampleOf({ root, owner, name, type: getNamedType(type) }) : undefined;
  return known ?? literalOf(type, place);
}

const rows = 'first: 3';

interface ArgumentsToShow {
  readonly root: string;
  readonly owner: string;
  readonly args: readonly GraphQLArgument[];
  /** Begins with the name of an argument. */
  readonly chain?: Chain;
}

/** In parentheses: required arguments, the first of the chain, those that always belong, and a small page. */
export function argumentsOf({ root, owner, args, chain = [] }: ArgumentsToShow): string {
  const given = args
    .filter(
      (arg) =>
        isRequiredArgument(arg) ||
        arg.name === chain[0] ||
        (chain.length === 0 && alwaysOf(owner).includes(arg.name)),
    )
    .map((arg) => {
      const place = { root, owner, chain: arg.name === chain[0] ? chain.slice(1) : [] };
      return `${arg.name}: ${inputLiteral(arg, place)}`;
    });
  if (args.some(({ name }) => name === 'first') && chain[0] !== 'first') given.unshift(rows);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}
