import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const watched = new WeakMap<Socket, Set<() => void>>();

function callbacksOf(socket: Socket): Set<() => void> {
  const known = watched.get(socket);
  if (known !== undefined) return known;
  const callbacks = new Set<() => void>();
  watched.set(socket, callbacks);
  socket.once('close', () => {
    for (const callback of callbacks) callback();
  });
  return callbacks;
}

/** Whether a response is sent completely, or its connection is closed. */
export const isClosed = (response: ServerResponse): boolean =>
  response.destroyed || response.req.socket.destroyed;

/**
 * Calls back once when a response is closed; returns a function that cancels this. A pipelined response that
 * waits for an earlier one emits no `close` if the connection closes first.
 */
export function onClosed(response: ServerResponse, callback: () => void): () => void {
  const callbacks = callbacksOf(response.req.socket);
  const cancel = () => {
    callbacks.delete(settle);
    response.off('close', settle);
  };
  const settle = () => {
    cancel();
    callback();
  };
  callbacks.add(settle);
  response.on('close', settle);
  return cancel;
}
