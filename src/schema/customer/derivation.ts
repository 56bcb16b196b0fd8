import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { statingColumns } from '../../domain/customer/derive/origins.ts';
import type { Rules } from '../../domain/customer/derive/rule.ts';
import { rulesIn } from '../../domain/customer/survivorship/rules.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { reads } from '../relay/reads.ts';
import { customerSources } from '../relay/source.ts';
import { rulesReads, storedRules } from './survivorship.ts';

/** The rules of the account. Read once per request. */
export const rulesOf = async (context: Context): Promise<Rules> => rulesIn(await storedRules(context));

export const metadataKey = 'The top-level key of `metadata`; null if `fieldGroup` is not `METADATA`.';

type Others = NonNullable<Parameters<typeof reads>[1]>;

/** The columns that customers are derived from. */
export const stated = (others: Others = {}) =>
  reads(statingColumns, {
    CustomerSource: ['customerId', 'system', 'sourceId', 'values', 'sourceModifiedAt', 'goneAt'],
    ...rulesReads,
    ...others,
  });

export const recordsOf = ({ id }: Row<'Customer'>, { loaders }: Context) =>
  loaders
    .first(customerSources, maxSourceRecords)
    .defer(id)
    .map(({ rows }) => rows);
