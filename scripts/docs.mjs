// npm run docs: prints the tables of docs/errors.md, docs/configuration.md, docs/limits.md, docs/field-map.md,
// docs/metrics.md and CONTRIBUTING.md, and the linter's rules for imports. Needs a build.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import {
  enumTable,
  fieldTables,
  otherFormTable,
  reservedTable,
  resultTable,
  sourceTables,
} from './field-map/page.mjs';
import { biomeLayers, layerRows } from './layer-rules.mjs';

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const row = (cells) => `| ${cells.join(' | ')} |`.replaceAll('’', "'");

const table = (heads, rows) => [heads, heads.map(() => '---'), ...rows].map(row).join('\n');

/** Replaces the sections between markers such as `<!-- prices -->` and `<!-- /prices -->`. */
function withSections(page, sections) {
  return Object.entries(sections).reduce((text, [name, content]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = text.split(start);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`The page has no ${start} and ${end}.`);
    return `${before}${start}\n\n${content}\n\n${end}${after}`;
  }, page);
}

const measuredOf = ({ measured = [] }) => measured.map(({ what, ms }) => `${what}: ${ms} ms`).join('<br>');

const priceTable = (prices) =>
  table(
    ['work', 'units', 'expensive', 'measured'],
    Object.values(prices).map((price) => [
      price.description,
      `${price.units} per ${price.per}`,
      price.isExpensive ? 'yes' : '',
      measuredOf(price),
    ]),
  );

function statusOf({ status, jsonStatus, otherStatuses = {} }) {
  const others = Object.entries(otherStatuses).map(([other, { cause }]) => `${other} if ${cause}`);
  return [jsonStatus === undefined ? status : `${status} or ${jsonStatus}`, ...others].join('; ');
}

function retryOf({ retryable, otherStatuses = {} }) {
  const differing = Object.entries(otherStatuses).filter(
    ([, other]) => (other.retryable ?? retryable) !== retryable,
  );
  const yesOrNo = (is) => (is ? 'yes' : 'no');
  return [yesOrNo(retryable), ...differing.map(([status]) => `${yesOrNo(!retryable)} with ${status}`)].join(
    '; ',
  );
}

function errorTable(errorCodes, section) {
  const entries = Object.entries(errorCodes).filter(([, entry]) => entry.section === section);
  return table(
    ['code', 'HTTP status', 'retry', 'cause', 'fix'],
    entries.map(([code, entry]) => [`\`${code}\``, statusOf(entry), retryOf(entry), entry.cause, entry.fix]),
  );
}

function endTable(errorCodes) {
  const ends = Object.entries(errorCodes).flatMap(([code, { section, cause, fix, endOfSubscription }]) => {
    const end = endOfSubscription ?? (section === 'subscription' ? { cause, fix } : undefined);
    return end ? [[`\`${code}\``, end.cause, end.fix]] : [];
  });
  return table(['code', 'cause', 'fix'], ends);
}

function userErrorTable(sdl) {
  const values = buildSchema(sdl).getType('UserErrorCode').getValues();
  return table(
    ['code', 'meaning'],
    values.map(({ name, description }) => [`\`${name}\``, description]),
  );
}

/** docs/errors.md with the codes of the list and the user errors of the schema. */
export const withErrors = (page, { errorCodes, sdl }) =>
  withSections(page, {
    'request errors': errorTable(errorCodes, 'request'),
    'user errors': userErrorTable(sdl),
    'gateway errors': errorTable(errorCodes, 'gateway'),
    'ends of subscriptions': endTable(errorCodes),
  });

/** docs/configuration.md with the options. */
export const withOptions = (page, { options, defaultText }) =>
  withSections(page, {
    options: table(
      ['option', 'default', 'meaning'],
      Object.entries(options)
        .filter(([, { text }]) => text !== undefined)
        .map(([name, option]) => {
          const usual = defaultText(option);
          return [`\`${name}\``, usual === undefined ? 'none' : `\`${usual}\``, option.text];
        })
        .concat([
          [
            '`LIMIT_…`',
            '[limits.md](limits.md)',
            'The limits of a request, of a caller and of all callers together.',
          ],
        ]),
    ),
  });

/** docs/limits.md with the options that are limits, and the prices. */
export const withLimits = (page, { options, prices }) =>
  withSections(page, {
    limits: table(
      ['limit', 'default', 'option', 'beyond it'],
      Object.entries(options).flatMap(([name, { default: usual, limit }]) =>
        limit
          ? [
              [
                limit.text,
                [usual.toLocaleString('en'), limit.unit].join(' ').trim(),
                `\`${name}\``,
                limit.beyond,
              ],
            ]
          : [],
      ),
    ),
    prices: priceTable(prices),
  });

/** docs/field-map.md with the fields and enum values of the schema, and the fields of the source systems. */
export function withFieldMap(page, { sdl }) {
  const schema = buildSchema(sdl);
  return withSections(page, {
    fields: fieldTables(schema, table),
    results: resultTable(schema, table),
    enums: enumTable(schema, table),
    reserved: reservedTable(schema, table),
    sources: sourceTables(schema, table),
    'other forms': otherFormTable(table),
  });
}

/** docs/metrics.md with all metrics. */
export function withMetrics(page, { catalogue }) {
  const labelsOf = ({ labels = {} }) =>
    Object.entries(labels)
      .map(([name, values]) => `\`${name}\`: ${values}`)
      .join('<br>');
  const buckets = new Map();
  for (const [name, { buckets: given }] of Object.entries(catalogue)) {
    const text = given?.join(', ');
    if (text !== undefined) buckets.set(text, [...(buckets.get(text) ?? []), `\`${name}\``]);
  }
  return withSections(page, {
    metrics: table(
      ['metric', 'type', 'of several workers', 'meaning', 'labels', 'series'],
      Object.entries(catalogue).map(([name, entry]) => [
        `\`${name}\``,
        entry.type,
        entry.aggregator ?? 'sum',
        entry.help,
        labelsOf(entry),
        entry.series,
      ]),
    ),
    buckets: table(
      ['buckets', 'metrics'],
      [...buckets].map(([text, names]) => [text, names.join('<br>')]),
    ),
  });
}

/** CONTRIBUTING.md with the folders of src/. */
export const withLayers = (page) =>
  withSections(page, { layers: table(['folder', 'vocabulary', 'can import', 'libraries'], layerRows()) });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [{ errorCodes }, { options }, { defaultText }, { prices }, { catalogue }] = await Promise.all(
    ['error-codes', 'options', 'option-text', 'prices', 'observe/metrics/catalogue'].map(
      (name) => import(`../dist/${name}.js`),
    ),
  );
  const sdl = await readFile(path('schema.graphql'), 'utf8');
  const pages = [
    ['docs/errors.md', withErrors],
    ['docs/configuration.md', withOptions],
    ['docs/limits.md', withLimits],
    ['docs/field-map.md', withFieldMap],
    ['docs/metrics.md', withMetrics],
    ['CONTRIBUTING.md', withLayers],
  ];
  await writeFile(path('biome.layers.json'), biomeLayers());
  for (const [name, print] of pages) {
    const page = path(name);
    await writeFile(
      page,
      print(await readFile(page, 'utf8'), { errorCodes, sdl, options, defaultText, prices, catalogue }),
    );
  }
}
