import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { optionLines } from '../../src/option-text.ts';
import { run } from './command.ts';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test.concurrent.each([
  [['--help'], 'customer-gateway [options] [command]'],
  [['help', 'serve'], 'customer-gateway serve [options]'],
  [['serve', '--help'], 'customer-gateway serve [options]'],
  [['migrate', '--help'], 'customer-gateway migrate [options]'],
  [['seed', '--help'], 'customer-gateway seed [options]'],
  [['schema', '--help'], 'customer-gateway schema [options]'],
  [['backup', '--help'], 'customer-gateway backup [options] <file>'],
  [['restore', '--help'], 'customer-gateway restore [options] <file>'],
])('%j prints the help', async (args, usage) => {
  const { code, out, err } = await run(args);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')[0]).toBe(`Usage: ${usage}`);
});

test.concurrent.each([
  [['start'], "error: unknown command 'start'"],
  [['serve', '--port', '80'], "error: unknown option '--port'"],
  [['serve', 'now'], "error: too many arguments for 'serve'. Expected 0 arguments but got 1."],
  [['backup'], "error: missing required argument 'file'"],
  [['seed', '--customers'], "error: option '--customers <count>' argument missing"],
  ...['0', '1e3', 'many', '10000001'].map((count): [string[], string] => [
    ['seed', '--customers', count],
    `error: option '--customers <count>' argument '${count}' is invalid. It must be a number from 1 to 10000000.`,
  ]),
])('%j is rejected with the usage', async (args, message) => {
  const { code, out, err } = await run(args);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')[0]).toBe(message);
  expect(err).toMatch(/^Usage: customer-gateway /m);
});

test('without a command, the usage is printed', async () => {
  const { code, out, err } = await run([]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Usage: customer-gateway \[options\] \[command\]\n/);
});

test.concurrent.each(['--version', '-V'])('%s prints the version of the package', async (flag) => {
  const { version } = JSON.parse(await read('package.json')) as { version: string };

  expect(await run([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('the help of `serve` has one line for each option', async () => {
  const { out } = await run(['serve', '--help']);

  const lines = out.split('\n');
  expect(lines).toEqual(expect.arrayContaining(optionLines().map((line) => `  ${line}`)));
  expect(lines.filter((line) => /^ {2}(PORT|DATABASE_URL|REDIS_URL) /.test(line))).toHaveLength(3);
  expect(lines).toContain(
    'Options are environment variables; docs/configuration.md describes them, and docs/limits.md the limits:',
  );
});

const port = 'PORT must be a port number, 0 to 65535 (0: any free port).';
const url = 'DATABASE_URL must be a PostgreSQL URL, such as postgresql://user:password@host:5432/database.';

test.concurrent.each([
  [{ PORT: 'http' }, [port]],
  [{ PORT: '65536' }, [port]],
  [{ DATABASE_URL: 'localhost' }, [url]],
  [
    { PORT: ' 80', HOST: '0.0.0.0', DATABASE_URL: 'mysql://root:secret@localhost/x', LOG_LEVEL: 'loud' },
    [
      port,
      url,
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'HOST must be a loopback address (127.0.0.1, ::1, localhost) without sign-in; for other addresses, set AUTH_JWKS_URL or AUTH_JWT_SECRET (with AUTH_ISSUER and AUTH_AUDIENCE), or AUTH_API_KEY_SECRET.',
    ],
  ],
])('%j is rejected with one line for each problem', async (env: Record<string, string>, lines) => {
  const { code, out, err } = await run(['serve'], env);

  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${lines.join('\n')}\n` });
});

test('the old generation of `npm start` and of the program itself has the same limit', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: { start: string } };
  const [ofTheProgram] = (await read('dist/main.js')).split('\n');
  const limit = /--max-old-space-size=\d+/.exec(scripts.start)?.[0];

  expect(ofTheProgram).toBe(`#!/usr/bin/env -S node ${limit}`);
});
