import { connect } from 'node:net';
import { attackerAddress } from './client.mjs';

/**
 * Opens a connection and writes to it; resolves to the status of the first answer when the connection closes.
 * @param {import('./types.mjs').Context} context
 * @param {object} options
 * @param {string | Buffer} options.head
 * @param {number} [options.address] number of an attacker address
 * @param {(socket: import('node:net').Socket) => void} [options.follow] what follows the head
 * @param {boolean} [options.isSlow] reads the answer in small parts
 */
export function converse({ port, endsAt, tally }, { head, address = 0, follow, isSlow = false }) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: attackerAddress(address) });
    const timer = setTimeout(() => socket.destroy(), Math.max(0, endsAt - Date.now()));
    let answered;
    socket.on('error', (error) => {
      answered ??= `0 ${error.code}`;
    });
    socket.on('connect', () => {
      tally.send();
      if (head.length > 0) socket.write(head);
      follow?.(socket);
    });
    socket.on('data', (chunk) => {
      answered ??= /^HTTP\/1\.1 (\d+)/.exec(chunk.toString('latin1', 0, 16))?.[1];
      if (!isSlow) return;
      socket.pause();
      setTimeout(() => socket.resume(), 200).unref();
    });
    socket.on('close', () => {
      clearTimeout(timer);
      tally.count(answered ?? 'no answer');
      resolve(answered);
    });
  });
}

/** Writes a text byte by byte. */
export const drip = (text, everyMs) => (socket) => {
  let place = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || place >= text.length) clearInterval(timer);
    else socket.write(text[place++]);
  }, everyMs);
  socket.once('close', () => clearInterval(timer));
};

/** Keeps `count` connections open until the attack ends; replaces each one that closes. */
export async function keepOpen(context, count, converseOnce) {
  const loop = async (number) => {
    while (Date.now() < context.endsAt) {
      await converseOnce(number);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => loop(number)));
}

/**
 * The request line and headers of a POST to /graphql.
 * @param {number} port
 * @param {Record<string, string>} headers
 */
export function postHead(port, headers) {
  const all = {
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n`;
}
