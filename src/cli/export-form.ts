import { augnoForm } from '../exporters/augno.ts';
import { commerceLayerForm } from '../exporters/commerce-layer.ts';
import { csvColumns } from '../exporters/csv-columns.ts';
import { csvForm } from '../exporters/csv-form.ts';
import type { Form } from '../exporters/form.ts';
import { inventoryProForm } from '../exporters/inventory-pro.ts';
import { ownForm } from '../exporters/own-form.ts';
import { ownFieldNames } from '../exporters/own-record.ts';
import { isTimeZone } from '../time-zone.ts';
import { CommandError } from './command-error.ts';

export interface FormArguments {
  readonly format?: string;
  readonly fields?: string;
  readonly bom?: boolean;
  readonly shopRecords?: boolean;
  readonly ndjson?: boolean;
  readonly timeZone?: string;
}

interface Named {
  readonly name: string;
}

/** The named fields, in the order of the names; the name of a group means all of its parts. */
function chosen<F extends Named>(fields: readonly F[], list: string | undefined): readonly F[] {
  if (list === undefined) return fields;
  const found = list.split(',').map((each) => {
    const wanted = each.trim();
    const matching = fields.filter(({ name }) => name === wanted || name.startsWith(`${wanted}.`));
    if (matching.length > 0) return matching;
    const names = fields.map(({ name }) => name).join(', ');
    throw new CommandError(`--fields contains "${wanted}", which is not a field. The fields are: ${names}.`);
  });
  return [...new Set(found.flat())];
}

const ownFields = ownFieldNames.map((name) => ({ name }));

type FormOption = Exclude<keyof FormArguments, 'format'>;

interface Format {
  readonly options: readonly FormOption[];
  make(args: FormArguments): Form;
}

function zoneOf(timeZone: string | undefined): string {
  if (timeZone !== undefined && isTimeZone(timeZone)) return timeZone;
  throw new CommandError(
    `${timeZone === undefined ? '--format inventory-pro requires --time-zone' : `--time-zone is "${timeZone}", which is not a time zone`}: the times of InventoryPro have no offset. Use a name of the IANA database, such as America/Chicago or UTC.`,
  );
}

const formats: Readonly<Record<string, Format>> = {
  ndjson: {
    options: ['fields', 'shopRecords'],
    make: ({ fields, shopRecords = false }) =>
      ownForm({
        fields: chosen(ownFields, fields).map(({ name }) => name),
        withShopRecords: shopRecords,
      }),
  },
  csv: {
    options: ['fields', 'bom'],
    make: ({ fields, bom = false }) => csvForm({ columns: chosen(csvColumns, fields), hasMark: bom }),
  },
  augno: {
    options: ['ndjson'],
    make: ({ ndjson = false }) => augnoForm({ isLines: ndjson }),
  },
  'commerce-layer': {
    options: ['ndjson'],
    make: ({ ndjson = false }) => commerceLayerForm({ isLines: ndjson }),
  },
  'inventory-pro': {
    options: ['timeZone', 'ndjson'],
    make: ({ timeZone, ndjson = false }) => inventoryProForm({ timeZone: zoneOf(timeZone), isLines: ndjson }),
  },
};

const formatNames = Object.keys(formats);

const flags: Readonly<Record<FormOption, string>> = {
  fields: '--fields',
  bom: '--bom',
  shopRecords: '--shop-records',
  ndjson: '--ndjson',
  timeZone: '--time-zone',
};

const optionNames = Object.keys(flags) as readonly FormOption[];

export function formOf({ format: name = 'ndjson', ...args }: FormArguments): Form {
  const format = formats[name];
  if (format === undefined)
    throw new CommandError(`--format is "${name}"; it must be one of ${formatNames.join(', ')}.`);
  const wrong = optionNames.find((each) => args[each] !== undefined && !format.options.includes(each));
  if (wrong !== undefined) {
    const others = formatNames.filter((each) => formats[each]?.options.includes(wrong));
    throw new CommandError(
      `${flags[wrong]} cannot be used with --format ${name}, only with ${others.join(', ')}.`,
    );
  }
  return format.make(args);
}
