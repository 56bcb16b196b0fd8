import type { InputRef } from '@pothos/core';
import type { ModelName } from '../../db/model/table.ts';
import type { RecordAnswer, RecordInput, RecordResult } from '../../domain/record-upsert/each.ts';
import type { Writer } from '../../domain/write/writer.ts';
import { requestFields } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { modelOf, type RowRef } from '../relay/relation.ts';
import { UpsertOutcome } from '../relay/upsert-outcome.ts';
import { userErrors } from '../relay/user-error.ts';

interface BulkUpsert<M extends ModelName, I> {
  readonly type: RowRef<M>;
  /** The plural of the type's name: `Carriers`. */
  readonly plural: string;
  /** The name of the result’s type without `UpsertResult`; the type’s by default. */
  readonly name?: string;
  /** The name of an object in descriptions: `carrier`. */
  readonly noun: string;
  readonly item: InputRef<I>;
  readonly description: string;
  readonly upsert: (writer: Writer, input: RecordInput<I>) => Promise<RecordAnswer>;
}

const lowerFirst = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

function resultOf<M extends ModelName>(type: RowRef<M>, name: string, noun: string) {
  // The model does not matter here, and TypeScript cannot infer a field's type from a type parameter.
  const row = type as unknown as RowRef<'Carrier'>;
  const result = builder.objectRef<RecordResult>(`${name}UpsertResult`);
  builder.objectType(result, {
    description: 'The result of an item.',
    fields: (t) => ({
      [lowerFirst(modelOf(type))]: t.field({
        type: row,
        nullable: true,
        description: `The current ${noun}; null if there are errors.`,
        extensions: reads(),
        resolve: ({ id }, _args, { loaders }) => (id == null ? null : loaders.row(modelOf(row)).defer(id)),
      }),
      outcome: t.field({
        type: UpsertOutcome,
        nullable: true,
        description: 'The outcome of the item; null if there are errors.',
        extensions: reads(),
        resolve: ({ outcome }) => outcome ?? null,
      }),
      userErrors: t.field(userErrors),
    }),
  });
  return result;
}

/** Adds `carriersUpsert`, with its input and its payload, to the mutations. */
export function bulkUpsert<M extends ModelName, I>({
  type,
  plural,
  name = modelOf(type),
  noun,
  item,
  description,
  upsert,
}: BulkUpsert<M, I>): void {
  const result = resultOf(type, name, noun);
  const payload = builder.objectRef<RecordAnswer>(`${plural}UpsertPayload`);
  builder.objectType(payload, {
    description: 'The results of the items of a call.',
    fields: (t) => ({
      results: t.field({
        type: [result],
        description: `One result for each item of \`items\`, in the same order: at most ${maxPageSize}. Error paths start at the input of the call: \`["items", "3", "name"]\`. An error in the call’s \`idempotencyKey\` is in every result.`,
        extensions: { cost: { size: 1 }, ...reads() },
        resolve: ({ results }) => [...results],
      }),
    }),
  });
  const input = builder.inputType(`${plural}UpsertInput`, {
    description: 'The items of one call.',
    fields: (t) => ({
      items: t.field({
        type: [item],
        required: true,
        description: `The items: at most ${maxPageSize}, otherwise the request fails with \`LIMIT_EXCEEDED\`. If several items have the same key, the first is saved, and the others fail with \`TAKEN\`.`,
      }),
      ...requestFields(t),
    }),
  });
  builder.mutationField(`${lowerFirst(plural)}Upsert`, (t) =>
    t.field({
      type: payload,
      description: `${description} Up to ${maxPageSize} items are saved independently: an item that fails does not affect the others.`,
      args: { input: t.arg({ type: input, required: true, description: 'The items.' }) },
      extensions: {
        // Invalid input is reported when the field is resolved.
        cost: { many: ({ input: given }: { input?: RecordInput<I> }) => given?.items.length ?? 1 },
        ...reads(),
      },
      // The input's type has the item's type as its parameter.
      resolve: (_root, args, { writer }) => upsert(writer, args.input as unknown as RecordInput<I>),
    }),
  );
}
