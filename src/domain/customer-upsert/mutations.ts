import { Faults } from '../write/faults.ts';
import type { Request, StoredAnswer } from '../write/idempotency.ts';
import { onceEach } from '../write/idempotency-each.ts';
import type { UserError } from '../write/user-error.ts';
import type { Payload, Writer } from '../write/writer.ts';
import type { UpsertInput } from './read.ts';
import { type UpsertAnswer, upsertCustomers } from './upsert.ts';

type UpsertCallInput = UpsertInput & Request['input'];
export type UpsertResult = Payload<UpsertAnswer>;

interface BulkInput extends Readonly<Request['input']> {
  readonly items: readonly UpsertCallInput[];
}

interface BulkAnswer {
  readonly results: readonly UpsertResult[];
}

const requestOf = (input: UpsertCallInput): Request => ({ name: 'customerUpsert', input });

export function upsertCustomer(writer: Writer, input: UpsertCallInput): Promise<UpsertResult> {
  return writer.run(requestOf(input), async (write) => {
    const [answer] = await upsertCustomers(write, [{ input, faults: write.faults }]);
    write.faults.settle();
    return { id: answer?.id ?? null, outcome: answer?.outcome ?? null };
  });
}

/** A transaction is a dry run as a whole or not at all; an item without `dryRun` follows the call. */
function checkDryRun({ dryRun }: UpsertCallInput, isDry: boolean, faults: Faults): void {
  if ((dryRun ?? isDry) !== isDry)
    faults.add(
      'INVALID',
      'dryRun',
      `\`dryRun\` of the call is ${isDry} and applies to all items; omit it here, or send this item in another call.`,
    );
}

const resultOf = ({ answer, userErrors }: StoredAnswer, at: number): UpsertResult => ({
  ...answer,
  userErrors: below(userErrors, at),
});

const below = (userErrors: readonly UserError[], at: number): readonly UserError[] =>
  userErrors.map((each) => ({ ...each, path: ['items', String(at), ...each.path] }));

/** Runs all upserts of a call in one transaction; without results if the call was rejected as a whole. */
function upsertAll(writer: Writer, input: BulkInput): Promise<Payload<BulkAnswer>> {
  const isDry = input.dryRun ?? false;
  return writer.run({ name: 'customersUpsert', input }, async (write) => {
    write.faults.settle();
    // An item that is a dry run by the call, too, neither claims nor looks up its key.
    const parts = input.items.map((item) => {
      const given = { ...item, dryRun: isDry };
      return { request: requestOf(given), input: given, faults: new Faults() };
    });
    for (const [at, { faults }] of parts.entries()) {
      const item = input.items[at];
      if (item !== undefined) checkDryRun(item, isDry, faults);
    }
    const work = (indices: readonly number[]) =>
      upsertCustomers(
        write,
        indices.flatMap((at) => parts[at] ?? []),
      );
    return { results: (await onceEach(write, parts, work)).map(resultOf) };
  });
}

/** Upserts customers as if each were sent in its own call, in order, but in one transaction. */
export async function upsertManyCustomers(writer: Writer, input: BulkInput): Promise<BulkAnswer> {
  const { results, userErrors } = await upsertAll(writer, input);
  if (results !== undefined) return { results };
  const isOfKey = userErrors.some(({ path }) => path[0] === 'idempotencyKey');
  if (isOfKey) return { results: input.items.map(() => ({ userErrors })) };
  if (input.dryRun) return { results: input.items.map((_, at) => ({ userErrors: below(userErrors, at) })) };
  return oneByOne(writer, input);
}

/** After a constraint failed that no check covers: each upsert gets its own transaction and error. */
async function oneByOne(writer: Writer, input: BulkInput): Promise<BulkAnswer> {
  const results: UpsertResult[] = [];
  for (const [at, item] of input.items.entries()) {
    const faults = new Faults();
    checkDryRun(item, false, faults);
    const { userErrors, ...answer } = faults.isEmpty
      ? await upsertCustomer(writer, item)
      : { userErrors: faults.found };
    results.push({ ...answer, userErrors: below(userErrors, at) });
  }
  if (input.idempotencyKey == null) return { results };
  const stored = await writer.run({ name: 'customersUpsert', input }, async () => ({ results }));
  return { results: stored.results ?? results };
}
