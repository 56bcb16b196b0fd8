import { csvLine } from './csv-cell.ts';
import { type CsvColumn, csvColumns } from './csv-columns.ts';
import type { Form } from './form.ts';

export interface CsvOptions {
  readonly columns?: readonly CsvColumn[];
  /** Whether the text begins with a byte order mark, by which Excel recognizes UTF-8. */
  readonly hasMark?: boolean;
}

/** A header and a row for each customer. */
export function csvForm({ columns = csvColumns, hasMark = false }: CsvOptions): Form {
  return {
    needs: {},
    head: `${hasMark ? '\ufeff' : ''}${csvLine(columns.map(({ name }) => name))}`,
    text: (page) => page.customers.map((row) => csvLine(columns.map(({ cell }) => cell(row, page)))).join(''),
  };
}
