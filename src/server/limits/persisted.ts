import { createHash } from 'node:crypto';
import type { GraphQLParams } from 'graphql-yoga';
import { rejected } from '../rejection.ts';

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

/** The document id of a request; undefined if it has none. */
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
export function textOf(params: Params, { documents, only }: PersistedOptions): string | undefined {
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
