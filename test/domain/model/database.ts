import type pg from 'pg';
import { fields } from './fields.ts';
import { rowText } from './row-text.ts';
import { shopFields, shopTables } from './shop-fields.ts';
import { canonical, relationshipOf, type Said, type State, type Words } from './state.ts';

const values = [...fields]
  .map(([path, { column }]) => `'${path}', c.${column}${path === 'creditLimit.value' ? '::text' : ''}`)
  .join(', ');

const of = (from: string, what: string) =>
  `(select coalesce(jsonb_agg(${what}), '[]') from ${from} and x.customer_id = c.id)`;
const all = (what: string, from: string) => `(select coalesce(jsonb_agg(${what}), '[]') from ${from})`;
const money = (name: string) =>
  `case when ${name}_unit_id is not null then jsonb_build_object('value', ${name}_value::text, 'unitId', ${name}_unit_id) end`;

const linkTarget = `coalesce(account_group_id, address_id, attachment_id, carrier_id, customer_group_id,
  customer_subscription_id, order_id, order_subscription_id, payment_source_id, payment_term_id, return_id,
  service_level_id, shipping_term_id, sku_list_id, unit_id)`;
const linkName = `replace(initcap(type::text), '_', '') || ' ' || replace(system::text, 'WAREHOUSE', 'INVENTORY_PRO') || ' ' || source_id`;

/** All rows of an account that the model has too, in one statement. */
const everything = `select jsonb_build_object(
  'customers', ${all(
    `jsonb_build_object('id', c.id, 'version', c.version, 'createdAt', c.created_at, 'active', c.discontinued_at is null,
      'relationship', c.relationship_type,
      'values', jsonb_build_object(${values}),
      'tags', ${of('customer_tags x join tags t on t.account_id = x.account_id and t.id = x.tag_id where x.account_id = c.account_id', 't.name')},
      'priceGroups', ${of('customer_price_groups x where x.account_id = c.account_id', 'x.group_id')},
      'sources', ${of('customer_sources x where x.account_id = c.account_id', `replace(x.system::text, 'WAREHOUSE', 'INVENTORY_PRO') || ' ' || x.source_id`)},
      'hasConflicts', c.has_conflicts,
      'said', jsonb_build_object('pins', coalesce(c.pins, '{}'), 'baseline', c.baseline, 'records',
        (select coalesce(jsonb_object_agg(replace(x.system::text, 'WAREHOUSE', 'INVENTORY_PRO') || ' ' || x.source_id, x.values), '{}')
          from customer_sources x where x.account_id = c.account_id and x.customer_id = c.id and x.values is not null)),
      'events', ${of('customer_events x where x.account_id = c.account_id', `jsonb_build_object('action', x.action, 'changes', x.changes)`)})`,
    'customers c where c.account_id = $1',
  )},
  'addresses', ${all(
    `jsonb_build_object('id', a.id, 'customerId', a.customer_id, 'values', jsonb_build_object('name', a.name,
      'phone', a.phone, 'email', a.email, 'type', a.type, 'streetLine1', g.street_line_1,
      'streetLine2', g.street_line_2, 'locality', g.locality, 'state', g.state, 'postalCode', g.postal_code,
      'country', g.country))`,
    `addresses a left join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id where a.account_id = $1`,
  )},
  'rules', (select coalesce(jsonb_object_agg(field_group, jsonb_build_object('kind', kind,
    'systems', array_replace(systems, 'WAREHOUSE', 'INVENTORY_PRO'))), '{}') from survivorship_rules where account_id = $1),
  'aliases', (select coalesce(jsonb_object_agg(id, customer_id), '{}') from customer_aliases where account_id = $1),
  'links', (select coalesce(jsonb_object_agg(${linkName}, ${linkTarget}), '{}') from object_sources where account_id = $1),
  ${shopTables.map(({ kind, table, object }) => `'${kind}', ${all(object, `${table} where account_id = $1`)},`).join('\n')}
  'CustomerGroup', ${all(`jsonb_build_object('id', id, 'name', name, 'code', code)`, 'customer_groups where account_id = $1')},
  'AccountGroup', ${all(
    `jsonb_build_object('id', id, 'name', name, 'type', type, 'description', description,
      'commissionPolicy', commission_policy, 'freightPolicy', freight_policy)`,
    'account_groups where account_id = $1',
  )},
  'Carrier', ${all(
    `jsonb_build_object('id', id, 'name', name, 'code', code, 'accountNumber', account_number,
      'customerPortalVisibility', customer_portal_visibility, 'deleted', deleted_at is not null)`,
    'carriers where account_id = $1',
  )},
  'PaymentTerm', ${all(`jsonb_build_object('id', id, 'name', name, 'status', status)`, 'payment_terms where account_id = $1')},
  'ServiceLevel', ${all(
    `jsonb_build_object('id', id, 'name', name, 'carrierId', carrier_id, 'serviceLevelToken', service_level_token,
      'customerPortalVisibility', customer_portal_visibility, 'isDefault', is_default)`,
    'service_levels where account_id = $1',
  )},
  'ShippingTerm', ${all(
    `jsonb_build_object('id', id, 'name', name, 'type', type, 'flatRate', ${money('flat_rate')},
      'minimumOrderValue', ${money('minimum_order_value')}, 'levels',
      (select coalesce(jsonb_agg(l.service_level_id order by l.service_level_id collate "C"), '[]') from shipping_term_service_levels l where l.shipping_term_id = t.id))`,
    'shipping_terms t where account_id = $1',
  )},
  'Unit', ${all(
    `jsonb_build_object('id', id, 'name', name, 'abbreviation', abbreviation, 'type', type,
      'ratioNumerator', ratio_numerator::text, 'ratioDenominator', ratio_denominator::text,
      'offsetNumerator', offset_numerator::text, 'offsetDenominator', offset_denominator::text)`,
    'units where account_id = $1',
  )}) as found`;

