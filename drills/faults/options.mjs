import { parseArgs } from 'node:util';

export const usage = `npm run drill:faults -- [options]
  --short              the most frequent faults, once each: under three minutes on two idle cores
  --only NAME,NAME     these faults only
  --scale 1            multiplies the bounds in time, for slow machines
  --json FILE          writes the results as JSON
  --list               prints the faults and ends`;

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      scale: { type: 'string', default: '1' },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new Error(`--scale must be a number above 0.\n${usage}`);
  const { short: isShort, json, list, help } = values;
  return { isShort, json, list, help, scale, only: values.only?.split(',').map((name) => name.trim()) };
}
