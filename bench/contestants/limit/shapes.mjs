// The statements of the operations `apollo`, `deep` and `cold`.
const newest = (alias) => `order by ${alias}.created_at desc, ${alias}.id desc`;
const object = (alias, columns) =>
  `case when ${alias}.id is null then null else json_build_object(${columns
    .map((column) => `'${column}', ${alias}.${column}`)
    .join(', ')}) end`;

const names = (alias) => `${alias}.id, ${alias}.number, ${alias}.name`;

/** The select list of a customer with all levels below it: children and parents in turn. */
function family(alias, level) {
  if (level > 5) return names(alias);
  const next = `k${level}`;
  const where = `where ${next}.account_id = ${alias}.account_id and ${next}`;
  if (level % 2 === 0)
    return `${names(alias)}, (select row_to_json(r) from (select ${family(next, level + 1)}
      from customers ${next} ${where}.id = ${alias}.parent_id) r) as parent`;
  return `${names(alias)}, (select coalesce(json_agg(r), '[]') from (select ${family(next, level + 1)}
    from customers ${next} ${where}.parent_id = ${alias}.id ${newest(next)} limit 3) r) as "childAccounts"`;
}

/** The 21 rows after a cursor as texts, each with its position, and whether there are rows before the page. */
const pageRow = `select r.id, r."createdAt", row_to_json(r)::text as row, (select exists (
    select from customers c where c.account_id = $1 and (c.created_at, c.id) >= ($2::timestamptz, $3))) as before from (
  select ${names('c')}, c.status, c.created_at as "createdAt",
    ${object('ca', ['id', 'name', 'code'])} as carrier, ${object('ty', ['id', 'name'])} as type,
    ${object('ba', ['id', 'name', 'phone'])} as "billToAddress"
  from (select * from customers c where c.account_id = $1 and (c.created_at, c.id) < ($2::timestamptz, $3)
    ${newest('c')} limit 21) c
  left join carriers ca on ca.id = c.carrier_id
  left join account_groups ty on ty.id = c.type_id
  left join addresses ba on ba.account_id = c.account_id and ba.id = c.bill_to_address_id
  ${newest('c')}) r`;

/** Writes the edges and both flags; PostgreSQL has written each row. */
function edgesOf(rows) {
  const page = rows.slice(0, 20);
  const cursors = page.map(([id, createdAt]) => JSON.stringify(JSON.stringify([createdAt, id])));
  const edges = page.map(([, , row], at) => `{"cursor":${cursors[at]},"node":${row}}`);
  const flags = `"hasNextPage":${rows.length > 20},"hasPreviousPage":${page[0]?.[3] === 't'}`;
  const ends = `"startCursor":${cursors[0] ?? null},"endCursor":${cursors.at(-1) ?? null}`;
  return `{"data":{"customers":{"edges":[${edges}],"pageInfo":{${flags},${ends}}}}}`;
}

export const shapes = ({ list }) => ({
  apollo: { name: 'apollo', text: pageRow, build: edgesOf },
  deep: {
    name: 'deep',
    text: `select '{"data":{"customers":' || coalesce(json_agg(r)::text, '[]') || '}}' from (
      select ${family('c', 1)} from (select * from customers c
        where c.account_id = $1 and c.id = any($2::text[]) ${newest('c')} limit 5) c ${newest('c')}) r`,
  },
  cold: { ...list, name: 'cold' },
});
