import type { GraphQLError } from 'graphql';
import { shorten } from '../../schema/request-error.ts';
import { depthError } from '../limits/json-depth.ts';
import { idParams, type Params } from '../limits/persisted.ts';
import { rejected, requestFormat } from '../rejection.ts';

const texts = ['query', 'operationName', ...idParams];
const objects = ['variables', 'extensions'];
const known: ReadonlySet<string> = new Set([...texts, ...objects]);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const invalid = (message: string): GraphQLError =>
  rejected({ code: 'BAD_REQUEST', message: `${message} ${requestFormat}` });

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw invalid('The body is not valid JSON.');
  }
}

type Given = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Given => typeOf(value) === 'an object';

function checkTypes(given: Given): void {
  for (const name in given) {
    const value = given[name];
    if (value === null) continue;
    if (!known.has(name)) throw invalid(`The body has an unknown parameter, \`${shorten(name)}\`.`);
    const expected = objects.includes(name) ? 'an object' : 'a string';
    const actual = typeOf(value);
    if (actual !== expected) throw invalid(`\`${name}\` is ${actual}; it must be ${expected}.`);
  }
}

const isNamed = ({ documentId, doc_id: docId, extensions }: Params): boolean =>
  documentId != null || docId != null || extensions?.persistedQuery != null;

function checked(given: unknown): Params {
  const tooDeep = depthError(given);
  if (tooDeep) throw tooDeep;
  if (!isObject(given))
    throw invalid(`The body is ${typeOf(given)}; it must be an object. Batches are not supported.`);
  checkTypes(given);
  const params = given as Params;
  if (params.query == null && !isNamed(params)) throw invalid('`query` is missing.');
  return params;
}

/** Parses and checks the parameters of a request by POST. */
export const paramsOf = (body: Buffer): Params => checked(parsed(body));

function objectIn(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw rejected({
      code: 'BAD_REQUEST',
      message: `\`${name}\` in the URL is not valid JSON; send a JSON object.`,
    });
  }
}

/** Parses and checks the parameters of a request by GET; others in the URL are ignored. */
export function paramsIn(search: URLSearchParams): Params {
  const given: Record<string, unknown> = {};
  for (const name of known) {
    const text = search.get(name);
    if (text) given[name] = objects.includes(name) ? objectIn(name, text) : text;
  }
  return checked(given);
}
