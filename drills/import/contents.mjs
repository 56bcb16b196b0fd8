import { createHash } from 'node:crypto';

const idPattern = /\b[a-z]{3}_[0-9a-f]{32}\b/g;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)$/;
/** Numbers of customers whose source has none are given in the order in which customers arrive. */
const generatedNumber = /\b[a-z]{1,5}-\d{6,}\b/gi;

const hashOf = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

async function tablesOf(query) {
  const { rows } = await query(
    `select table_name as name from information_schema.columns join information_schema.tables
       using (table_schema, table_name)
     where column_name = 'account_id' and table_type = 'BASE TABLE'
       and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The row without what depends on the time and order of writing. */
function normalized(value, since) {
  if (typeof value === 'string')
    return instantPattern.test(value) && new Date(value) >= since
      ? 'now'
      : value.replaceAll(generatedNumber, 'GW');
  if (Array.isArray(value)) return value.map((each) => normalized(each, since));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normalized(each, since)]));
}

/** The objects of source records, by their ids: their labels are the same in every account. */
function sourceLabels(tables) {
  const labels = new Map();
  const add = (id, label) => labels.set(id, [...(labels.get(id) ?? []), label].sort());
  for (const { customer_id: id, system, source_id: sourceId } of tables.get('customer_sources') ?? [])
    add(id, `customer ${system} ${sourceId}`);
  for (const { type, system, source_id: sourceId, ...row } of tables.get('object_sources') ?? [])
    for (const [name, id] of Object.entries(row))
      if (name.endsWith('_id') && id !== null) add(id, `${type} ${system} ${sourceId}`);
  return new Map([...labels].map(([id, all]) => [id, `<${all.join(', ')}>`]));
}

/** Labels of the other objects: hashes of their values, and in the next rounds of the objects that they refer to. */
function allLabels(tables, rounds = 3) {
  const fixed = sourceLabels(tables);
  const own = [...tables].flatMap(([name, rows]) =>
    rows.flatMap((row) => (row.id === undefined || fixed.has(row.id) ? [] : [[row.id, name, row]])),
  );
  let labels = new Map([...fixed, ...own.map(([id, name]) => [id, `<${name}>`])]);
  for (let round = 0; round < rounds; round += 1) {
    const next = own.map(([id, name, row]) => [
      id,
      `<${name} ${hashOf(labelled({ ...row, id: '' }, labels))}>`,
    ]);
    labels = new Map([...fixed, ...next]);
  }
  return labels;
}

function relabelled(value, labels) {
  if (typeof value === 'string') return value.replaceAll(idPattern, (id) => labels.get(id) ?? id);
  if (Array.isArray(value)) {
    const all = value.map((each) => relabelled(each, labels));
    // A list of ids is a set, in the order of the ids.
    return all.every((each, at) => typeof each === 'string' && each !== value[at]) ? all.sort() : all;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, relabelled(each, labels)]));
}

const labelled = (row, labels) => JSON.stringify(relabelled(row, labels));

/**
 * The rows of an account in all tables, without generated ids, numbers and times, and without the columns that
 * `left` names, such as `customers.version`: accounts with the same contents have the same lines.
 * @param {(text: string, values?: unknown[]) => Promise<{ rows: any[] }>} query sees all accounts
 * @param {string} accountId
 * @param {{ since: Date, left?: readonly string[] }} options later times are those of writing
 * @returns {Promise<string[]>}
 */
export async function contentsOf(query, accountId, { since, left = [] }) {
  const tables = new Map();
  for (const name of await tablesOf(query)) {
    const { rows } = await query(`select to_jsonb(t) as row from "${name}" t where account_id = $1`, [
      accountId,
    ]);
    const kept = ([column]) => column !== 'account_id' && !left.includes(`${name}.${column}`);
    tables.set(
      name,
      rows.map(({ row }) => normalized(Object.fromEntries(Object.entries(row).filter(kept)), since)),
    );
  }
  const labels = allLabels(tables);
  return [...tables]
    .filter(([name]) => !left.includes(name))
    .flatMap(([name, rows]) => rows.map((row) => `${name} ${labelled(row, labels)}`))
    .sort();
}

/** The lines that only one of the two has. */
export function differences(first, second) {
  const counts = new Map();
  for (const line of first) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of second) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts].flatMap(([line, count]) => (count === 0 ? [] : [`${count > 0 ? '-' : '+'} ${line}`]));
}
