/** A field of a message: its number, and a varint, 8 bytes, or the bytes of a message or text. */
interface Field {
  readonly number: number;
  readonly value: bigint | Buffer;
}

function varint(bytes: Buffer, from: number): readonly [value: bigint, end: number] {
  let value = 0n;
  for (let at = from; ; at += 1) {
    const byte = bytes.readUInt8(at);
    value |= BigInt(byte & 0x7f) << BigInt(7 * (at - from));
    if (byte < 0x80) return [value, at + 1];
  }
}

export function* fieldsOf(bytes: Buffer): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const [tag, start] = varint(bytes, at);
    const [number, type] = [Number(tag >> 3n), Number(tag & 7n)];
    if (type === 0) {
      const [value, end] = varint(bytes, start);
      yield { number, value };
      at = end;
    } else if (type === 1 || type === 5) {
      at = start + (type === 1 ? 8 : 4);
      yield { number, value: bytes.subarray(start, at) };
    } else if (type === 2) {
      const [length, from] = varint(bytes, start);
      at = from + Number(length);
      yield { number, value: bytes.subarray(from, at) };
    } else throw new Error(`Wire type ${type} at ${at}.`);
  }
}

export const messages = (bytes: Buffer, number: number): readonly Buffer[] =>
  [...fieldsOf(bytes)].flatMap((field) =>
    field.number === number && Buffer.isBuffer(field.value) ? [field.value] : [],
  );

export const message = (bytes: Buffer, number: number): Buffer =>
  messages(bytes, number)[0] ?? Buffer.alloc(0);
