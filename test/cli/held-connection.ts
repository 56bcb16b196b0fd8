import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface HeldConnection {
  /** The status of the response, received over this one connection. */
  ask(query: string, headers?: Readonly<Record<string, string>>): Promise<number | undefined>;
  /** Settles when the server has closed the connection. */
  readonly closed: Promise<unknown>;
}

/** A keep-alive connection: all its requests reach the process that accepted it. */
export async function connectTo(url: string): Promise<HeldConnection> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const send = (query: string, more: Readonly<Record<string, string>> = {}) => {
    const headers = { 'content-type': 'application/json', ...more };
    const sent = request(url, { agent, method: 'POST', headers });
    sent.end(JSON.stringify({ query }));
    return sent;
  };
  const first = send('{ __typename }');
  const [socket]: Socket[] = await once(first, 'socket');
  const closed = once(socket as Socket, 'close');
  await statusOf(first);
  return { ask: (query, headers) => statusOf(send(query, headers)), closed };
}

async function statusOf(sent: ReturnType<typeof request>): Promise<number | undefined> {
  const [response]: IncomingMessage[] = await once(sent, 'response');
  if (response === undefined) return undefined;
  await text(response);
  return response.statusCode;
}
