import { readFileSync } from 'node:fs';
import { FileCache, type StoredFile } from './static-file.ts';

/** The manifest that scripts/pages.mjs writes. */
export interface Manifest {
  readonly graphiqlBase: string;
  /** Assets by URL, which contains a hash of the content. */
  readonly assets: Readonly<Record<string, StoredFile>>;
  readonly pages: Readonly<Record<'docs' | 'docsSignIn' | 'docsContent' | 'voyager', StoredFile>>;
}

// The relative path is the same from src/ and from dist/.
const folder = new URL('../../../dist/pages/', import.meta.url);

export const fileCache = new FileCache(folder);

let manifest: Manifest | undefined;

export function readManifest(): Manifest {
  manifest ??= JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  return manifest;
}