type Plain = Record<string, unknown>;
type Sorted = Readonly<Record<string, readonly string[]>>;

const sorted = (rows: readonly Plain[]): readonly string[] => rows.map(rowText).sort();

const kinds = [
  ...['AccountGroup', 'Carrier', 'CustomerGroup', 'PaymentTerm', 'ServiceLevel', 'ShippingTerm', 'Unit'],
  ...shopFields.keys(),
];

/** The rows in the database. */
export async function readDatabase(pool: pg.Pool, accountId: string): Promise<Sorted> {
  const { rows } = await pool.query<{ readonly found: Record<string, Plain[]> }>(everything, [accountId]);
  const { aliases, links, rules, ...tables } = rows[0]?.found ?? {};
  const texts = Object.entries(tables).map(([name, found]) => [name, sorted(found)] as const);
  const objects = { aliases, links, rules };
  return {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(Object.entries(objects).map(([name, each]) => [name, [canonical(each)]])),
  };
}

const columnOf = (path: string): string => {
  const { column } = fields.get(path) ?? {};
  return column?.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase()) ?? path;
};

const stored = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([path, value]) => [columnOf(path), value]));

/** All stated values, by the names of columns. */
const storedSaid = ({ pins, baseline, records }: Said) => ({
  pins: stored(pins),
  baseline: baseline && stored(baseline),
  records: Object.fromEntries(Object.entries(records).map(([name, words]) => [name, stored(words)])),
});

/** The rows of the model. */
export function readModel(state: State): Sorted {
  const customers = state.customers.map((customer) => ({
    ...customer,
    said: storedSaid(customer.said),
    relationship: relationshipOf(state, customer),
  }));
  const tables = kinds.map((kind) => {
    const rows = (state.settings[kind] ?? []).filter(({ own }) => own);
    return [kind, sorted(rows.map(({ own: _own, ...row }) => row))] as const;
  });
  return {
    ...Object.fromEntries(tables),
    customers: sorted(customers),
    addresses: sorted(state.addresses.map(({ born: _born, ...address }) => address)),
    aliases: [canonical(state.aliases)],
    links: [canonical(state.links)],
    rules: [canonical(state.rules)],
  };
}

/** The unexpected and the missing rows. */
export function differences(there: Sorted, expected: Sorted): readonly string[] {
  return Object.keys(expected).flatMap((name) => {
    const [found = [], right = []] = [there[name], expected[name]];
    return [
      ...found.filter((row) => !right.includes(row)).map((row) => `unexpected: ${name} ${row}`),
      ...right.filter((row) => !found.includes(row)).map((row) => `missing: ${name} ${row}`),
    ];
  });
}
