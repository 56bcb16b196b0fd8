// The tables of docs/field-map.md.
import { enumMap, fieldMap, sourceFields, sources } from './field-map.mjs';
import { otherForms } from './other-forms.mjs';
import { resultTypes, subjects } from './other-writers.mjs';

const code = (name) => `\`${name}\``;
const codes = (names) => names.map(code).join(', ');
const none = '—';

/** `path` of `mutation`, `mutation`, with one entry for each path. */
function inputTexts(inputs) {
  const byPath = new Map();
  for (const { input, mutation } of inputs)
    byPath.set(input.join('.'), (byPath.get(input.join('.')) ?? new Set()).add(mutation));
  return [...byPath].map(([path, mutations]) => `${code(path)} of ${codes([...mutations])}`);
}

const writerTexts = {
  system: ({ text }) => `system: ${text}`,
  part: ({ text }) => text,
  derived: ({ from }) => `derived from ${codes(from)}`,
  inverse: ({ of }) => `the inverse of ${codes(of)}`,
  mutation: ({ names }) => codes(names),
  command: ({ names }) => `command ${codes(names)}`,
  importer: ({ text }) => `importer: ${text}`,
};

const writersOf = ({ inputs, others }) =>
  [...inputTexts(inputs), ...others.map((writer) => writerTexts[writer.kind](writer))].join('; ');

function typeSection(name, fields, table) {
  const rows = fields.map((entry) => [
    code(entry.field),
    writersOf(entry),
    ...entry.sources.map((names) => (names.length === 0 ? none : codes(names))),
  ]);
  return `#### ${name}\n\n${table(['field', 'writer', ...Object.keys(sources)], rows)}`;
}

export function fieldTables(schema, table) {
  const map = fieldMap(schema);
  return Object.entries(subjects)
    .map(([subject, types]) => {
      const sections = types.map((type) =>
        typeSection(
          type,
          map.filter((entry) => entry.type === type),
          table,
        ),
      );
      return `### ${subject}\n\n${sections.join('\n\n')}`;
    })
    .join('\n\n');
}

/** The types without data of their own, which are listed once for each kind. */
export function resultTable(schema, table) {
  const names = Object.keys(schema.getTypeMap()).filter((name) => 'getInterfaces' in schema.getType(name));
  const kinds = [
    ['…Connection', /Connection$/, 'the page of a list, from its rows'],
    ['…Edge', /Edge$/, 'a row of the page, and its position'],
    ['…Payload, …Result', /(?:Payload|Result)$/, 'the written object, the outcome and the user errors'],
    ['…Facet, …Facets', /Facets?$/, 'the number of customers by the value of a field'],
    [
      '…Aggregate, …AggregateGroup, …AggregateValues, …Sum',
      /(?:Aggregate(?:Group|Values)?|Sum)$/,
      'the number of rows by the values of fields, and the sums of their amounts',
    ],
    ['PageInfo', /^PageInfo$/, 'whether there are more pages, and their cursors'],
    ['Count', /^Count$/, 'the number of customers'],
    ['UserError', /^UserError$/, 'a problem with the input of a mutation'],
  ];
  return table(
    ['types', 'number', 'content'],
    kinds.map(([label, pattern, content]) => [
      codes(label.split(', ')),
      names.filter((name) => resultTypes.test(name) && pattern.test(name)).length,
      content,
    ]),
  );
}

const producerText = ({ operation, text }) =>
  [operation && code(operation), text].filter((part) => part !== undefined).join(' ');

/** The values by what produces them, in their order. */
function byProducer(values, stored) {
  const groups = new Map();
  for (const { name, producer } of values) {
    const text = producer ? producerText(producer) : stored.length > 0 ? 'the input' : none;
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  return [...groups];
}

export function enumTable(schema, table) {
  return table(
    ['enum', 'values', 'accepted by', 'produced by'],
    enumMap(schema).flatMap(({ type, stored, selecting, values }) => {
      const current = values.filter(({ reserved }) => reserved === undefined);
      return byProducer(current, stored).map(([text, names]) => {
        const accepting = text === 'the input' ? [...stored, ...selecting] : selecting;
        return [code(type), codes(names), codes(accepting) || none, text];
      });
    }),
  );
}

export function reservedTable(schema, table) {
  return table(
    ['enum', 'value', 'reason'],
    enumMap(schema).flatMap(({ type, values }) =>
      values
        .filter(({ reserved }) => reserved !== undefined)
        .map(({ name, reserved }) => [code(type), code(name), reserved]),
    ),
  );
}

const computed = new Set(['derived', 'system']);

/** The fields of the source systems, by object; fields that are left out for one reason share a row. */
export function sourceTables(schema, table) {
  const map = fieldMap(schema);
  const targetText = (target) => {
    const { inputs, others } = map.find(({ type, field }) => target === `${type}.${field}`);
    const isComputed = inputs.length === 0 && others.every(({ kind }) => computed.has(kind));
    return isComputed ? `${code(target)} (computed)` : code(target);
  };
  return Object.entries(sources)
    .map(([system, objects]) => {
      const rows = objects.flatMap((entry) => {
        const fields = sourceFields([entry]);
        const mapped = fields.filter(({ targets }) => targets.length > 0);
        const reasons = Object.entries(entry.leftOut);
        return [
          ...mapped.map(({ object, field, targets }) => [
            object,
            code(field),
            targets.map(targetText).join(', '),
          ]),
          ...reasons.map(([reason, names]) => [entry.object, codes(names), `left out: ${reason}`]),
        ];
      });
      return `### ${system}\n\n${table(['object', 'field', 'GraphQL field'], rows)}`;
    })
    .join('\n\n');
}

/** The values that come back in another form, by system. */
export const otherFormTable = (table) =>
  table(
    ['system', 'field', 'form'],
    Object.entries(otherForms).flatMap(([system, forms]) =>
      forms.map(({ fields, reason }) => [system, codes(fields), reason]),
    ),
  );
