import { type DocumentNode, Kind, type Location } from 'graphql';

interface Writable {
  kind?: unknown;
  loc?: Location | undefined;
}

/** A location in a document, without graphql's reference to the tokens of the whole text. */
const withoutTokens = ({ start, end, source }: Location): Location => ({ start, end, source }) as Location;

function strip(node: Writable): void {
  for (const value of Object.values(node))
    if (Array.isArray(value)) for (const each of value) stripNode(each);
    else stripNode(value);
  if (node.loc) node.loc = node.kind === Kind.NAME ? undefined : withoutTokens(node.loc);
}

function stripNode(value: unknown): void {
  if (typeof value === 'object' && value !== null && 'kind' in value) strip(value);
}

/** Releases more than half of a document's memory. Errors keep the locations of fields, arguments and variables. */
export function releaseTokens(document: DocumentNode): void {
  strip(document as Writable);
}
