import type { Outcome } from '../customer/save.ts';
import { Faults } from '../write/faults.ts';
import type { Request } from '../write/idempotency.ts';
import type { UserError } from '../write/user-error.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import type { Item } from './record-type.ts';

export interface UpsertAnswer {
  readonly id: string | null;
  readonly outcome: Outcome | null;
}

export type RecordResult = Payload<UpsertAnswer>;

export interface RecordAnswer {
  readonly results: readonly RecordResult[];
}

export interface RecordInput<I> extends Readonly<Request['input']> {
  readonly items: readonly I[];
}

interface Bulk<I> {
  /** The mutation's name, to which idempotency keys are bound. */
  readonly mutation: string;
  /** Upserts the items of one transaction; the problems of one go to its faults and stop no other. */
  readonly work: (write: Write, items: readonly Item<I>[]) => Promise<readonly UpsertAnswer[]>;
}

const below = (userErrors: readonly UserError[], at: number): readonly UserError[] =>
  userErrors.map((each) => ({ ...each, path: ['items', String(at), ...each.path] }));

function runAll<I>(
  writer: Writer,
  { mutation, work }: Bulk<I>,
  input: RecordInput<I>,
): Promise<Payload<RecordAnswer>> {
  return writer.run({ name: mutation, input }, async (write) => {
    write.faults.settle();
    const items = input.items.map((item) => ({ input: item, faults: new Faults() }));
    const answers = await work(write, items);
    return {
      results: items.map(({ faults }, at) => ({
        ...(answers[at] ?? { id: null, outcome: null }),
        userErrors: below(faults.found, at),
      })),
    };
  });
}

/** Runs the upserts of a call in one transaction, each on its own. */
export async function upsertEach<I>(
  writer: Writer,
  bulk: Bulk<I>,
  input: RecordInput<I>,
): Promise<RecordAnswer> {
  const { results, userErrors } = await runAll(writer, bulk, input);
  if (results !== undefined) return { results };
  const isOfKey = userErrors.some(({ path }) => path[0] === 'idempotencyKey');
  if (isOfKey) return { results: input.items.map(() => ({ userErrors })) };
  if (input.dryRun) return { results: input.items.map((_, at) => ({ userErrors: below(userErrors, at) })) };
  return oneByOne(writer, bulk, input);
}

/** After a constraint failed that no check covers: each item gets its own transaction and error. */
async function oneByOne<I>(writer: Writer, bulk: Bulk<I>, input: RecordInput<I>): Promise<RecordAnswer> {
  const results: RecordResult[] = [];
  for (const [at, item] of input.items.entries()) {
    const { results: own, userErrors } = await runAll(writer, bulk, { items: [item] });
    const [first] = own ?? [{ userErrors: below(userErrors, 0) }];
    const errors = (first?.userErrors ?? []).map((each) => ({
      ...each,
      path: ['items', String(at), ...each.path.slice(2)],
    }));
    results.push({ ...first, userErrors: errors });
  }
  if (input.idempotencyKey == null) return { results };
  const stored = await writer.run({ name: bulk.mutation, input }, async () => ({ results }));
  return { results: stored.results ?? results };
}
