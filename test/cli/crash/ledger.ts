import type pg from 'pg';
import { prefix } from './writes.ts';

/** How often each label was written, by the customers' events. */
export async function effectsOf(
  client: pg.Client,
  labels: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ readonly label: string; readonly count: number }>(
    `select change ->> 'newValue' as label, count(*)::int as count
     from customer_events e, jsonb_array_elements(e.changes) change
     where change ->> 'field' = 'note' and change ->> 'newValue' = any($1) group by 1`,
    [labels],
  );
  const found = new Map(rows.map(({ label, count }) => [label, count]));
  return new Map(labels.map((label) => [label, found.get(label) ?? 0]));
}

const written = `customers c where starts_with(c.note, '${prefix}')`;

/** Inconsistencies of a partially written transaction; each statement finds such rows. */
const halves: Readonly<Record<string, string>> = {
  'a customer without as many events as versions': `select c.id from ${written}
    and c.version <> (select count(*) from customer_events e where e.customer_id = c.id)`,
  'a customer without exactly one creation': `select c.id from ${written}
    and 1 <> (select count(*) from customer_events e where e.customer_id = c.id and e.action = 'CREATE')`,
  'a customer whose last event differs from its state': `select c.id from ${written} and not exists (
    select from customer_events e, jsonb_array_elements(e.changes) change
    where e.customer_id = c.id and e.occurred_at = c.updated_at
      and change ->> 'field' = 'note' and change ->> 'newValue' = c.note)`,
  'a customer without exactly one address': `select c.id from ${written} and not exists (
    select from addresses a where a.customer_id = c.id
    group by a.customer_id having count(*) = 1 and min(a.id) = c.bill_to_address_id)`,
  'a customer without exactly one tag': `select c.id from ${written} and c.note is distinct from (
    select string_agg(t.name, '') from customer_tags m join tags t on t.id = m.tag_id where m.customer_id = c.id)`,
  'a customer that search does not find': `select c.id from ${written}
    and not exists (select from customer_search s where s.customer_id = c.id)`,
  'an address without a customer': `select g.id from geolocations g
    where not exists (select from addresses a where a.geolocation_id = g.id)`,
  'a source record without its customer': `select s.source_id from customer_sources s
    where starts_with(s.source_id, '${prefix}') and not exists (select from ${written} and c.id = s.customer_id)`,
  'an idempotency key without a response or an effect': `select k.key from idempotency_keys k
    where k.answer is null or not exists (
      select from customer_events e where e.changes @> jsonb_build_array(jsonb_build_object('newValue', k.key)))`,
  'an effect without its idempotency key': `select change ->> 'newValue' from customer_events e, jsonb_array_elements(e.changes) change
    where change ->> 'field' = 'note' and starts_with(change ->> 'newValue', '${prefix}')
      and not exists (select from idempotency_keys k where k.key = change ->> 'newValue')`,
};

/** The names of all inconsistencies. */
export async function halvesIn(client: pg.Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, statement] of Object.entries(halves))
    if ((await client.query(statement)).rows.length > 0) found.push(name);
  return found;
}
