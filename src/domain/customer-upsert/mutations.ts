import { Faults } from '../write/faults.ts';
import type { Request, StoredAnswer } from '../write/idempotency.ts';
import { onceEach } from '../write/idempotency-each.ts';
import type { UserError } from '../write/user-error.ts';
import type { Payload, Writer } from '../write/writer.ts';
import { type UpsertAnswer, type UpsertInput, upsertCustomers } from './upsert.ts';

type Input = UpsertInput & Request['input'];
export type UpsertResult = Payload<UpsertAnswer>;

const requestOf = (input: Input): Request => ({ name: 'customerUpsert', input });

export function upsertCustomer(writer: Writer, input: Input): Promise<UpsertResult> {
  return writer.run(requestOf(input), async (write) => {
    const [answer] = await upsertCustomers(write, [{ input, faults: write.faults }]);
    write.faults.settle();
    return { id: answer?.id ?? null, outcome: answer?.outcome ?? null };
  });
}

/** A transaction is a dry run as a whole or not at all. */
function checkDryRun(input: Input, isDry: boolean, faults: Faults): void {
  if ((input.dryRun ?? false) !== isDry)
    faults.add(
      'INVALID',
      'dryRun',
      `A call is a dry run as a whole or not at all, as its first customer says (${isDry}): send this one in another call.`,
    );
}

/** Converts an answer as stored by `customerUpsert`; error paths start at the bulk call's input. */
const resultOf = ({ answer, userErrors }: StoredAnswer, at: number): UpsertResult => ({
  ...answer,
  userErrors: below(userErrors, at),
});

const below = (userErrors: readonly UserError[], at: number): readonly UserError[] =>
  userErrors.map((each) => ({ ...each, path: ['customers', String(at), ...each.path] }));

/**
 * Runs all upserts of a call in one transaction; without results if the database rejected one of them.
 */
function upsertAll(writer: Writer, inputs: readonly Input[], isDry: boolean) {
  const request = { name: 'customerBulkUpsert', input: { dryRun: isDry } };
  return writer.run(request, async (write) => {
    const parts = inputs.map((input) => ({ request: requestOf(input), input, faults: new Faults() }));
    for (const { input, faults } of parts) checkDryRun(input, isDry, faults);
    const work = (indices: readonly number[]) =>
      upsertCustomers(
        write,
        indices.flatMap((at) => parts[at] ?? []),
      );
    return { results: (await onceEach(write, parts, work)).map(resultOf) };
  });
}

/** Upserts customers as if each were sent in its own call, in order, but in one transaction. */
export async function upsertManyCustomers(
  writer: Writer,
  inputs: readonly Input[],
): Promise<readonly UpsertResult[]> {
  const isDry = inputs[0]?.dryRun ?? false;
  const { results, userErrors } = await upsertAll(writer, inputs, isDry);
  if (results !== undefined) return results;
  // A database constraint failed that no check covers: run each upsert alone, so that each gets its own
  // error.
  return isDry ? inputs.map((_, at) => ({ userErrors: below(userErrors, at) })) : oneByOne(writer, inputs);
}

async function oneByOne(writer: Writer, inputs: readonly Input[]): Promise<readonly UpsertResult[]> {
  const results: UpsertResult[] = [];
  for (const [at, input] of inputs.entries()) {
    const { userErrors, ...answer } = await upsertCustomer(writer, input);
    results.push({ ...answer, userErrors: below(userErrors, at) });
  }
  return results;
}
