import { createDb } from '../../../src/db/client.ts';
import type { ReadOptions } from '../../../src/importers/read-records.ts';
import type { Mapper } from '../../../src/importers/record.ts';
import { rereading } from '../../../src/importers/run/reread.ts';
import { type ImportOptions, runImport } from '../../../src/importers/run/run.ts';
import { readText } from '../read.ts';

interface Given extends ImportOptions, ReadOptions {}

/** Imports a text as the command does. Returns its report and the rejected records. */
export async function importText(
  serving: Parameters<typeof createDb>[0],
  accountId: string,
  mapper: Mapper,
  text: string,
  { timeZone = 'UTC', ...options }: Given = {},
) {
  const rejects: object[] = [];
  const records = await readText(rereading(mapper), text, { timeZone });
  const report = await runImport({
    ...{ db: createDb(serving), accountId, system: mapper.system, mapperVersion: mapper.version },
    ...{ input: 'file.json', isRemap: false },
    records: (async function* () {
      yield* records;
    })(),
    ...{ options, signal: new AbortController().signal, onProgress: () => undefined },
    onReject: async (rejected) => void rejects.push(rejected),
  });
  const warnings = report.warnings.map(({ kind, code, path }) => `${kind} ${code} ${path}`);
  return { report, rejects, warnings };
}
