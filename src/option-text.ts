import type { LimitText } from './limits.ts';
import { type Option, options } from './options.ts';

/** The default of an option as text; undefined if it has none. */
export function defaultText({ default: usual, shownDefault }: Option<unknown>): string | undefined {
  const text = shownDefault ?? String(usual ?? '');
  return text === '' ? undefined : text;
}

const withUnit = ({ unit, text }: LimitText): string => (unit === '' ? text : `${text} (${unit})`);

/** Removes the markup of a sentence: links keep their texts. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/ \(\[[^\]]*\]\([^)]*\)\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '');

/** One line for each option, for the help of a command: name, default and description. */
export function optionLines(): readonly string[] {
  const all = Object.entries<Option<unknown>>(options);
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, option]) => {
    const usual = defaultText(option);
    const text = plain(option.text ?? (option.limit ? `Limit: ${withUnit(option.limit)}.` : ''));
    return `${name.padEnd(width)}  ${text}${usual === undefined ? '' : ` Default: ${usual}.`}`;
  });
}
