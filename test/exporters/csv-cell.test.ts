import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../src/exporters/csv-cell.ts';
import { neutralText, restoredText } from '../../src/formula-text.ts';
import { runs } from '../runs.ts';

const beginnings = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u200b=',
  '\ufeff+',
  "'=",
];
const anyText = fc.string({ unit: 'grapheme' });
const risky = fc
  .tuple(fc.constantFrom(...beginnings, "'", "''=", '"', ',', ';'), anyText)
  .map((parts) => parts.join(''));
const cell = fc.oneof(anyText, risky, fc.string({ unit: fc.constantFrom(...`'=+-@",\r\n\t x`) }));

/** An independent reader of RFC 4180. */
function parseLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      const end = /"(?!")/y;
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        value += text.slice(from, quote);
        end.lastIndex = quote;
        from = quote + 1;
        if (text[from] !== '"') break;
        value += '"';
        from += 1;
      }
      at = from;
    } else {
      const rest = text.slice(at);
      value = rest.slice(0, rest.search(/,|\r\n/));
      at += value.length;
    }
    cells.push(value);
    if (text[at] === ',') at += 1;
    else {
      lines.push(cells);
      cells = [];
      at += 2;
    }
  }
  return lines;
}

test.for(beginnings)('a text that begins with %j gets an apostrophe', (beginning) => {
  expect(neutralText(`${beginning}1+1`)).toBe(`'${beginning}1+1`);
});

test.for(['Acme', "O'Brien", "'quoted'", '1-2', 'a=b', ' padded', '', '(=1)'])('%j stays', (text) => {
  expect(neutralText(text)).toBe(text);
});

test('no cell begins like a formula, and each text can be restored', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const neutral = neutralText(text);

      expect(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(neutral)).toBe(false);
      expect(neutral === text || neutral === `'${text}`).toBe(true);
      expect(restoredText(neutral)).toBe(text);
    }),
    runs(1_000),
  );
});

test('a reader of RFC 4180 finds the same cells', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (lines) => {
      expect(parseLines(lines.map(csvLine).join(''))).toEqual(lines);
    }),
    runs(500),
  );
});
