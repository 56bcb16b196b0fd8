/** The number of bytes at the end that begin a character of UTF-8 without all of its bytes. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? back : 0;
  }
  return 0;
}

const byteOrderMark = '\ufeff';

/**
 * The text of chunks, without byte order mark. Throws Node's `ERR_ENCODING_INVALID_ENCODED_DATA`. With the option `stream`,
 * a `TextDecoder` needs several times the memory, and its texts twice as much.
 */
export async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.length - unfinished(bytes);
    const text = decoder.decode(bytes.subarray(0, end));
    rest = Buffer.from(bytes.subarray(end));
    if (text === '') continue;
    yield isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text;
    isFirst = false;
  }
  yield decoder.decode(rest);
}

/** The same of UTF-16, with a byte order mark. */
export async function* decodeUtf16(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
