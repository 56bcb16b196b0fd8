import { modelsInReferenceOrder, tables } from '../generated/tables.ts';
import type { ModelName } from './table.ts';

export interface OwnedTable {
  readonly model: ModelName;
  readonly table: string;
}

const hasAccount = (model: ModelName): boolean =>
  tables[model].columns.some(({ name }) => name === 'accountId');

/**
 * The tables whose rows belong to accounts, each before those that it refers to. Messages come first, so that few are
 * still sent. Customers and addresses refer to each other: customers come first, and take their addresses with them.
 */
export const ownedTables: readonly OwnedTable[] = modelsInReferenceOrder
  .filter((model) => hasAccount(model) && !['Address', 'OutboxMessage'].includes(model))
  .concat('OutboxMessage')
  .toReversed()
  .flatMap((model): readonly ModelName[] => (model === 'Customer' ? [model, 'Address'] : [model]))
  .map((model) => ({ model, table: tables[model].table }));
