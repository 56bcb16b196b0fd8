import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { AccessLog, type AccessLogOptions, maxLines } from '../../src/observe/access-log.ts';
import { Observation } from '../../src/observe/observation.ts';
import { observers } from '../../src/observe/observers.ts';

const opened: AccessLog[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields of the lines that it causes
type Line = any;

function open(mode: AccessLogOptions['mode'], level = 'warn') {
  const lines: Line[] = [];
  const log = pino({ base: null, level }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const accessLog = new AccessLog({ log, mode, slowMs: 100 });
  opened.push(accessLog);
  const observer = observers([accessLog]);
  const request = (status: number, codes: readonly string[] = [], ms = 1, caller = 'service:a') => {
    const observation = new Observation('request-1', 'POST');
    observation.signedIn({ accountId: 'acc_1', caller });
    for (const code of codes) observation.fail(code);
    observation.end(status, 10);
    observation.durationMs = ms;
    observer?.ended(observation);
  };
  const statement = (ms: number) =>
    observer?.statement({ name: 'Customer by id', ms, rows: 3, isFailed: false, requestId: 'request-1' });
  return { lines, accessLog, request, statement, observer };
}

test.each([
  ['all', ['ok', 'ok', 'error', 'aborted']],
  ['slow', ['ok', 'error', 'aborted']],
  ['errors', ['error', 'aborted']],
] as const)('the mode %s selects its requests, whatever the level of the log', (mode, outcomes) => {
  const { lines, request } = open(mode, 'error');
  request(200);
  request(200, [], 100);
  request(400, ['BAD_USER_INPUT']);
  request(499);

  expect(lines.map(({ outcome }) => outcome)).toEqual(outcomes);
});

test('a silent log stays silent', () => {
  const { lines, request, statement, accessLog } = open('all', 'silent');
  request(200);
  request(429, ['THROTTLED']);
  statement(500);
  accessLog.close();

  expect(lines).toEqual([]);
});

test('refused requests have one line together, which names the callers with the most', () => {
  const { lines, request, accessLog } = open('slow');
  for (let n = 0; n < 3_000; n++) request(429, ['THROTTLED'], 1, `service:${n % 1_500}`);
  for (let n = 0; n < 50; n++) request(429, ['THROTTLED'], 1, 'service:7');
  request(401, ['UNAUTHENTICATED']);
  request(421, ['BAD_REQUEST']);
  request(429, ['LIMIT_EXCEEDED']);
  expect(lines).toEqual([]);
  accessLog.summarise();

  expect(lines).toHaveLength(1);
  const [{ requests, codes, callers, msg }] = lines;
  expect({ requests, msg }).toEqual({ requests: 3_053, msg: 'refused requests' });
  expect(codes).toEqual({ THROTTLED: 3_050, UNAUTHENTICATED: 1, BAD_REQUEST: 1, LIMIT_EXCEEDED: 1 });
  expect(callers).toHaveLength(10);
  expect(callers[0]).toEqual({ account: 'acc_1', caller: 'service:7', code: 'THROTTLED', requests: 52 });

  accessLog.summarise();
  expect(lines).toHaveLength(1);
});

test('in the mode all, refused requests also have lines of their own', () => {
  const { lines, request, accessLog } = open('all');
  request(429, ['THROTTLED']);
  accessLog.summarise();

  expect(lines).toMatchObject([
    { msg: 'request', outcome: 'rejected', codes: ['THROTTLED'] },
    { msg: 'refused requests', requests: 1 },
  ]);
});

test('a request that is too expensive or too large has a line of its own', () => {
  const { lines, request } = open('errors');
  request(400, ['COST_LIMIT']);
  request(413, ['LIMIT_EXCEEDED']);

  expect(lines.map(({ codes }) => codes)).toEqual([['COST_LIMIT'], ['LIMIT_EXCEEDED']]);
});

test('a request of which only a field was rejected for the load has a line of its own', () => {
  const { lines, observer, accessLog } = open('errors');
  const observation = new Observation('request-1', 'POST');
  const errors = [{ extensions: { code: 'OVERLOADED' } }];
  observation.answered({ errors, data: { first: {}, second: null } });
  observation.end(200, 10);
  observer?.ended(observation);
  accessLog.summarise();

  expect(lines).toMatchObject([{ msg: 'request', outcome: 'partial', codes: ['OVERLOADED'] }]);
});

test('the number of lines in a minute is bounded, and the summary says how many were left out', () => {
  const { lines, request, statement, accessLog } = open('errors');
  for (let n = 0; n < maxLines.requests + 5; n++) request(400, ['BAD_USER_INPUT']);
  for (let n = 0; n < maxLines.statements + 7; n++) statement(100);
  statement(99);
  expect(lines).toHaveLength(maxLines.requests + maxLines.statements);
  accessLog.summarise();
  expect(lines.at(-1)).toMatchObject({ requests: 5, statements: 7, msg: 'lines left out of the access log' });
  request(400, ['BAD_USER_INPUT']);
  expect(lines.at(-1)).toMatchObject({ msg: 'request' });

  const all = open('all');
  for (let n = 0; n < maxLines.requests + 5; n++) all.request(200);
  all.accessLog.summarise();
  expect(all.lines).toHaveLength(maxLines.requests + 5);
});

test('a slow statement is named, with its request', () => {
  const { lines, statement } = open('errors');
  statement(123.456);

  expect(lines[0]).toMatchObject({ requestId: 'request-1', statement: 'Customer by id', ms: 123.5, rows: 3 });
});
