import { parseArgs } from 'node:util';
import { positiveOf } from '../shared/options.mjs';

export const usage = `npm run drill:abuse -- [options]
  --only NAME,NAME     these attacks only
  --short              less data and time: all attacks in under two minutes
  --seconds N          the time of each attack
  --customers 60000    customers of the attacker's account (5,000 in the short form)
  --database-url URL   a PostgreSQL server, as a superuser (or TEST_DATABASE_URL); by default an embedded one
  --json FILE          writes the results as JSON
  --markdown FILE      writes the table as Markdown
  --rss 450            bounds: the gateway's memory in MB,
  --backend 60         the memory of a database connection in MB,
  --p95 50             the normal caller's p95 in milliseconds under the attacks of row 4,
  --p95-others 250     and under all others
  --list               prints the attacks and ends`;

const positive = positiveOf(usage);

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      customers: { type: 'string' },
      'database-url': { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
      rss: { type: 'string', default: '450' },
      backend: { type: 'string', default: '60' },
      p95: { type: 'string', default: '50' },
      'p95-others': { type: 'string', default: '250' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const isShort = values.short;
  return {
    help: values.help,
    list: values.list,
    only: values.only?.split(',').map((name) => name.trim()),
    isShort,
    seconds: values.seconds === undefined ? undefined : positive('seconds', values.seconds),
    customers: positive('customers', values.customers ?? (isShort ? '5000' : '60000')),
    databaseUrl: values['database-url'] ?? process.env.TEST_DATABASE_URL,
    json: values.json,
    markdown: values.markdown,
    bounds: {
      rssMb: positive('rss', values.rss),
      backendMb: positive('backend', values.backend),
      p95Ms: positive('p95', values.p95),
      otherP95Ms: positive('p95-others', values['p95-others']),
    },
  };
}
