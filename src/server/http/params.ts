import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { shorten } from '../../schema/relay/request-error.ts';
import { limitExceeded, rejected, requestFormat } from '../rejection.ts';

/** Maximum nesting of lists and objects in a request, the request itself included. */
const maxDepth = 32;

/** Descends at most `levels` levels, so that no value can exhaust the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isDeeperThan(levels - 1, each));
  for (const key in value)
    if (isDeeperThan(levels - 1, (value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

/** The error for parameters that are nested too deeply; checked before all other code that recurses. */
export function depthError(params: unknown): GraphQLError | undefined {
  return isDeeperThan(maxDepth, params)
    ? limitExceeded(`The JSON of the request is nested too deeply; the maximum is ${maxDepth} levels.`)
    : undefined;
}

/** Documents by their ids and hashes. */
export type PersistedDocuments = ReadonlyMap<string, string>;

/** Relay's parameters for a document id, accepted besides `extensions.persistedQuery`. */
export const idParams = ['documentId', 'doc_id'] as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Ids and documents of a manifest: Apollo's has a list of them, the others are an object of documents by id. */
function entriesOf(manifest: unknown): readonly (readonly [id: unknown, text: unknown])[] {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw new Error('it is not a JSON object of documents by their ids');
  if (!('format' in manifest) || manifest.format !== 'apollo-persisted-query-manifest')
    return Object.entries(manifest);
  if (!('operations' in manifest) || !Array.isArray(manifest.operations))
    throw new Error('it has no list `operations`, which a manifest of Apollo has');
  return manifest.operations.map((each) => [each?.id, each?.body]);
}

/** Reads a manifest of Apollo, of GraphQL Code Generator's client preset, of gql.tada or of Relay. */
export function persistedDocuments(manifest: unknown): PersistedDocuments {
  const documents = new Map<string, string>();
  for (const [id, text] of entriesOf(manifest)) {
    if (typeof id !== 'string') throw new Error('an operation in it has no `id`');
    if (typeof text !== 'string') throw new Error(`its value for "${id}" is not the text of a document`);
    documents.set(id.replace(/^sha256:/, ''), text);
    documents.set(sha256(text), text);
  }
  return documents;
}

export type Params = GraphQLParams & { readonly [name in (typeof idParams)[number]]?: unknown };

function idOf({ documentId, doc_id: docId, extensions }: Params): string | undefined {
  const persisted = (extensions as { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null)
    ?.persistedQuery;
  const id = [documentId, docId, persisted?.sha256Hash].find((each) => typeof each === 'string');
  return typeof id === 'string' ? id.replace(/^sha256:/, '') : undefined;
}

const notFound = () =>
  rejected({
    code: 'PERSISTED_NOT_FOUND',
    message:
      'No persisted document has this id; send its text with the id or, if only persisted documents are accepted, add it to the gateway’s manifest.',
  });

const onlyPersisted = () =>
  rejected({
    code: 'PERSISTED_ONLY',
    message: 'The gateway accepts only persisted documents; send the id of one.',
  });

/** The text of a request's document, by its id or as sent; throws if the document is not permitted. */
export function documentText(params: Params, { documents, only }: PersistedOptions): string | undefined {
  const id = idOf(params);
  const kept = id === undefined ? undefined : documents.get(id);
  if (kept !== undefined) return kept;
  if (id !== undefined && (only || !params.query)) throw notFound();
  if (only && !(typeof params.query === 'string' && documents.has(sha256(params.query))))
    throw onlyPersisted();
  return params.query;
}

export interface PersistedOptions {
  readonly documents: PersistedDocuments;
  /** Whether all other documents are rejected. */
  readonly only: boolean;
}

const texts = ['query', 'operationName', ...idParams];
const objects = ['variables', 'extensions'];
const paramNames: ReadonlySet<string> = new Set([...texts, ...objects]);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const badRequest = (message: string): GraphQLError =>
  rejected({ code: 'BAD_REQUEST', message: `${message} ${requestFormat}` });

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

function checkTypes(given: object): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    if (!paramNames.has(name)) throw badRequest(`The body has an unknown parameter, \`${shorten(name)}\`.`);
    const expected = objects.includes(name) ? 'an object' : 'a string';
    const actual = typeOf(value);
    if (actual !== expected) throw badRequest(`\`${name}\` is ${actual}; it must be ${expected}.`);
  }
}

const isNamed = ({ documentId, doc_id: docId, extensions }: Params): boolean =>
  documentId != null || docId != null || extensions?.persistedQuery != null;

function checked(given: unknown): Params {
  const tooDeep = depthError(given);
  if (tooDeep) throw tooDeep;
  if (typeOf(given) !== 'an object')
    throw badRequest(`The body is ${typeOf(given)}; it must be an object. Batches are not supported.`);
  const params = given as Params;
  checkTypes(params);
  if (params.query == null && !isNamed(params)) throw badRequest('`query` is missing.');
  return params;
}

/** Whether the response explains the request; throws if the value is not a boolean. */
export function wantsExplanation({ extensions }: Params): boolean {
  const explain: unknown = extensions?.explain ?? false;
  if (typeof explain === 'boolean') return explain;
  throw badRequest(`\`extensions.explain\` is ${typeOf(explain)}; it must be true or false.`);
}

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
  for (const name of paramNames) {
    const text = search.get(name);
    if (text) given[name] = objects.includes(name) ? objectIn(name, text) : text;
  }
  return checked(given);
}
