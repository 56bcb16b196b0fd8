import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MAX_LENGTH = 300;

const isError = /(FATAL|PANIC|ERROR): /;

export function reasonIn(log: string): string {
  const entries = log
    .split(/\n(?!\t)/)
    .map(cleaned)
    .filter((entry) => entry !== '');
  const last = entries.slice(-3);
  // The entries after an error can exceed the number shown.
  const error = last.some((entry) => isError.test(entry))
    ? []
    : entries.filter((entry) => isError.test(entry)).slice(-1);
  const reason = [...error, ...last].join(' / ');
  return reason || 'its log is empty';
}

function cleaned(entry: string): string {
  const line = entry
    .replace(/^[\d-]+ [\d:.]+ UTC \[\d+\] /, '')
    .replace(/[\s\p{Cc}\uFFFD]+/gu, ' ')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)} …` : line;
}

export async function failureInLog(dataDir: string): Promise<string | undefined> {
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8').catch(() => '');
  const entries = log.split(/\n(?!\t)/).map(cleaned);
  return entries.findLast((entry) => /(FATAL|PANIC|ERROR): .*(could not|out of memory|No space)/.test(entry));
}
