import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { statingColumns } from '../../domain/customer/derive/origins.ts';
import { defaultRules } from '../../domain/customer/derive/rule.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { reads } from '../relay/reads.ts';
import { customerSources } from '../relay/source.ts';

// The rules of all accounts.
export const rules = defaultRules;

export const metadataKey =
  'The top-level key of `metadata`; null if `fieldGroup` is another one than `METADATA`.';

type Others = NonNullable<Parameters<typeof reads>[1]>;

/** The columns that customers are derived from. */
export const stated = (others: Others = {}) =>
  reads(statingColumns, {
    CustomerSource: ['customerId', 'system', 'sourceId', 'values', 'sourceModifiedAt', 'goneAt'],
    ...others,
  });

export const recordsOf = ({ id }: Row<'Customer'>, { loaders }: Context) =>
  loaders
    .first(customerSources, maxSourceRecords)
    .defer(id)
    .map(({ rows }) => rows);
