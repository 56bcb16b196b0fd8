import { readFile } from 'node:fs/promises';
import type { Inventory } from './backup-inventory.ts';

/** `embedded`: a copy of the data directory. `served`: a dump by pg_dump. */
type BackupKind = 'embedded' | 'served';

export interface Manifest extends Inventory {
  readonly format: 1;
  readonly kind: BackupKind;
  readonly createdAt: string;
  readonly gateway: string;
  /** The major version of the server; `served` backups also have that of pg_dump. */
  readonly postgres: number;
  readonly pgDump?: number;
  /** The platform and architecture of an embedded server, such as `linux-x64`. */
  readonly platform?: string;
  readonly owner?: string;
}

export async function gatewayVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

type ManifestFields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isMissing = (value: unknown): boolean => value === undefined;

const isRecordOf = (value: unknown, check: (item: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);

function isManifest(value: ManifestFields): boolean {
  return (
    value.format === 1 &&
    (value.kind === 'embedded' || value.kind === 'served') &&
    [value.createdAt, value.gateway].every(isText) &&
    isCount(value.postgres) &&
    [value.platform, value.owner].every((item) => isMissing(item) || isText(item)) &&
    (isMissing(value.pgDump) || isCount(value.pgDump)) &&
    isRecordOf(value.migrations, isText) &&
    isRecordOf(value.rows, isCount)
  );
}

/** Parses a manifest; undefined if the text is not a manifest of a known format. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !isManifest(value as ManifestFields)) return undefined;
  // `isManifest` checked all fields.
  return value as Manifest;
}
