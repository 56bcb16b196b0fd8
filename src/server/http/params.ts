import { depthError } from '../limits/json-depth.ts';
import type { Params } from '../limits/persisted.ts';

const known = new Set(['query', 'variables', 'operationName', 'extensions', 'documentId', 'doc_id']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNothing = (value: unknown): boolean => value == null || typeof value === 'string';
const isObjectOrNothing = (value: unknown): boolean => value == null || isObject(value);

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const isNamed = ({ documentId, doc_id: docId, extensions }: Params): boolean =>
  documentId != null || docId != null || extensions?.persistedQuery != null;

/** Parses a request's parameters; undefined if Yoga reports their error. Throws if they are nested too deeply. */
export function paramsOf(body: Buffer): Params | undefined {
  const params = parsed(body);
  const fault = depthError(params);
  if (fault) throw fault;
  if (!isObject(params)) return undefined;
  for (const name in params) if (!known.has(name)) return undefined;
  const { query, operationName, documentId, doc_id: docId, variables, extensions } = params;
  const texts = [query, operationName, documentId, docId];
  const isFit = texts.every(isTextOrNothing) && [variables, extensions].every(isObjectOrNothing);
  return isFit && (query != null || isNamed(params)) ? params : undefined;
}
