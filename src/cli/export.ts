import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import type { Config } from '../config.ts';
import type { Where } from '../db/read/list.ts';
import { readRows } from '../db/read/statement.ts';
import type { Session } from '../db/wire/session.ts';
import { withSnapshot } from '../db/wire/snapshot.ts';
import { exportCustomers } from '../exporters/export.ts';
import type { Form } from '../exporters/form.ts';
import { readCustomerWhere } from '../schema/build/customer-where.ts';
import { CommandError } from './command-error.ts';
import { type FormArguments, formOf } from './export-form.ts';
import { ClosedError, type ExportOutput, fileOutput, streamOutput } from './export-output.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { stopSignal } from './stop-signal.ts';

export interface ExportArguments extends FormArguments {
  readonly account: string;
  readonly filter?: string;
  readonly query?: string;
  readonly out?: string;
}

interface Streams {
  readonly out: Writable;
  readonly notes: Writable & { readonly isTTY?: boolean };
}

function parsedFilter(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`--filter is not JSON; an example is '{"statuses": ["HOLD_ALL"]}'.`);
  }
}

function whereOf({ filter, query }: ExportArguments): Where {
  const read = readCustomerWhere({ filter: parsedFilter(filter), ...(query !== undefined && { query }) });
  if ('problem' in read) throw new CommandError(read.problem);
  return read.where;
}

async function checkAccount(session: Session): Promise<void> {
  const [account] = await readRows(session, 'Account', 'id', [session.accountId]);
  if (account === undefined)
    throw new CommandError(
      `The account ${session.accountId} does not exist: \`customer-gateway account list\` shows all.`,
    );
}

interface Written {
  customers: number;
}

async function writeAll(
  chunks: AsyncIterable<{ readonly text: string; readonly customers: number }>,
  output: ExportOutput,
  written: Written,
  onProgress: (customers: number) => void,
): Promise<void> {
  for await (const { text, customers } of chunks) {
    await output.write(text);
    written.customers += customers;
    onProgress(written.customers);
  }
}

/** A reader that has closed the stream ends the export; so does a signal, which is an error. */
function endingOf(error: unknown, stop: AbortSignal, { customers }: Written, isFile: boolean): void {
  if (error instanceof ClosedError) return;
  if (!stop.aborted) throw error;
  throw new CommandError(
    `Stopped after ${customers} customers: ${isFile ? 'no file was written' : 'the output is incomplete'}.`,
  );
}

async function runExport(
  { form, where }: { readonly form: Form; readonly where: Where },
  session: Session,
  output: ExportOutput,
  { notes, isShown }: { readonly notes: Writable; readonly isShown: boolean },
  written: Written,
): Promise<void> {
  const bar = new SingleBar(
    { format: '{value} customers', stream: notes as NodeJS.WritableStream },
    Presets.legacy,
  );
  if (isShown) bar.start(0, 0);
  try {
    await checkAccount(session);
    const chunks = exportCustomers(session, form, where);
    await writeAll(chunks, output, written, (customers) => bar.update(customers));
    await output.finish();
  } finally {
    bar.stop();
  }
}

/** `export`: writes the customers of an account to a file or to `out`, and notes to `notes`. */
export async function exportCommand(
  config: Config,
  args: ExportArguments,
  { out, notes }: Streams,
  stop = stopSignal(),
): Promise<void> {
  const chosen = { form: formOf(args), where: whereOf(args) };
  await withMigratedDatabase(config, async ({ serving }) => {
    const output = args.out === undefined ? streamOutput(out) : await fileOutput(args.out);
    const isShown = notes.isTTY === true && (args.out !== undefined || !process.stdout.isTTY);
    const written: Written = { customers: 0 };
    try {
      await withSnapshot(serving, args.account, stop, (session) =>
        runExport(chosen, session, output, { notes, isShown }, written),
      );
      notes.write(`Exported ${written.customers} ${written.customers === 1 ? 'customer' : 'customers'}.\n`);
    } catch (error) {
      await output.discard();
      endingOf(error, stop, written, args.out !== undefined);
    }
  });
}
