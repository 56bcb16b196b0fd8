import { GraphQLError, Kind, print, type ValueNode, valueFromASTUntyped } from 'graphql';
import { isDay } from '../../day.ts';
import { canonicalDecimal, parseDecimal } from '../../domain/decimal.ts';
import { isObject } from '../../is-object.ts';
import { builder } from './builder.ts';
import { requestError, shorten } from './request-error.ts';

function invalidValue(what: string, value: unknown): GraphQLError {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return requestError('BAD_USER_INPUT', `${what} Got: ${shorten(String(shown))}`);
}

/** Parses a literal; the errors of `parse` get its location. */
function atLiteral<T>(node: ValueNode, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
  }
}

const dateTime = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;
const dateTimeRule =
  'A DateTime is an RFC 3339 timestamp with its offset: "2024-11-02T14:22:00Z"; in ranges, also a date: "2024-11-02".';

/** The same instant in UTC, with its fraction up to microseconds (PostgreSQL's precision); a date stays as it is. */
function parseDateTime(value: unknown): string {
  if (isDay(value)) return value;
  const [, date, time, fraction, offset] = (typeof value === 'string' && dateTime.exec(value)) || [];
  if (date === undefined || time === undefined || offset === undefined)
    throw invalidValue(dateTimeRule, value);
  // JavaScript rolls over days that a month does not have, so the date must survive the round trip.
  const local = new Date(`${date}T${time}Z`);
  const instant = new Date(`${date}T${time}${offset.toUpperCase()}`);
  if (Number.isNaN(instant.getTime()) || !local.toISOString().startsWith(date) || !isInRange(instant))
    throw invalidValue(dateTimeRule, value);
  return `${instant.toISOString().slice(0, 19)}${fraction === undefined ? '' : `.${fraction.slice(0, 6)}`}Z`;
}

const isInRange = (instant: Date): boolean =>
  instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999;

builder.scalarType('DateTime', {
  description:
    'RFC 3339 timestamp. Returned in UTC with milliseconds (`2024-11-02T14:22:00.000Z`); accepted with any offset (`2024-11-02T16:22:00+02:00`). A range (`from`, `to`) also accepts a date without a time (`2024-11-02`): the whole day in UTC.',
  serialize: (value) => value,
  parseValue: parseDateTime,
  parseLiteral: (node) => atLiteral(node, () => parseDateTime(valueFromASTUntyped(node))),
});

function parseDecimalText(value: unknown): string {
  const parsed = typeof value === 'string' ? parseDecimal(value) : undefined;
  if (parsed?.ok) return parsed.value;
  throw invalidValue(parsed?.reason ?? 'A Decimal is a string of plain digits: "1234.56".', value);
}

builder.scalarType('Decimal', {
  description:
    'Exact decimal as a string of plain digits (`"1234.56"`): at most 35 before the decimal point and 30 after it, no exponent, no trailing zeros. Never a float.',
  serialize: (value) => canonicalDecimal(String(value)),
  parseValue: parseDecimalText,
  parseLiteral: (node) => {
    // A number in a document is text, so it is still exact.
    const isNumber = node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING;
    return atLiteral(node, () => parseDecimalText(isNumber ? node.value : print(node)));
  },
});

/** JSON has no infinity: a number outside the range of doubles would be stored as null. */
function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (Array.isArray(value)) return value.some(hasInfinity);
  return isObject(value) && Object.values(value).some(hasInfinity);
}

function parseObject(value: unknown): Record<string, unknown> {
  if (isObject(value) && hasInfinity(value))
    throw requestError(
      'BAD_USER_INPUT',
      'A number in a JSONObject is out of the range of doubles; send it as a string.',
    );
  if (isObject(value)) return value;
  throw invalidValue('A JSONObject is a JSON object: {"key": "value"}.', value);
}

/** Above what any field needs, and far below what exhausts the stack; variables have a lower limit. */
const maxLiteralDepth = 250;

export function fromLiteral(
  node: ValueNode,
  variables: Record<string, unknown> | null | undefined,
  depth = 1,
): unknown {
  if (depth > maxLiteralDepth)
    throw requestError(
      'BAD_USER_INPUT',
      `A value is nested too deeply; the maximum is ${maxLiteralDepth} levels.`,
    );
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, fromLiteral(field.value, variables, depth + 1)]),
      );
    case Kind.LIST:
      return node.values.map((item) => fromLiteral(item, variables, depth + 1));
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return node.value;
  }
}

builder.scalarType('JSON', {
  description: 'Any JSON value: an object, a list, a string, a number, a boolean or null.',
  serialize: (value) => value,
});

builder.scalarType('JSONObject', {
  description: 'A JSON object with arbitrary content.',
  serialize: (value) => value,
  parseValue: parseObject,
  parseLiteral: (node, variables) => atLiteral(node, () => parseObject(fromLiteral(node, variables))),
});
