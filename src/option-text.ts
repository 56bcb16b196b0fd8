import { type Option, options } from './options.ts';

export function defaultText({ default: usual, shownDefault }: Option<unknown>): string | undefined {
  const text = shownDefault ?? String(usual ?? '');
  return text === '' ? undefined : text;
}

/** Removes the markup of a sentence: links keep their texts. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/ \(\[[^\]]*\]\([^)]*\)\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '');

const summary = (text: string): string => /^.*?\.(?= [A-Z`]|$)/.exec(text)?.[0] ?? text;

export function optionLines(): readonly string[] {
  const width = Math.max(...Object.keys(options).map((name) => name.length));
  return Object.entries<Option<unknown>>(options).flatMap(([name, option]) => {
    if (option.text === undefined) return [];
    const usual = defaultText(option);
    const line = `${name.padEnd(width)}  ${plain(summary(option.text))}`;
    return usual === undefined ? line : `${line} Default: ${usual}.`;
  });
}
