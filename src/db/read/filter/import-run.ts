import { importSilenceMs } from '../../model/import-silence.ts';
import { anyOf, type Row, raw, type Sql, sql } from '../../model/table.ts';
import { type Condition, type Definition, describeFilter } from './condition.ts';
import { conditionsOn } from './kinds.ts';
import { many } from './related-list.ts';

type State = Row<'ImportRun'>['state'];

const run = conditionsOn('ImportRun');
const warning = conditionsOn('ImportWarning');
const reject = conditionsOn('ImportReject');

/** The state, which is `FAILED` if the process of a running import is silent. */
const stateOf = (alias: string): Sql =>
  raw(`case
  when ${alias}.state = 'RUNNING' and ${alias}.alive_at < now() - ${importSilenceMs} * interval '1 ms'
  then 'FAILED' else ${alias}.state end`);

const states: Condition<readonly State[]> = {
  type: ['ImportRunState'],
  description: 'Matches import runs in one of these states.',
  sql: (values, alias) => [sql`${stateOf(alias)} = ${anyOf(values, 'import_run_state')}`],
};

export const importRuns = {
  model: 'ImportRun',
  rows: 'import runs',
  description: describeFilter('import runs'),
  fields: {
    ids: run.ids('id', 'ImportRun', 'Matches import runs with these ids.'),
    systems: run.values('system', 'SourceSystem', 'Matches import runs of one of these source systems.'),
    states,
    remap: run.flag('isRemap', 'Matches remaps of stored records if true, imports if false.'),
    dryRun: run.flag('isDryRun', 'Matches runs that wrote nothing if true, the others if false.'),
    complete: run.flag('isComplete', 'Matches runs that marked other records as gone if true.'),
    input: run.text('input', 'Matches import runs by the name of the file or folder.'),
    startedAt: run.range('startedAt', 'Matches import runs that started in this range of time.'),
    endedAt: run.range('endedAt', 'Matches import runs that ended in this range of time.'),
    strict: run.flag('isStrict', 'Matches strict import runs if true, the others if false.'),
    warnings: many(
      'ImportWarning',
      { model: 'ImportWarning', by: 'runId' },
      'Matches import runs by their warnings.',
    ),
    rejects: many(
      'ImportReject',
      { model: 'ImportReject', by: 'runId' },
      'Matches import runs by their rejected records; `none: {}` matches runs without one.',
    ),
  },
} as const satisfies Definition;

export const importWarnings = {
  model: 'ImportWarning',
  rows: 'warnings',
  description: describeFilter('warnings'),
  fields: {
    kind: warning.text('kind', 'Matches warnings by the kind of their records: `customer`.'),
    code: warning.text('code', 'Matches warnings by their reason.'),
    path: warning.text('path', 'Matches warnings by the path of the value.'),
    count: warning.range('count', 'Matches warnings by the number of values.'),
  },
} as const satisfies Definition;

export const importRejects = {
  model: 'ImportReject',
  rows: 'rejected records',
  description: describeFilter('rejected records'),
  fields: {
    kind: reject.text('kind', 'Matches rejected records by their kind: `customer`.'),
    sourceId: reject.text('sourceId', 'Matches rejected records by their id in the source system.'),
    position: reject.text('position', 'Matches rejected records by their place in the input.'),
  },
} as const satisfies Definition;
