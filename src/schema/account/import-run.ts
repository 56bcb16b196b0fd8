import { endOf, type KindCounts, runLimits, type UnknownField } from '../../domain/import-run/run.ts';
import { nestedFilter } from '../filter/nested-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { expectId } from '../relay/node-id.ts';
import { reading, reads } from '../relay/reads.ts';
import { connectionOf, many, node, type RowRef, rowRef } from '../relay/relation.ts';
import { SourceSystem } from '../relay/source.ts';
import {
  byId,
  ImportCounts,
  ImportReject,
  ImportRejectConnection,
  ImportUnknownField,
  ImportWarning,
  ImportWarningConnection,
  textLimit,
} from './import-run-parts.ts';

const ImportRunState = builder.enumType('ImportRunState', {
  description: 'The state of an import run.',
  values: {
    RUNNING: { description: 'The import runs.' },
    COMPLETED: { description: 'The whole input was read. Some records can be rejected.' },
    STOPPED: {
      description:
        'The import stopped before the end of its input: it was interrupted, it reached a limit, or the input is damaged. Records already written are kept.',
    },
    FAILED: {
      description: 'An error ended the import, or its process was killed. Records that it had written stay.',
    },
  } as const,
});

const ImportRun: RowRef<'ImportRun'> = rowRef('ImportRun');
const ImportRunConnection = connectionOf(ImportRun);

const ending = reading('ImportRun');
const endColumns = ['state', 'aliveAt', 'endedAt', 'stopReason'] as const;

builder.node(ImportRun, {
  ...node('ImportRun'),
  description: `An import into the account by the command \`import\`, or a remap of stored records. The last ${runLimits.runs} runs are stored. ${textLimit}`,
  fields: (t) => ({
    system: t.expose('system', { type: SourceSystem, description: 'The source system.' }),
    state: t.field({
      type: ImportRunState,
      description: `The state. A run whose process has not answered for ${runLimits.silenceMs / 60_000} minutes is \`FAILED\`.`,
      ...ending(endColumns, (row) => endOf(row).state),
    }),
    remap: t.exposeBoolean('isRemap', {
      description: 'Whether the run mapped stored records again, instead of reading documents.',
    }),
    dryRun: t.exposeBoolean('isDryRun', { description: 'Whether the run wrote nothing else than itself.' }),
    strict: t.exposeBoolean('isStrict', {
      description: 'Whether records of which a value would be left out were rejected.',
    }),
    complete: t.exposeBoolean('isComplete', {
      description:
        'Whether the input was to have all records of its kinds, so that others were marked as gone.',
    }),
    match: t.expose('matchKeys', {
      type: ['String'],
      nullable: { list: false, items: false },
      description:
        'The keys used to link new records to existing customers, in this order: `number`, `shortId`, `reference`, `email`.',
    }),
    input: t.exposeString('input', {
      nullable: true,
      description:
        'The name of the file or folder, without its path; `-` for standard input; null for a remap.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'The time of the start.' }),
    progressAt: t.expose('progressAt', {
      type: 'DateTime',
      description: 'The time when the counts were last stored.',
    }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time of the end; null if the run is `RUNNING`.',
      ...ending(endColumns, (row) => endOf(row).endedAt),
    }),
    stopReason: t.field({
      type: 'String',
      nullable: true,
      description: 'The reason of the end if the run is `STOPPED` or `FAILED`, otherwise null.',
      ...ending(endColumns, (row) => endOf(row).stopReason),
    }),
    stopPosition: t.exposeString('stopPosition', {
      nullable: true,
      description: 'The place of the first record that was not processed; null if it is not known.',
    }),
    counts: t.field({
      type: [ImportCounts],
      description: 'The numbers of records by kind, in the order in which kinds are written.',
      // Only the gateway writes the elements.
      ...reading('ImportRun')(['counts'], ({ counts }) => counts as unknown as KindCounts[]),
    }),
    unknownFields: t.field({
      type: [ImportUnknownField],
      description: `Fields of the input that the import does not know, at most ${runLimits.unknownFields}.`,
      // As `counts`.
      ...reading('ImportRun')(
        ['unknownFields'],
        ({ unknownFields }) => unknownFields as unknown as UnknownField[],
      ),
    }),
    warnings: t.connection(
      many(
        ImportWarning,
        { name: 'ImportRun.warnings', by: 'runId', order: byId },
        'The values that were left out, grouped by kind, code and path, in the order of their first occurrence.',
      ),
      ImportWarningConnection,
    ),
    rejects: t.connection(
      many(
        ImportReject,
        { name: 'ImportRun.rejects', by: 'runId', order: byId },
        `The rejected records in the order of their rejection: the first ${runLimits.rejects} of a run.`,
      ),
      ImportRejectConnection,
    ),
    omittedRejects: t.exposeInt('omittedRejects', {
      description: 'The number of rejected records that are not in `rejects`, because there are too many.',
    }),
  }),
});

const importRuns = {
  name: 'Query.importRuns',
  model: 'ImportRun',
  order: [{ field: 'startedAt', descending: true }],
} as const;

const { args: filter, choose, cost } = nestedFilter(importRuns);

builder.queryFields((t) => ({
  importRun: t.field({
    type: ImportRun,
    nullable: true,
    description:
      'Returns an import run by its id; null if it does not exist, was deleted or belongs to another account.',
    args: { id: t.arg.id({ required: true, description: 'The id of the run.' }) },
    extensions: reads(),
    resolve: (_root, { id }, { loaders }) => loaders.row('ImportRun').defer(expectId('id', id, 'ImportRun')),
  }),
  importRuns: t.connection(
    {
      type: ImportRun,
      description: 'Returns the import runs of the account, newest first.',
      args: filter,
      extensions: { ...reads(), ...cost },
      resolve: (_root, args, { loaders }) => pageOf(importRuns, '', args, loaders, choose),
    },
    ImportRunConnection,
  ),
}));
