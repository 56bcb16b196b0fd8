import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [options]
  --sizes 20000,200000      customers, a database each; made on first use, kept in .data/bench
  --large                   2,000,000 too
  --rounds 3 --seconds 4    how often, and how long, each operation is measured on each contestant
  --warm-up 8               the time for each contestant to be compiled and cached, in seconds
  --connections 1,20        how many ask at once
  --only point,import       these rows only (README.md lists them)
  --contestants gateway,…   these contestants only
  --before <folder>         also the gateway that is built in this clone of the repository, to compare revisions
  --node <path>             the Node that all contestants run on (or BENCH_NODE); \`npm\`: the newer one among the
                            bench's packages. By default each runs on yours, or on that one where yours is too old
  --subscribers 500         subscribers of the row \`subscribers\`
  --writes-per-second 50    its writes
  --profile <operation>     a flame graph of the gateway under this operation, at the first size, and nothing else:
                            --seconds of samples after --warm-up, in .data/bench/profiles
  --soak <minutes>          the gateway's memory under a mixed load, and nothing else
  --share 1                 the soak's requests per second, as a share of what the gateway reaches in half a minute
  --no-write                print, and write nothing into bench/results`;

const list = (text) => text?.split(',').map((each) => each.trim());

function positive(name, text) {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0.\n${usage}`);
  return value;
}

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      sizes: { type: 'string', default: '20000,200000' },
      large: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      'warm-up': { type: 'string', default: '8' },
      connections: { type: 'string', default: '1,20' },
      only: { type: 'string' },
      contestants: { type: 'string' },
      before: { type: 'string' },
      node: { type: 'string', ...(process.env.BENCH_NODE && { default: process.env.BENCH_NODE }) },
      subscribers: { type: 'string', default: '500' },
      'writes-per-second': { type: 'string', default: '50' },
      profile: { type: 'string' },
      soak: { type: 'string' },
      share: { type: 'string', default: '1' },
      write: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  const numbers = (name) => list(values[name]).map((each) => positive(name, each));
  return {
    help: values.help,
    sizes: [...new Set([...numbers('sizes'), ...(values.large ? [2_000_000] : [])])].sort((a, b) => a - b),
    connections: numbers('connections'),
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up']),
    only: list(values.only),
    contestants: list(values.contestants),
    before: values.before,
    node: values.node,
    soak: values.soak === undefined ? undefined : positive('soak', values.soak),
    share: positive('share', values.share),
    subscribers: positive('subscribers', values.subscribers),
    writesPerSecond: positive('writes-per-second', values['writes-per-second']),
    profile: values.profile,
    write: values.write,
  };
}
