import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { positiveOf } from '../shared/options.mjs';

export const usage = `npm run drill:import -- [options]
  --short              800 customers and 4 kills
  --customers 3000     customers of each system
  --kills 10           kills of each system's import
  --only NAME,NAME     these disturbances only; --list prints all
  --seed NUMBER        the documents and moments of a former run, which printed it
  --list               prints the disturbances and ends`;

const positive = positiveOf(usage);

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      customers: { type: 'string' },
      kills: { type: 'string' },
      only: { type: 'string' },
      seed: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    list: values.list,
    customers: positive('customers', values.customers ?? (values.short ? '800' : '3000')),
    kills: positive('kills', values.kills ?? (values.short ? '4' : '10')),
    only: values.only?.split(','),
    seed: positive('seed', values.seed ?? String(randomInt(1, 1_000_000_000))),
  };
}
