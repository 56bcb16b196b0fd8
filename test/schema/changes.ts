import { DatabaseError, type Pool } from 'pg';
import { insert, type SqlRow } from '../db/sql-rows.ts';
import { instants } from './base.ts';
import { idOf, own, type Settings } from './base-settings.ts';

/** Adds and removes rows of a list while a test pages through it. */
export interface Change {
  add(parent: string, n: number): Promise<unknown>;
  remove(parent: string, id: string): Promise<unknown>;
}

/** Rows that others refer to are not deleted. */
async function unlessReferred(statement: Promise<unknown>): Promise<void> {
  await statement.catch((error: unknown) => {
    if (!(error instanceof DatabaseError && error.code?.startsWith('23'))) throw error;
  });
}

/** Rows of a table that are inserted by `row` and deleted. */
function rowsOf(
  pool: Pool,
  table: string,
  row: (parent: string, n: number) => SqlRow,
  kept: readonly string[] = [],
): Change {
  return {
    add: (parent, n) => insert(pool, table, { account_id: own, ...row(parent, n) }),
    remove: (_parent, id) =>
      unlessReferred(
        pool.query(`delete from ${table} where account_id = $1 and id = $2 and id <> all ($3)`, [
          own,
          id,
          kept,
        ]),
      ),
  };
}

/** Existing rows that are attached to the parent and detached from it. */
function members(
  pool: Pool,
  table: string,
  [parentColumn, childColumn]: readonly [string, string],
  children: readonly string[],
): Change {
  return {
    add: (parent, n) =>
      pool.query(
        `insert into ${table} (account_id, ${parentColumn}, ${childColumn}) values ($1, $2, $3) on conflict do nothing`,
        [own, parent, children[n % children.length]],
      ),
    remove: (parent, id) =>
      pool.query(`delete from ${table} where ${parentColumn} = $1 and ${childColumn} = $2`, [parent, id]),
  };
}

/** By the name of the list; the lists of customers are elsewhere. */
export function plainChanges(pool: Pool, settings: Settings): Readonly<Record<string, Change>> {
  const [levels, priceGroups] = [settings.serviceLevels.slice(0, 8), settings.priceGroups.slice(0, 5)];
  const { typeGroups, carriers, shippingTerms, paymentTerms, accountUsers, customerGroups } = settings;
  const parents = [
    typeGroups,
    priceGroups,
    carriers,
    shippingTerms,
    paymentTerms,
    accountUsers,
    customerGroups,
  ];
  const kept = [...parents.flatMap((ids) => ids.slice(0, 5)), ...levels.map(({ id }) => id)];
  const at = (n: number) => ({ created_at: instants[n % instants.length] });
  const setting = (prefix: string) => (n: number) => ({
    ...at(n),
    id: idOf(prefix, `new${n}`),
    name: `new ${n}`,
  });
  const belonging = (table: string, prefix: string, more: SqlRow = {}) =>
    rowsOf(pool, table, (customer_id, n) => ({
      ...at(n),
      id: idOf(prefix, `new${n}`),
      customer_id,
      ...more,
    }));
  const group = (type: string) =>
    rowsOf(pool, 'account_groups', (_parent, n) => ({ ...setting('grp')(n), type }), kept);
  const unit = rowsOf(pool, 'units', (_parent, n) => ({
    ...setting('unt')(n),
    abbreviation: `n${n}`,
    type: 'MASS',
    ratio_numerator: 1,
    ratio_denominator: 1,
  }));
  return {
    'Query.accountGroups()': group('TYPE_GROUP'),
    'Query.accountGroups(type: PRICING_GROUP)': group('PRICING_GROUP'),
    'Query.units()': unit,
    'Query.units(type: MASS)': unit,
    'Query.carriers': rowsOf(pool, 'carriers', (_parent, n) => setting('crr')(n), kept),
    'Query.paymentTerms': rowsOf(pool, 'payment_terms', (_parent, n) => setting('ptm')(n), kept),
    'Query.shippingTerms': rowsOf(pool, 'shipping_terms', (_parent, n) => setting('stm')(n), kept),
    'Query.customerGroups': rowsOf(pool, 'customer_groups', (_parent, n) => setting('cgr')(n), kept),
    'Query.accountUsers': {
      ...rowsOf(pool, 'account_users', () => ({}), kept),
      async add(_parent, n) {
        const user_id = await insert(pool, 'users', { account_id: own, id: idOf('usr', `new${n}`) });
        await insert(pool, 'account_users', {
          account_id: own,
          id: idOf('acu', `new${n}`),
          user_id,
          ...at(n),
        });
      },
    },
    'Query.orders': rowsOf(pool, 'orders', (_parent, n) => ({
      ...at(n),
      id: idOf('ord', `new${n}`),
      customer_id: idOf('cus', 0),
    })),
    'Query.importRuns': rowsOf(
      pool,
      'import_runs',
      (_parent, n) => ({ id: idOf('imp', `new${n}`), system: 'AUGNO', started_at: at(n).created_at }),
      settings.importRuns.slice(0, 5),
    ),
    'Customer.addresses': belonging('addresses', 'adr', { name: 'new' }),
    'Customer.attachments': belonging('attachments', 'att', { name: 'new' }),
    'Customer.events': rowsOf(pool, 'customer_events', (customer_id, n) => ({
      id: idOf('evt', `new${n}`),
      customer_id,
      action: 'UPDATE',
      occurred_at: at(n).created_at,
    })),
    'Customer.priceGroups': members(pool, 'customer_price_groups', ['customer_id', 'group_id'], priceGroups),
    'Customer.tags': members(pool, 'customer_tags', ['customer_id', 'tag_id'], settings.tags),
    'Customer.paymentSources': belonging('payment_sources', 'pay', { type: 'wire_transfers' }),
    'Customer.subscriptions': belonging('customer_subscriptions', 'csb', { customer_email: 'a@b.example' }),
    'Customer.orders': belonging('orders', 'ord'),
    'Customer.orderSubscriptions': belonging('order_subscriptions', 'osb', { frequency: 'daily' }),
    'Customer.returns': belonging('returns', 'ret'),
    'Customer.skuLists': belonging('sku_lists', 'skl', { name: 'new', slug: 'new' }),
    'Shopper.paymentSources': belonging('payment_sources', 'pay', { type: 'wire_transfers' }),
    'Shopper.subscriptions': belonging('customer_subscriptions', 'csb', { customer_email: 'a@b.example' }),
    'Shopper.orders': belonging('orders', 'ord'),
    'Shopper.orderSubscriptions': belonging('order_subscriptions', 'osb', { frequency: 'daily' }),
    'Shopper.returns': belonging('returns', 'ret'),
    'Shopper.skuLists': belonging('sku_lists', 'skl', { name: 'new', slug: 'new' }),
    'Carrier.serviceLevels': rowsOf(
      pool,
      'service_levels',
      (carrier_id, n) => ({
        ...setting('svl')(n),
        carrier_id,
        service_level_token: `new${n}`,
      }),
      kept,
    ),
    'ShippingTerm.freeShippingServiceLevels': members(
      pool,
      'shipping_term_service_levels',
      ['shipping_term_id', 'service_level_id'],
      levels.map(({ id }) => id),
    ),
    'ImportRun.warnings': rowsOf(pool, 'import_warnings', (run_id, n) => ({
      id: idOf('iwr', `new${n}`),
      run_id,
    })),
    'ImportRun.rejects': rowsOf(pool, 'import_rejects', (run_id, n) => ({
      id: idOf('irj', `new${n}`),
      run_id,
    })),
  };
}
