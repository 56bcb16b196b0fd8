// npm run prices: writes the table of src/prices.ts into docs/limits.md. Needs a build.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../docs/limits.md', import.meta.url));
const [start, end] = ['<!-- prices -->', '<!-- /prices -->'];

const measuredOf = ({ measured = [] }) => measured.map(({ what, ms }) => `${what}: ${ms} ms`).join('<br>');

const rowOf = (price) =>
  `| ${price.description} | ${price.units} per ${price.per} | ${price.isExpensive ? 'yes' : ''} | ${measuredOf(price)} |`;

const tableOf = (prices) =>
  [
    '| work | units | expensive | measured |',
    '| --- | --- | --- | --- |',
    ...Object.values(prices).map(rowOf),
  ].join('\n');

/** Inserts the table of these prices between the page's markers. */
export function withPrices(text, prices) {
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/limits.md has no ${start} and ${end}.`);
  return `${before}${start}\n\n${tableOf(prices)}\n\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { prices } = await import('../dist/prices.js');
  await writeFile(page, withPrices(await readFile(page, 'utf8'), prices));
}
