import { readFileSync } from 'node:fs';

export function packageVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  // npm requires a version in every package.json.
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
