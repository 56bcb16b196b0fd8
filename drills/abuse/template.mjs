import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../bench/paths.mjs';
import { hashApiKey } from '../../dist/auth/api-key.js';
import { copiedTables, copyCustomers } from './copies.mjs';
import { apiKey, secrets } from './sign-in.mjs';

const originals = 1_000;
const crowd = ['acc_crowd1', 'acc_crowd2', 'acc_crowd3', 'acc_crowd4'];

function gatewayCommand(url, ...args) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...args], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`\`${args.join(' ')}\` failed: ${stderr}`);
}

/** Building indexes once is several times faster than maintaining them row by row. */
async function withoutIndexes(client, tables, work) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisunique`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  await client.query(`set maintenance_work_mem = '256MB'; set max_parallel_maintenance_workers = 0`);
  for (const { definition } of rows) await client.query(definition);
}

async function fill(client, customers) {
  const { rows } = await client.query('select id from accounts order by created_at, id limit 2');
  const [attacker, normal] = rows.map(({ id }) => id);
  const copies = Math.ceil(customers / originals) - 1;
  for (const id of crowd) await client.query('insert into accounts (id, name) values ($1, $1)', [id]);
  await withoutIndexes(client, copiedTables, async () => {
    for (const [place, account] of crowd.entries()) {
      const first = 1_000 * (place + 1);
      const share = Math.max(1, Math.floor(copies / 12));
      await copyCustomers(client, { from: attacker, to: account, first, last: first + share - 1 });
    }
    await copyCustomers(client, { from: attacker, to: attacker, first: 1, last: copies });
  });
  const scopes = ['customers:read', 'customers:write', 'settings:write'];
  await client.query(
    `insert into api_keys (id, account_id, name, hash, scopes) values ('key_drill', $1, 'drill', $2, $3)`,
    [attacker, hashApiKey(apiKey, secrets.AUTH_API_KEY_SECRET), scopes],
  );
  await client.query('vacuum analyze');
  return { attacker, normal };
}

const nodeTables = {
  AccountGroup: 'account_groups',
  Carrier: 'carriers',
  CustomerEvent: 'customer_events',
  CustomerGroup: 'customer_groups',
  Department: 'departments',
  Geolocation: 'geolocations',
  PaymentTerm: 'payment_terms',
  ShippingTerm: 'shipping_terms',
  Role: 'roles',
  ServiceLevel: 'service_levels',
  Order: 'orders',
  Tag: 'tags',
  AccountUser: 'account_users',
  Unit: 'units',
};

/** @returns {Promise<import('./types.mjs').Subjects>} */
async function pickSubjects(client, { attacker, normal }) {
  const column = async (text, ...values) =>
    (await client.query({ text, values, rowMode: 'array' })).rows.flat().filter((value) => value !== null);
  const newest = 'where account_id = $1 order by created_at desc, id desc limit 500';
  const nodes = {};
  for (const [type, table] of Object.entries(nodeTables))
    nodes[type] = await column(
      `select id from ${table} where account_id = $1 order by id desc limit 250`,
      attacker,
    );
  nodes.Address = await column(
    `select a.id from (select id from customers ${newest}) c
     join addresses a on a.account_id = $1 and a.customer_id = c.id limit 250`,
    attacker,
  );
  const references = [
    ...(await column('select name from account_groups where account_id = $1', attacker)),
    ...(await column('select account_number from carriers where account_id = $1', attacker)),
    ...(await column('select name from payment_terms where account_id = $1', attacker)),
  ];
  const people = await column(
    `select unnest(array[u.email, u.name, u.username]) from account_users a
     join users u on u.account_id = a.account_id and u.id = a.user_id where a.account_id = $1`,
    attacker,
  );
  return {
    attackerAccount: attacker,
    crowdAccounts: crowd,
    normalAccount: normal,
    normalNumbers: await column('select number from customers where account_id = $1 order by id', normal),
    ids: await column(`select id from customers ${newest}`, attacker),
    numbers: await column(`select number from customers ${newest}`, attacker),
    emails: await column(
      'select shopper_email from customers where account_id = $1 and shopper_email is not null limit 500',
      attacker,
    ),
    secrets: [
      ...(await column(
        `select unnest(array[name, contact_email, contact_phone, shopper_email]) from (select * from customers
         ${newest}) c`,
        attacker,
      )),
      ...(await column(
        `select unnest(array[a.name, a.email, g.street_line_1]) from (select id from customers ${newest}) c
         join addresses a on a.account_id = $1 and a.customer_id = c.id
         join geolocations g on g.account_id = $1 and g.id = a.geolocation_id`,
        attacker,
      )),
      ...references,
      ...people,
    ].filter((text) => text.length >= 6),
    references,
    people,
    nodes,
    apiKey,
  };
}

/**
 * Creates the template of each gateway's database: the demo data, with copies of its customers.
 * @param {import('./server.mjs').Server} server
 * @param {number} customers of the attacker's account
 */
export async function makeTemplate(server, customers) {
  const name = `${server.prefix}_template`;
  await server.query(`create database ${name} template template0 encoding 'UTF8'`);
  const url = server.urlOf(name);
  gatewayCommand(url, 'migrate');
  gatewayCommand(url, 'seed', '--customers', String(originals));
  const client = new pg.Client({ connectionString: url, options: '-c app.maintenance=on' });
  await client.connect();
  try {
    const accounts = await fill(client, customers);
    return { name, subjects: await pickSubjects(client, accounts) };
  } finally {
    await client.end();
  }
}
