import pg from 'pg';
import type { ProtocolConnection } from './prepared-names.ts';

/** The rows of a result as arrays of text. */
export type TextRows = readonly (readonly (string | null)[])[];

const special = /["\\]/;

const quoted = (item: string): string => `"${special.test(item) ? item.replaceAll(/["\\]/g, '\\$&') : item}"`;

/** A value in PostgreSQL's text format: a text, or a list of texts. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((item) => (item === null ? 'NULL' : quoted(String(item)))).join()}}`;
}

/**
 * A statement whose rows are returned as PostgreSQL's text. The caller knows the selected columns,
 * so no row description is requested or parsed; that saves much of the cost of a small statement.
 */
export class TextQuery extends pg.Query {
  readonly text: string;
  /** The name of the prepared statement; '' for a statement that is not prepared. */
  readonly name: string;
  readonly values: readonly (string | null)[];
  readonly #resolve: (rows: TextRows) => void;
  readonly #reject: (error: unknown) => void;
  readonly #rows: (readonly (string | null)[])[] = [];

  constructor(
    { text, name = '', values }: TextStatement,
    resolve: (rows: TextRows) => void,
    reject: (error: unknown) => void,
  ) {
    super(text);
    this.text = text;
    this.name = name;
    this.values = values.map(asText);
    this.#resolve = resolve;
    this.#reject = reject;
  }

  override submit = (given: pg.Connection): void => {
    // Protocol methods that pg's own queries use and its types leave out.
    const connection = given as unknown as ProtocolConnection;
    const { name, text, values } = this;
    connection.stream.cork();
    if (
      name === '' ||
      !(name in connection.parsedStatements || name in connection.submittedNamedStatements)
    ) {
      connection.parse({ name, text });
      if (name !== '') connection.submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values });
    connection.execute({});
    connection.sync();
    connection.stream.uncork();
  };

  handleRowDescription(): void {}

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#rows.push(fields);
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handleError(error: unknown): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }
}

export interface TextStatement {
  readonly text: string;
  readonly name?: string | undefined;
  readonly values: readonly unknown[];
}
