import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { ambiguousText, bestMatches } from '../../domain/identifier/reference-data.ts';
import { sourced } from '../../domain/source/sourced.ts';
import { trimmed } from '../../domain/write/text.ts';
import { builder } from '../relay/builder.ts';
import { findBySource } from '../relay/find-by-source.ts';
import { expectId } from '../relay/node-id.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst, type RowRef } from '../relay/relation.ts';
import { requestError } from '../relay/request-error.ts';
import { AccountGroup } from './account-group.ts';
import { Carrier } from './carrier.ts';
import { ReferenceDataIdentifier } from './identifier-input.ts';
import { PaymentTerm, ShippingTerm } from './term.ts';
import { Unit } from './unit.ts';

type Found = 'AccountGroup' | 'Carrier' | 'PaymentTerm' | 'ShippingTerm' | 'Unit';
type Identifier = typeof ReferenceDataIdentifier.$inferInput;

interface Lookup<M extends Found> {
  readonly model: M;
  readonly noun: string;
  readonly list: List<M>;
}

/** An exact name before one that differs in case, the account's row before the system's. */
async function findByName<M extends Found>(
  { noun, list }: Lookup<M>,
  given: string,
  { loaders }: Context,
): Promise<Row<M> | null> {
  const name = trimmed(given);
  if (name === null) return null;
  const { rows } = await loaders.first(list, maxPageSize, { named: name }).defer('');
  const ranked = rows.map((row, at) => ({
    id: String(at),
    rank: (row.name === name ? 0 : 2) + (row.accountId === null ? 1 : 0),
  }));
  const [first, ...others] = bestMatches(ranked);
  if (others.length > 0) throw requestError('AMBIGUOUS', `\`by.name\`: ${ambiguousText(noun, name)}`);
  return first === undefined ? null : (rows[Number(first.id)] ?? null);
}

function find<M extends Found>(
  lookup: Lookup<M>,
  { id, source, name }: Identifier,
  context: Context,
): Promise<Row<M> | null> | null {
  const { model } = lookup;
  if (id != null) return context.loaders.row(model).defer(expectId('by.id', id, model));
  if (source != null) return findBySource(model, source, context);
  return name == null ? null : findByName(lookup, name, context);
}

function lookUp<M extends Found>(field: string, type: RowRef<M>, noun: string): void {
  // `rowRef` gives a type the name of its model.
  const model = type.name as M;
  const only = model === 'Carrier' ? { only: { equal: { deletedAt: null } } } : {};
  const lookup: Lookup<M> = {
    model,
    noun,
    list: { name: `Query.${field}`, model, order: newestFirst, ...only },
  };
  const columns = { [model]: ['name', 'accountId'], ObjectSource: [sourced[model].column] };
  // The model does not matter here, and TypeScript cannot infer a field's type from a type parameter.
  const [row, own] = [type as unknown as RowRef<'Unit'>, lookup as unknown as Lookup<'Unit'>];
  builder.queryField(field, (t) =>
    t.field({
      type: row,
      nullable: true,
      description: `Returns ${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun} by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is \`AMBIGUOUS\`.`,
      args: {
        by: t.arg({ type: ReferenceDataIdentifier, required: true, description: `The key of the ${noun}.` }),
      },
      extensions: reads([], columns),
      resolve: (_root, { by }, context) => find(own, by, context),
    }),
  );
}

lookUp('accountGroup', AccountGroup, 'account group');
lookUp('carrier', Carrier, 'carrier');
lookUp('paymentTerm', PaymentTerm, 'payment term');
lookUp('shippingTerm', ShippingTerm, 'shipping term');
lookUp('unit', Unit, 'unit');
