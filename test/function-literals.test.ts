import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** A function literal that is assigned to a property: V8 allocates it in the old generation. */
const assigned =
  /[\w)\]](?:\.#?\w+|\])\s(?:\?\?|\|\||&&)?=\s+\(?(?:async )?(?:function\b|\w+ =>|(?:<[^>]*>)?\((?:[^()]|\([^()]*\))*\)(?:: [^=]+)?\s=>)/g;

/** A generator function that is not at the top level: its first call creates a shape in the old generation. */
const generator = /^ +.*\bfunction\*/gm;

const literalsIn = (code: string): readonly string[] =>
  [assigned, generator].flatMap((pattern) => code.match(pattern) ?? []);

/** Work that is not that of requests. */
const elsewhere = /^(cli|embedded|explorer|exporters|importers|db\/generated)\//;

/** Assigned once for each connection to the database. */
const once = [
  ['db/wire/prisma-adapter.ts', 1],
  ['db/wire/text-batch.ts', 2],
];

test('finds function literals that are assigned to properties, and nested generators', () => {
  const found = literalsIn(`
    this.#finish = () => 1;
    this.end ??= async (a: string, b = f()): Promise<void> => a;
    given.parse = function () {};
    ends[at] =
      async <T>(value: T) => value;
    each(function* () {});
    const finish = () => 1;
    this.#finish = finish;
    readonly #take = (a: string) => a;`);

  expect(found).toHaveLength(5);
});

// They keep all data of their requests until the next full collection (docs/performance.md, "Memory").
test('code of requests assigns no function literals to properties', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => file.endsWith('.ts') && !elsewhere.test(file)).sort();

  const found = code.map((file) => [file, literalsIn(readFileSync(join(src, file), 'utf8')).length]);

  expect(found.filter(([, count]) => count !== 0)).toEqual(once);
});
