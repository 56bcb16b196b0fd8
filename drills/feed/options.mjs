import { parseArgs } from 'node:util';
import { positiveOf } from '../shared/options.mjs';

export const usage = `npm run drill:feed -- [options]
  --short              fewer seconds: both parts in about 20 s
  --callers 25         callers, each with 20 subscriptions
  --writes 50          writes per second
  --seconds 30         seconds of writes (8 in the short form)
  --idle 5000          idle subscribers (500 in the short form)
  --database-url URL   a PostgreSQL server, as a superuser (or TEST_DATABASE_URL); by default an embedded one
  --p99 1000           bounds: the time from a write's start to its event at a subscriber in milliseconds,
  --rss 300            and the gateway's memory with idle subscribers in MB
  --json FILE          writes the results as JSON`;

const positive = positiveOf(usage);

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      callers: { type: 'string', default: '25' },
      writes: { type: 'string', default: '50' },
      seconds: { type: 'string' },
      idle: { type: 'string' },
      'database-url': { type: 'string' },
      p99: { type: 'string', default: '1000' },
      rss: { type: 'string', default: '300' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    callers: positive('callers', values.callers),
    writes: positive('writes', values.writes),
    seconds: positive('seconds', values.seconds ?? (values.short ? '8' : '30')),
    idle: positive('idle', values.idle ?? (values.short ? '500' : '5000')),
    databaseUrl: values['database-url'] ?? process.env.TEST_DATABASE_URL,
    bounds: { p99Ms: positive('p99', values.p99), rssMb: positive('rss', values.rss) },
    json: values.json,
  };
}
