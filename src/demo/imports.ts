import type { KindCounts } from '../domain/import-run/run.ts';
import { type DemoAccount, stream } from './accounts.ts';
import { end, later } from './clock.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';

type Run = DemoRow<'ImportRun'>;

const counts = (kind: string, given: Partial<KindCounts>): Record<keyof KindCounts, string | number> => ({
  ...{ kind, created: 0, updated: 0, unchanged: 0, rejected: 0, unprocessed: 0, warned: 0, gone: 0 },
  ...given,
});

/** The runs of an account, the newest first. */
const runs: readonly (Pick<Run, 'system' | 'state'> & Partial<Run>)[] = [
  { system: 'AUGNO', state: 'COMPLETED', input: 'customers.json', matchKeys: ['number'] },
  { system: 'WAREHOUSE', state: 'COMPLETED', input: 'customers-2026-10.ndjson', isComplete: true },
  { system: 'AUGNO', state: 'COMPLETED', isRemap: true },
  { system: 'COMMERCE_LAYER', state: 'COMPLETED', input: 'export', isDryRun: true, isStrict: true },
  {
    ...{ system: 'WAREHOUSE', state: 'STOPPED', input: 'customers.ndjson' },
    ...{ stopReason: 'The import was interrupted.', stopPosition: 'customers.ndjson:211' },
  },
  {
    system: 'OTHER',
    state: 'FAILED',
    input: '-',
    stopReason: '-: the gzip file is damaged; compress it again.',
  },
  { system: 'COMMERCE_LAYER', state: 'RUNNING', input: '-' },
];

function addWarning(rows: Rows, random: Random, { accountId, id: runId, startedAt }: Run): void {
  rows.add('ImportWarning', {
    ...{ accountId, id: demoId('ImportWarning', startedAt, random), runId },
    ...{ kind: 'customer', code: 'INVALID', path: 'email', count: 1 },
    message: 'The value is not an email address.',
    examples: [{ position: 'customers.json#/data/3', value: '"none"' }],
  });
}

function addReject(rows: Rows, random: Random, { accountId, id: runId, startedAt }: Run, at: number): void {
  const message = 'The object requires the id that it has in the source system.';
  rows.add('ImportReject', {
    ...{ accountId, id: demoId('ImportReject', startedAt, random), runId },
    ...{ position: `customers.json#/data/${at}`, kind: at === 0 ? 'unknown' : 'address' },
    sourceId: at === 0 ? null : `adr-${at}`,
    errors: [{ code: 'REQUIRED', path: 'id', message }],
  });
}

/** Imports of the account. They draw from a stream of their own, so that other demo data do not depend on them. */
export function addImportRuns(rows: Rows, { id: accountId, ordinal }: DemoAccount): void {
  const random = stream(ordinal, 'imports', 0);
  for (const [at, given] of runs.entries()) {
    const startedAt = later(end, -24 * (at + 1));
    const endedAt = later(startedAt, 0.2);
    const row: Run = {
      ...{ accountId, id: demoId('ImportRun', startedAt, random), startedAt, progressAt: endedAt },
      ...{ isRemap: false, isDryRun: false, isStrict: false, isComplete: false, matchKeys: [], input: null },
      ...{ aliveAt: endedAt, endedAt: given.state === 'RUNNING' ? null : endedAt },
      ...{ stopReason: null, stopPosition: null, omittedRejects: 0 },
      counts: [
        ...[counts('customer', { created: 200 - 7 * at, unchanged: 3 * at, rejected: 1, warned: 1 })],
        ...[counts('address', { updated: 120 + at, rejected: 1, gone: given.isComplete ? 2 : 0 })],
      ],
      unknownFields: [{ kind: 'customer', path: 'crm.tier', count: 12, position: 'customers.json#/data/0' }],
      ...given,
    };
    rows.add('ImportRun', row);
    addWarning(rows, random, row);
    for (const place of [0, 1]) addReject(rows, random, row, place);
  }
}
