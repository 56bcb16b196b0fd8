import pg from 'pg';
import type { ProtocolConnection } from './prepared-names.ts';

/** The rows of a result as arrays of text. */
export type TextRows = readonly (readonly (string | null)[])[];

export interface TextStatement {
  readonly text: string;
  /** The name of the prepared statement; '' or undefined for a statement that is not prepared. */
  readonly name?: string | undefined;
  readonly values: readonly unknown[];
}

/** Receives the outcome of a batch, once. */
export interface BatchReader {
  /** All statements have completed; contains the rows of each. */
  completed(rows: readonly TextRows[]): void;
  /** The statement at an index failed. Later ones did not run; earlier ones completed in an open transaction only. */
  failed(error: unknown, at: number, rows: readonly TextRows[]): void;
  /** A statement has completed, and the next one begins. */
  advanced?(): void;
}

const special = /["\\]/;

const quoted = (item: string): string => `"${special.test(item) ? item.replaceAll(/["\\]/g, '\\$&') : item}"`;

/** A value in PostgreSQL's text format: a text, or a list of texts. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((item) => (item === null ? 'NULL' : quoted(String(item)))).join()}}`;
}

/**
 * Statements that are sent in one network write and end with one Sync, so that they are one transaction: the
 * open one, or an implicit one. Rows arrive as PostgreSQL's text. The caller knows the selected columns, so no
 * row description is requested or parsed; that saves much of the cost of a small statement.
 */
export class TextBatch extends pg.Query {
  readonly #statements: readonly TextStatement[];
  readonly #reader: BatchReader;
  readonly #rows: (readonly (string | null)[])[][] = [[]];
  #at = 0;
  /** Names that this batch prepares. */
  #prepared: string[] = [];

  constructor(statements: readonly TextStatement[], reader: BatchReader) {
    super('');
    this.#statements = statements;
    this.#reader = reader;
  }

  override submit = (given: pg.Connection): void => {
    // Protocol methods that pg's own queries use and its types leave out.
    const connection = given as unknown as ProtocolConnection;
    connection.stream.cork();
    this.#prepare(connection);
    for (const { name = '', text, values } of this.#statements) {
      // A batch with very many statements can replace its own prepared statements.
      const statement = name in connection.parsedStatements ? name : '';
      if (statement === '') connection.parse({ text });
      connection.bind({ statement, values: values.map(asText) });
      connection.execute({});
    }
    connection.sync();
    connection.stream.uncork();
  };

  /** Prepares before anything can fail: the server skips all messages between an error and the Sync. */
  #prepare(connection: ProtocolConnection): void {
    if (connection.isWithoutNames) return;
    for (const { name, text } of this.#statements) {
      if (!name || name in connection.parsedStatements) continue;
      connection.parse({ name, text });
      connection.parsedStatements[name] = text;
      this.#prepared.push(name);
    }
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    (this.#rows[this.#at] as (readonly (string | null)[])[]).push(fields);
  }

  handleCommandComplete(): void {
    this.#at += 1;
    this.#rows.push([]);
    this.#reader.advanced?.();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleError(error: unknown, given?: pg.Connection): void {
    const connection = given as unknown as ProtocolConnection | undefined;
    // It is unknown whether they exist: the next use prepares them again.
    for (const name of this.#prepared) delete connection?.parsedStatements[name];
    this.#reader.failed(error, this.#at, this.#rows);
  }

  handleReadyForQuery(): void {
    this.#reader.completed(this.#rows);
  }
}
