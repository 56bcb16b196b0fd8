import fc from 'fast-check';

/** A text as systems store it: without surrounding whitespace and without characters that PostgreSQL cannot store. */
export const text = (maxLength = 30) =>
  fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc.string({
          unit: fc.constantFrom(...'aB1 ,;\'"=+-@:./\\ßé漢🙂'),
          minLength: 1,
          maxLength,
        }),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength }) },
    )
    .map((each) => [...each.replaceAll(/[\0\ufeff]/g, '').trim()].slice(0, maxLength).join('').trim())
    .filter((each) => each !== '');

export const word = fc.string({
  unit: fc.constantFrom(...'abcdefgh0123456789_'),
  minLength: 1,
  maxLength: 12,
});
export const email = fc
  .tuple(word, word)
  .map(([name, host]) => `x${name}@h${host.replaceAll('_', '')}.example`);
export const url = word.map((each) => `https://www.example.com/${each}`);
export const country = fc.constantFrom('US', 'DE', 'JP', 'BR');

/** An amount with up to 30 digits after the point, in its shortest form. */
export const decimal = fc
  .tuple(
    fc.boolean(),
    fc.bigInt(0n, 10n ** 20n),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 30 }),
  )
  .map(([isNegative, whole, fraction]) => {
    const rest = fraction.replace(/0+$/, '');
    const value = rest === '' ? String(whole) : `${whole}.${rest}`;
    return isNegative && /[1-9]/.test(value) ? `-${value}` : value;
  });

export const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

export const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
