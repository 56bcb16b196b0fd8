import {
  type KindCounts,
  type RejectError,
  runLimits,
  type UnknownField,
  type WarningExample,
} from '../../domain/import-run/run.ts';
import { builder } from '../relay/builder.ts';
import { reading } from '../relay/reads.ts';
import { connectionOf, node, type RowRef, rowRef } from '../relay/relation.ts';

const kindText =
  'The kind of the records, such as `customer` or `serviceLevel`; `unknown` for parts of the input that are not records.';
const positionText = 'The place in the input: `customers.ndjson:12` or `page.json#/data/3`.';
export const textLimit = `Texts of more than ${runLimits.text} characters are shortened.`;
export const byId = [{ field: 'id', descending: false }] as const;

export const ImportCounts = builder.objectRef<KindCounts>('ImportCounts');

builder.objectType(ImportCounts, {
  description: 'The numbers of records of one kind in an import run.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: kindText }),
    created: t.exposeInt('created', { description: 'The records whose object was created.' }),
    updated: t.exposeInt('updated', { description: 'The records whose object was changed.' }),
    unchanged: t.exposeInt('unchanged', { description: 'The records that changed nothing.' }),
    rejected: t.exposeInt('rejected', { description: 'The records that were not written.' }),
    unprocessed: t.exposeInt('unprocessed', {
      description: 'The records that had been read when the import stopped, but not written.',
    }),
    warned: t.exposeInt('warned', {
      description:
        'The records of which some values were left out. They are also counted as created, updated or unchanged.',
    }),
    gone: t.exposeInt('gone', {
      description: 'The stored records that a complete import no longer had.',
    }),
  }),
});

export const ImportUnknownField = builder.objectRef<UnknownField>('ImportUnknownField');

builder.objectType(ImportUnknownField, {
  description: 'A field of the input that the import does not know. It is stored with the record.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: kindText }),
    path: t.exposeString('path', { description: 'The path in the record, with `[]` for indexes of lists.' }),
    count: t.exposeInt('count', { description: 'The number of records that have the field.' }),
    position: t.exposeString('position', { description: `${positionText} The first one with the field.` }),
  }),
});

const ImportWarningExample = builder.objectRef<WarningExample>('ImportWarningExample');

builder.objectType(ImportWarningExample, {
  description: 'A value that an import left out.',
  fields: (t) => ({
    position: t.exposeString('position', { description: positionText }),
    value: t.exposeString('value', { description: 'The value as JSON, shortened.' }),
  }),
});

export const ImportWarning: RowRef<'ImportWarning'> = rowRef('ImportWarning');

builder.node(ImportWarning, {
  ...node('ImportWarning'),
  description: `Values that an import omitted for the same reason, in records of one kind. ${textLimit}`,
  fields: (t) => ({
    kind: t.exposeString('kind', { description: kindText }),
    code: t.exposeString('code', {
      description:
        'The reason: a code of `UserErrorCode`, or `CONVERTED`, `CONFLICT`, `UNKNOWN_TYPE`, `OUTDATED` or `DUPLICATE`.',
    }),
    path: t.exposeString('path', {
      description: 'The path of the value, with `[]` for indexes of lists; empty for the whole record.',
    }),
    message: t.exposeString('message', { description: 'The problem of the first value.' }),
    count: t.exposeInt('count', { description: 'The number of values.' }),
    examples: t.field({
      type: [ImportWarningExample],
      description: 'The first values, at most 3.',
      // Only the gateway writes the elements.
      ...reading('ImportWarning')(['examples'], ({ examples }) => examples as unknown as WarningExample[]),
    }),
  }),
});

const ImportRejectError = builder.objectRef<RejectError>('ImportRejectError');

builder.objectType(ImportRejectError, {
  description: 'A reason for which an import rejected a record.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The kind of the problem, as in `ImportWarning.code`.' }),
    path: t.exposeString('path', { description: 'The path of the value; empty for the whole record.' }),
    message: t.exposeString('message', { description: 'The problem.' }),
  }),
});

export const ImportReject: RowRef<'ImportReject'> = rowRef('ImportReject');

builder.node(ImportReject, {
  ...node('ImportReject'),
  description: `A record that an import did not write. Only the file of rejects contains the record itself. ${textLimit}`,
  fields: (t) => ({
    position: t.exposeString('position', { description: positionText }),
    kind: t.exposeString('kind', { description: kindText }),
    sourceId: t.exposeString('sourceId', {
      nullable: true,
      description: 'The id of the record in the source system; null if it has none.',
    }),
    errors: t.field({
      type: [ImportRejectError],
      description: `The reasons, at most ${runLimits.errors}.`,
      // As `examples`.
      ...reading('ImportReject')(['errors'], ({ errors }) => errors as unknown as RejectError[]),
    }),
  }),
});

export const ImportWarningConnection = connectionOf(ImportWarning);
export const ImportRejectConnection = connectionOf(ImportReject);
