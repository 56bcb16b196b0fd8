import { connect } from 'node:net';
import { postHead } from '../abuse/sockets.mjs';

const body = JSON.stringify({
  query: 'subscription { customerChanged { cursor action customerId customer { name version } } }',
});

/** Prefix of the name that writes give customers; the time of the write follows it. */
export const mark = '"name":"w ';
const timeLength = 13;
const codeMark = '"errors":';

/** One subscriber with its own socket; it searches for marks and parses nothing else. */
export class Subscriber {
  events = 0;
  errors = 0;
  isOpen = false;
  #rest = '';
  #socket;

  /** @param {{ port: number, headers: Record<string, string>, onEvent: (writtenAt: number) => void }} options */
  constructor({ port, headers, onEvent }) {
    const length = String(body.length);
    const head = postHead(port, { ...headers, accept: 'text/event-stream', 'content-length': length });
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once('close', () => {
        this.isOpen = false;
        reject(new Error('The stream was closed.'));
      });
      this.#socket.setEncoding('latin1').on('data', (text) => {
        if (!this.isOpen) this.isOpen = text.startsWith('HTTP/1.1 200');
        if (this.isOpen) resolve();
        else reject(new Error(text));
        this.#read(this.#rest + text, onEvent);
      });
    });
    this.opened.catch(() => undefined);
    this.#socket.write(head + body);
  }

  #read(text, onEvent) {
    let from = 0;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, from)) {
      const start = at + mark.length;
      if (start + timeLength > text.length) break;
      from = start + timeLength;
      this.events += 1;
      onEvent(Number(text.slice(start, from)));
    }
    if (text.includes(codeMark)) this.errors += 1;
    // A mark can be split across two chunks.
    this.#rest = text.slice(Math.max(from, text.length - mark.length - timeLength));
  }

  close() {
    this.#socket.destroy();
  }
}
