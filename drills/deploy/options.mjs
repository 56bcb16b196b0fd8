import { parseArgs } from 'node:util';

export const parts = ['image', 'alerts'];

export const usage = `npm run drill:deploy -- [options]
  --only NAME,NAME     these parts only: ${parts.join(', ')}`;

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const only = values.only?.split(',') ?? parts;
  const unknown = only.find((name) => !parts.includes(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}.\n${usage}`);
  return { help: values.help, only };
}
