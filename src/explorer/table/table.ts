type Row = Readonly<Record<string, unknown>>;

/** A list of objects in a result, such as `customers.nodes`. */
export interface FoundList {
  /** Its place in `data`, such as `customers.nodes`. */
  readonly path: string;
  readonly rows: readonly Row[];
}

export interface Table {
  /** Places within a row, such as `contactInfo.email`, in the order of the selection. */
  readonly columns: readonly string[];
  /** A text for each column. */
  readonly rows: readonly (readonly string[])[];
}

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list can contain null, such as `nodes` for an id that does not exist. */
const isRows = (value: unknown): value is readonly (Row | null)[] =>
  Array.isArray(value) && value.some(isObject) && value.every((each) => each === null || isObject(each));

/** The rows of edges are their nodes, with the cursor. */
const rowsOf = (list: readonly (Row | null)[]): readonly Row[] =>
  list.map((row) => {
    const { node, ...edge } = row ?? {};
    return isObject(node) ? { ...node, ...edge } : { ...(node != null && { node }), ...edge };
  });

/** The lists of a result, outermost first. Lists within rows are values of their row. */
export function listsIn(data: unknown, path = ''): readonly FoundList[] {
  if (!isObject(data)) return [];
  const entries = Object.entries(data).map(([name, value]) => ({
    at: path ? `${path}.${name}` : name,
    value,
  }));
  const own = entries.flatMap(({ at, value }) => (isRows(value) ? [{ path: at, rows: rowsOf(value) }] : []));
  return [...own, ...entries.flatMap(({ at, value }) => listsIn(value, at))];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The values of a row by their place; a list is one value: its texts, or its JSON. */
function flat(row: Row, prefix: string, values: Map<string, string>): Map<string, string> {
  for (const [name, value] of Object.entries(row)) {
    const at = prefix + name;
    if (isObject(value) && Object.keys(value).length > 0) flat(value, `${at}.`, values);
    else if (Array.isArray(value) && !value.some((each) => typeof each === 'object'))
      values.set(at, value.map(textOf).join(', '));
    else values.set(at, textOf(value));
  }
  return values;
}

export function tableOf(list: readonly Row[]): Table {
  const rows = list.map((row) => flat(row, '', new Map()));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  // An object that is null in one row has its fields in others.
  const columns = names.filter(
    (name) => !names.some((other) => other.startsWith(`${name}.`)) || rows.some((row) => row.get(name)),
  );
  return { columns, rows: rows.map((row) => columns.map((name) => row.get(name) ?? '')) };
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A number in plain digits cannot be a formula, although it may begin with a minus. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** The table as RFC 4180 CSV. `neutral` makes texts safe that spreadsheets would read as formulas. */
export function csvOf({ columns, rows }: Table, neutral: (text: string) => string): string {
  const cell = (text: string) => quoted(isNumber(text) ? text : neutral(text));
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
