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

/** One transaction is a dry run or none. */
function checkDryRun(input: Input, isDry: boolean, faults: Faults): void {
  if ((input.dryRun ?? false) !== isDry)
    faults.add(
      'INVALID',
      'dryRun',
      `A call is a dry run as a whole or not at all, as its first customer says (${isDry}): send this one in another call.`,
    );
}

/** As `customerUpsert` stores and tells it, with paths from the call's input down. */
const resultOf = ({ answer, userErrors }: StoredAnswer, at: number): UpsertResult => ({
  ...answer,
  userErrors: below(userErrors, at),
});

const below = (userErrors: readonly UserError[], at: number): readonly UserError[] =>
  userErrors.map((each) => ({ ...each, path: ['customers', String(at), ...each.path] }));

/** All of a call in one transaction; no results where the database refused one of them. */
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

/** Upserts as if each were sent alone, one after the other, in one transaction. */
export async function upsertManyCustomers(
  writer: Writer,
  inputs: readonly Input[],
): Promise<readonly UpsertResult[]> {
  const isDry = inputs[0]?.dryRun ?? false;
  const { results, userErrors } = await upsertAll(writer, inputs, isDry);
  if (results !== undefined) return results;
  // It was a rule that the checks did not see to: alone, each gets what is its own.
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
