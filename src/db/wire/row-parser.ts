import type { BackendMessage } from 'pg-protocol/dist/messages.js';
import { Parser } from 'pg-protocol/dist/parser.js';

/** The method of `pg`'s parser that its types leave out: makes a message of the bytes after its length. */
interface Packets {
  handlePacket(offset: number, code: number, length: number, bytes: Buffer): object;
}

const dataRow = 'D'.charCodeAt(0);

/** The values of a longer row must not keep the text of the whole row in memory. */
const maxSharedBytes = 2_000;

const lengthAt = (bytes: Buffer, at: number): number =>
  // A row ends before its message: all bytes exist.
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number);

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  let all = 0;
  for (let at = start; at < end; at++) all |= bytes[at] as number;
  return all < 0x80;
}

/** Decodes a row at once: a call of Node for each value takes longer than all else. */
function rowOf(bytes: Buffer, start: number, length: number): object {
  const end = start + length - 4;
  const text = length <= maxSharedBytes ? bytes.toString('latin1', start, end) : undefined;
  const fieldCount = bytes.readInt16BE(start);
  const fields: (string | null)[] = new Array(fieldCount);
  let at = start + 2;
  for (let field = 0; field < fieldCount; field++) {
    const size = lengthAt(bytes, at);
    const from = at + 4;
    at = from + Math.max(0, size);
    if (size < 0) fields[field] = null;
    else if (text !== undefined && isAscii(bytes, from, at))
      fields[field] = text.substring(from - start, at - start);
    else fields[field] = bytes.toString('utf8', from, at);
  }
  return { name: 'dataRow', length, fieldCount, fields };
}

function createParser(): Parser {
  const parser = new Parser();
  const packets = parser as unknown as Packets;
  const { handlePacket } = packets;
  packets.handlePacket = (offset, code, length, bytes) =>
    code === dataRow ? rowOf(bytes, offset, length) : handlePacket.call(parser, offset, code, length, bytes);
  return parser;
}

/** The part of `pg`'s connection that receives messages. */
export interface ParsingConnection {
  attachListeners(stream: NodeJS.ReadableStream): void;
  emit(name: string, message: BackendMessage): boolean;
}

/** Replaces the parser of a connection that is not connected yet. */
export function parseRowsFast(connection: ParsingConnection): void {
  const tell = (message: BackendMessage) =>
    connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message);
  connection.attachListeners = (stream) => {
    const parser = createParser();
    stream.on('data', (bytes: Buffer) => parser.parse(bytes, tell));
  };
}
