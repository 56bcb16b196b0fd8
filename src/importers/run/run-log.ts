import type { Db } from '../../db/client.ts';
import { newId } from '../../db/model/id.ts';
import type { Sql } from '../../db/model/table.ts';
import { transaction } from '../../db/write/transaction.ts';
import { runLimits } from '../../domain/import-run/run.ts';
import type { Rejected } from './rejected.ts';
import type { Report, WarningGroup } from './report.ts';
import {
  beginStatements,
  type RunEnd,
  type RunStart,
  rejectInsert,
  runUpdate,
  type StoredReject,
  storedReject,
  warningUpsert,
} from './run-statements.ts';
import { authorOf } from './target.ts';

const saveMs = 2_000;
const aliveMs = 30_000;

/** The run in the database, with its counts, warnings and rejects. */
export class RunLog {
  readonly #db: Db;
  readonly #start: RunStart;
  readonly #report: Report;
  readonly #key: { readonly accountId: string; readonly id: string };
  /** The stored warnings, with their counts in the database. */
  readonly #warnings = new Map<WarningGroup, { readonly id: string; readonly saved: number }>();
  readonly #rejects: StoredReject[] = [];
  #rejectCount = 0;
  #savedAt = performance.now();
  #hasProgress = false;
  #saving: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(db: Db, start: RunStart, report: Report) {
    this.#db = db;
    this.#start = start;
    this.#report = report;
    this.#key = { accountId: start.accountId, id: newId('ImportRun') };
  }

  /** Requires that no other import into the account runs: one that has not ended was killed. */
  static async begin(db: Db, start: RunStart, report: Report): Promise<RunLog> {
    const log = new RunLog(db, start, report);
    await log.#write(beginStatements(log.#key.id, start));
    log.#timer = setInterval(() => log.#saveIfDue(), saveMs).unref();
    return log;
  }

  reject(rejected: Rejected): void {
    this.#rejectCount += 1;
    if (this.#rejectCount <= runLimits.rejects) this.#rejects.push(storedReject(rejected));
  }

  /** The counts have changed; they are saved every two seconds. */
  progress(): void {
    this.#hasProgress = true;
  }

  async end(end: RunEnd): Promise<void> {
    clearInterval(this.#timer);
    await this.#saving;
    await this.#save(true, end);
  }

  /** A save that fails is repeated with the next one. */
  #saveIfDue(): void {
    const isProgress = this.#hasProgress;
    if (!isProgress && performance.now() - this.#savedAt < aliveMs) return;
    this.#savedAt = performance.now();
    this.#hasProgress = false;
    this.#saving = this.#saving.then(() => this.#save(isProgress)).catch(() => undefined);
  }

  async #save(isProgress: boolean, end?: RunEnd): Promise<void> {
    const rejects = [...this.#rejects];
    const changed = this.#report.warnings.filter((each) => this.#warnings.get(each)?.saved !== each.count);
    const warnings = changed.map((group) => ({ group, id: this.#idOf(group), saved: group.count }));
    const omitted = Math.max(0, this.#rejectCount - runLimits.rejects);
    await this.#write([
      runUpdate(this.#key, this.#report, { omitted, isProgress, ...(end && { end }) }),
      ...(rejects.length > 0 ? [rejectInsert(this.#key, rejects)] : []),
      ...(warnings.length > 0 ? [warningUpsert(this.#key, warnings)] : []),
    ]);
    this.#rejects.splice(0, rejects.length);
    for (const { group, id, saved } of warnings) this.#warnings.set(group, { id, saved });
  }

  #idOf(group: WarningGroup): string {
    return this.#warnings.get(group)?.id ?? newId('ImportWarning');
  }

  async #write(statements: readonly Sql[]): Promise<void> {
    const { accountId, system } = this.#start;
    await transaction(this.#db, authorOf(accountId, system), async (open) => {
      await Promise.all([...statements.map((each) => open.run(each)), open.commit()]);
    });
  }
}
