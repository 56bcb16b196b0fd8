import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What is sent meanwhile goes out in one write: that costs more than most statements do. */
export function inOnePiece<T>(client: pg.ClientBase, send: () => T): T {
  // pg knows its stream; its types do not say so.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
