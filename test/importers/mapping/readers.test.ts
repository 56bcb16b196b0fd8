import { expect, test } from 'vitest';
import type { Place, Read } from '../../../src/importers/mapping/field.ts';
import {
  choice,
  count,
  country,
  decimal,
  email,
  name,
  truth,
  url,
} from '../../../src/importers/mapping/readers.ts';

function read(reader: Read, value: unknown) {
  const warnings: string[] = [];
  const place: Place = {
    ...{ path: 'field', system: 'OTHER', options: {} },
    warn: (code) => void warnings.push(code),
    nest: () => undefined,
  };
  return [reader(value, place), ...warnings];
}

test.each([
  [name, '  Ada  ', ['Ada']],
  // Inner spaces are the source's.
  [name, 'Mataderos  2312', ['Mataderos  2312']],
  // In JSON, which has null, this is a text.
  [name, 'NULL', ['NULL']],
  [name, 100042, ['100042']],
  [name, 2 ** 60, [undefined, 'INVALID']],
  [name, 'x'.repeat(256), [undefined, 'INVALID']],
  [name, ['x'], [undefined, 'INVALID']],
  [email, 'ada@example.com', ['ada@example.com']],
  [email, 'a@x.example; b@x.example', [undefined, 'INVALID']],
  [url, 'https://example.com', ['https://example.com']],
  [url, 'www.example.com/a', ['https://www.example.com/a', 'CONVERTED']],
  [url, 'ftp://example.com', [undefined, 'INVALID']],
  [url, 'none', [undefined, 'INVALID']],
  [country, 'de', ['DE']],
  [country, 'Germany', ['DE', 'CONVERTED']],
  [country, ' united  kingdom ', ['GB', 'CONVERTED']],
  [country, 'UK', ['GB', 'CONVERTED']],
  [country, 'USA', ['US', 'CONVERTED']],
  [country, 'Mordor', [undefined, 'INVALID']],
  [country, 1, [undefined, 'INVALID']],
  [truth, true, [true]],
  [truth, 'No', [false]],
  [truth, 'maybe', [undefined, 'INVALID']],
  [choice('HOLD_ALL'), 'hold_all', ['HOLD_ALL']],
  [choice('HOLD_ALL'), 'gone', [undefined, 'INVALID']],
  [choice('HOLD_ALL'), 1, [undefined, 'INVALID']],
  [decimal, '0001.50', ['1.5']],
  [decimal, '-0.000000000000000000000000000001', ['-0.000000000000000000000000000001']],
  [decimal, 12.25, ['12.25']],
  [decimal, 1e-7, ['0.0000001']],
  [decimal, '1,234.56', [undefined, 'INVALID']],
  [decimal, `1${'0'.repeat(35)}`, [undefined, 'INVALID']],
  [count, 6, [6]],
  [count, '6', [6]],
  [count, -1, [undefined, 'INVALID']],
  [count, 2.5, [undefined, 'INVALID']],
  [count, 2 ** 31, [undefined, 'INVALID']],
])('reads %o of %j', (reader, value, result) => {
  expect(read(reader, value)).toEqual(result);
});
