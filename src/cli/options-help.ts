import { readFileSync } from 'node:fs';

const page = 'docs/configuration.md';
const row = /^\| (`[A-Z].*?) \| (.*?) \| (.*?) \|$/gm;

function readPage(): string {
  try {
    return readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  } catch {
    return '';
  }
}

/** Markdown without code marks and links. */
const plain = (markdown: string): string =>
  markdown.replaceAll('`', '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The first sentence of a description, without its references to other pages. */
const summary = (meaning: string): string =>
  (/^.*?\.(?= [A-Z]|$)/.exec(plain(meaning))?.[0] ?? plain(meaning)).replace(/ \([\w-]+\.md\)/g, '');

/** The environment variables, one per line, as the configuration page describes them. */
export function optionsHelp(): string {
  const options = [...readPage().matchAll(row)].map(
    ([, name = '', standard = '', meaning = '']) => [plain(name), plain(standard), summary(meaning)] as const,
  );
  const width = Math.max(0, ...options.map(([name]) => name.length));
  const lines = options.map(([name, standard, text]) => {
    const isShown = standard !== 'none' && !standard.endsWith('.md');
    return `  ${name.padEnd(width)}  ${text}${isShown ? ` Default: ${standard}.` : ''}\n`;
  });
  return `\nOptions are environment variables; ${page} describes them, and docs/limits.md the limits:\n${lines.join('')}`;
}
