import pg from 'pg';

/** The part of `pg`'s protocol connection that its types leave out. */
export interface ProtocolConnection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  isWithoutNames?: boolean;
  _send(message: Buffer): void;
  parse(statement: { readonly name?: string; readonly text: string }): void;
  bind(portal: { readonly statement?: string; readonly values: readonly (string | null)[] }): void;
  execute(portal: object): void;
  close(target: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

export interface PreparedLimits {
  readonly names: number;
  /** The maximum total length of the texts. A server process uses about 150 bytes of memory per character. */
  readonly characters: number;
}

/** About 25 MB of plans for each server process. */
export const preparedLimits: PreparedLimits = { names: 200, characters: 150_000 };

interface Prepared {
  readonly characters: number;
  usedAt: number;
}

/** Closes the least recently used names in the same write as the statement that replaces them. */
export function boundPreparedNames(connection: ProtocolConnection, limits = preparedLimits): void {
  const prepared = new Map<string, Prepared>();
  let characters = 0;
  let clock = 0;
  const { parse, bind } = connection;

  /** Skips statements that are still being prepared: the confirmation would restore the closed name. */
  function leastRecentlyUsed(): string | undefined {
    let oldest: string | undefined;
    let usedAt = Number.POSITIVE_INFINITY;
    for (const [name, entry] of prepared)
      if (entry.usedAt < usedAt && !(name in connection.submittedNamedStatements)) {
        oldest = name;
        usedAt = entry.usedAt;
      }
    return oldest;
  }

  function remove(name: string): void {
    characters -= prepared.get(name)?.characters ?? 0;
    prepared.delete(name);
  }

  connection.parse = (statement) => {
    const { name, text } = statement;
    if (name) {
      remove(name);
      while (prepared.size >= limits.names || characters + text.length > limits.characters) {
        const oldest = leastRecentlyUsed();
        if (oldest === undefined) break;
        remove(oldest);
        delete connection.parsedStatements[oldest];
        connection.close({ type: 'S', name: oldest });
      }
      // After an error, it is unknown whether the name exists. Closing a name that does not exist has no effect.
      connection.close({ type: 'S', name });
      prepared.set(name, { characters: text.length, usedAt: ++clock });
      characters += text.length;
    }
    parse.call(connection, statement);
  };

  connection.bind = (portal) => {
    const entry = portal.statement ? prepared.get(portal.statement) : undefined;
    if (entry !== undefined) entry.usedAt = ++clock;
    bind.call(connection, portal);
  };
}

export type TextRows = readonly (readonly (string | null)[])[];

export interface TextStatement {
  readonly text: string;
  readonly name?: string | undefined;
  readonly values: readonly unknown[];
}

export interface BatchReader {
  completed(rows: readonly TextRows[]): void;
  /** The statement at an index failed. Later ones did not run; earlier ones completed in an open transaction only. */
  failed(error: unknown, at: number, rows: readonly TextRows[]): void;
}

const special = /["\\]/;

const quotedItem = (item: string): string =>
  `"${special.test(item) ? item.replaceAll(/["\\]/g, '\\$&') : item}"`;

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((item) => (item === null ? 'NULL' : quotedItem(String(item)))).join()}}`;
}

/** One write with one Sync, which is one transaction. No row description: callers know the columns. */
export class TextBatch implements pg.Submittable {
  readonly #statements: readonly TextStatement[];
  readonly #reader: BatchReader;
  readonly #rows: (readonly (string | null)[])[][] = [[]];
  #at = 0;
  #prepared: string[] = [];

  constructor(statements: readonly TextStatement[], reader: BatchReader) {
    this.#statements = statements;
    this.#reader = reader;
  }

  /** Returns the error of a value that has no text: `pg` reports it to the batch, of which nothing is sent. */
  submit(given: pg.Connection): unknown {
    // Protocol methods that pg's own queries use and its types leave out.
    const connection = given as unknown as ProtocolConnection;
    const { _send } = connection;
    const messages: Buffer[] = [];
    // A literal that is assigned to a property would keep the batch until the next full collection.
    const collect = (message: Buffer) => messages.push(message);
    connection._send = collect;
    try {
      this.#write(connection);
    } catch (error) {
      return error;
    } finally {
      connection._send = _send;
    }
    connection._send(Buffer.concat(messages));
    return undefined;
  }

  #write(connection: ProtocolConnection): void {
    this.#prepare(connection);
    for (const { name = '', text, values } of this.#statements) {
      // A batch with very many statements can replace its own prepared statements.
      const statement = name in connection.parsedStatements ? name : '';
      if (statement === '') connection.parse({ text });
      connection.bind({ statement, values: values.map(asText) });
      connection.execute({});
    }
    connection.sync();
  }

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

// A pipeline accepts no other queries. The constructor would make an event emitter and a result for nothing.
Object.setPrototypeOf(TextBatch.prototype, pg.Query.prototype);
