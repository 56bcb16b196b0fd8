/** The part of `pg`'s protocol connection that its types leave out. */
export interface ProtocolConnection {
  readonly stream: { cork(): void; uncork(): void };
  /** Statement texts by name: prepared on the server, or sent and not yet confirmed. */
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  /** Whether statements are never prepared by name. */
  isWithoutNames?: boolean;
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

/**
 * Limits the prepared statements of a connection, regardless of the sender. The least
 * recently used ones are closed in the same write as the statement that replaces them.
 */
export function boundPreparedNames(connection: ProtocolConnection, limits = preparedLimits): void {
  const prepared = new Map<string, Prepared>();
  let characters = 0;
  let clock = 0;
  const { parse, bind } = connection;

  /**
   * Skips statements that are still being prepared: the server's confirmation would restore the closed name.
   */
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
