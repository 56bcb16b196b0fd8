import type { Row } from '../../db/model/table.ts';
import { insertRows, type JsonText } from '../../db/write/rows.ts';
import type { Transaction } from '../../db/write/transaction.ts';
import type { SourceLink } from './records.ts';
import { sourced } from './sourced.ts';

type Columns =
  | 'contentHash'
  | 'mapperVersion'
  | 'sourceCreatedAt'
  | 'sourceModifiedAt'
  | 'passedAt'
  | 'goneAt';

/** The content of a source record, as an import stores it. */
export interface RecordContent extends Pick<Row<'CustomerSource'>, Columns> {
  /** As received. */
  readonly raw: JsonText;
  readonly context: JsonText | null;
}

interface ReceivedLink extends SourceLink {
  readonly content: RecordContent;
}

/** Adds source records with their content to objects of any types. Fails if a record exists. */
export async function addReceived(
  transaction: Transaction,
  links: readonly ReceivedLink[],
  seenAt: string,
): Promise<void> {
  const { accountId } = transaction;
  const rows = links.map(({ model, system, sourceId, id, content }) => {
    const { type, column } = sourced[model];
    return { accountId, type, system, sourceId, seenAt, [column]: id, ...content };
  });
  // In the order of the primary key, as `addSources`.
  rows.sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
  await insertRows(transaction, 'ObjectSource', rows);
}
