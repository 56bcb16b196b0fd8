import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/importers/read/decode.ts';
import { asyncProperty } from '../../property.ts';
import { collect, cut } from '../read.ts';

async function* chunksOf(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  // In the same memory, as those of a file.
  const buffer = Buffer.alloc(1_000);
  for (const each of parts) {
    buffer.set(each);
    yield buffer.subarray(0, each.length);
  }
}

const characters = fc.string({ unit: fc.constantFrom('a', 'é', '€', '\u{1f600}', '\ufeff', '\uffff', '\n') });
const bytes = fc.oneof(
  characters.map((text) => Buffer.from(text)),
  fc
    .tuple(characters, fc.uint8Array({ maxLength: 5 }))
    .map(([text, more]) => Buffer.concat([Buffer.from(text), more])),
  fc.uint8Array({ maxLength: 20 }).map((each) => Buffer.from(each)),
);

const attempt = async (work: () => string | Promise<string>): Promise<string | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

test('UTF-8 in any chunks is the text that a TextDecoder returns, or invalid', async () => {
  await fc.assert(
    asyncProperty(bytes, fc.array(fc.nat(100), { maxLength: 10 }), async (given, cuts) => {
      const whole = await attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(given));
      const parts = cut(given, cuts);
      const text = await attempt(async () => (await collect(decodeUtf8(chunksOf(parts)))).join(''));
      expect(text).toBe(whole);
    }),
    { numRuns: 1_000 },
  );
});
