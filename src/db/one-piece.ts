import type { Writable } from 'node:stream';
import type pg from 'pg';

/** Sends statements in one network write (corked), since a write costs more than most statements do. */
export function inOnePiece<T>(client: pg.ClientBase, send: () => T): T {
  // pg's types do not include the client's stream.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
