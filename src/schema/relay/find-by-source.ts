import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { type SourcedModel, sourced } from '../../domain/source/sourced.ts';
import { type SourceSystem, sourceIdError } from '../../domain/source-system.ts';
import { requestError, shorten } from './request-error.ts';

export interface SourceRecordArgument {
  readonly system: SourceSystem;
  readonly sourceId: string;
}

export function checkSourceId({ system, sourceId }: SourceRecordArgument): void {
  const wrong = sourceIdError(system, sourceId);
  if (wrong)
    throw requestError('BAD_USER_INPUT', `\`by.source.sourceId\` is "${shorten(sourceId)}". ${wrong}`);
}

const bySource: List<'ObjectSource'> = {
  name: 'Query.by(source)',
  model: 'ObjectSource',
  order: [{ field: 'sourceId', descending: false }],
};

/** The object that is linked to a source record. Declare `reads([], { ObjectSource: [sourced[model].column] })`. */
export async function findBySource<M extends SourcedModel>(
  model: M,
  source: SourceRecordArgument,
  { loaders }: Context,
): Promise<Row<M> | null> {
  checkSourceId(source);
  const { type, column } = sourced[model];
  const equal = { type, system: source.system, sourceId: source.sourceId };
  const { rows } = await loaders.first(bySource, 1, { equal }).defer('');
  const id = rows[0]?.[column] ?? null;
  return id === null ? null : loaders.row(model).defer(id);
}
