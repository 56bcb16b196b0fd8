import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, type MetricName, maxOperations } from '../../../src/observe/metrics/catalogue.ts';
import { EndedMetrics } from '../../../src/observe/metrics/ended.ts';
import { OperationNames } from '../../../src/observe/metrics/operation-names.ts';
import { Recorder } from '../../../src/observe/metrics/recorder.ts';
import type { Printed } from '../../../src/observe/metrics/series.ts';
import { Observation } from '../../../src/observe/observation.ts';
import { runs } from '../../runs.ts';

const seriesOf = ({ values }: Printed): number =>
  new Set(values.map(({ labels: { le: _, ...labels } }) => JSON.stringify(labels))).size;

const operation = (name: string | undefined, hash = '0'.repeat(64)) => ({
  name,
  hash,
  type: 'query' as const,
});

function request(recorder: Recorder, name: string | undefined, status = 200, code?: string, method = 'POST') {
  const observation = new Observation('1', method);
  observation.operation = operation(name);
  observation.isExecuted = true;
  if (code !== undefined) observation.fail(code);
  observation.end(status, 0);
  recorder.ended(observation);
}

test('whatever callers send, no metric has more series than the catalogue says', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: fc.option(fc.string(), { nil: undefined }),
          times: fc.integer({ min: 1, max: 40 }),
          status: fc.integer({ min: 100, max: 599 }),
          code: fc.option(fc.string(), { nil: undefined }),
          method: fc.string(),
          statement: fc.string(),
        }),
        { minLength: 400, maxLength: 600 },
      ),
      (all) => {
        const recorder = new Recorder(() => false);
        for (const [at, { name, times, status, code, method, statement }] of all.entries()) {
          const own = name === undefined ? undefined : `${name}${at}`;
          for (let n = 0; n < times; n++) request(recorder, own, status, code, method);
          recorder.statement({
            name: `${statement}${at}`,
            ms: 1,
            rows: 1,
            isFailed: true,
            requestId: undefined,
          });
        }
        for (const printed of recorder.print()) {
          // Recorders print metrics of the catalogue only.
          const { series } = catalogue[printed.name as MetricName];
          expect(seriesOf(printed), printed.name).toBeLessThanOrEqual(series);
        }
        const total = recorder.print().find(({ name }) => name === 'graphql_requests_total');
        expect(total?.values.reduce((sum, { value }) => sum + value, 0)).toBe(
          all.reduce((sum, { times }) => sum + times, 0),
        );
      },
    ),
    runs(10, 2),
  );
});

test('an operation has its own name if its document is persisted, or from its 20th request on', () => {
  const persisted = 'a'.repeat(64);
  const names = new OperationNames({ isPersisted: (hash) => hash === persisted, onForget: () => undefined });

  expect(names.nameOf(operation('Kept', persisted))).toBe('Kept');
  expect(names.nameOf(undefined)).toBe('none');
  const named = Array.from({ length: 25 }, () => names.nameOf(operation('Often')));
  expect(named).toEqual([...Array(19).fill('other'), ...Array(6).fill('Often')]);
  const unnamed = Array.from({ length: 20 }, () => names.nameOf(operation(undefined, 'b'.repeat(64))));
  expect(unnamed.at(-1)).toBe('unnamed-bbbbbbbb');
});

test('persisted operations take the places of others', () => {
  let now = 0;
  const forgotten: string[] = [];
  const names = new OperationNames({
    isPersisted: (hash) => hash.startsWith('a'),
    onForget: (name) => void forgotten.push(name),
    now: () => now,
  });
  const name = (text: string, hash?: string) => {
    now += 1;
    return names.nameOf(operation(text, hash));
  };
  for (let n = 0; n < maxOperations; n++) for (let each = 0; each < 20; each++) name(`Flood${n}`);
  name('Flood0');

  expect(name('Kept', 'a')).toBe('Kept');
  expect(forgotten).toEqual(['Flood1']);
  for (let n = 0; n < maxOperations; n++) name(`Kept${n}`, 'a');
  expect(name('Kept0', 'a')).toBe('Kept0');
  expect(name('Flood0')).toBe('other');
  expect(name(`Kept${maxOperations}`, 'a')).toBe('other');
});

test('a name that was not requested for an hour makes room for another one, with its series', () => {
  let now = 0;
  const forgotten: string[] = [];
  const names = new OperationNames({
    isPersisted: () => true,
    onForget: (name) => void forgotten.push(name),
    now: () => now,
  });
  for (let n = 0; n < maxOperations; n++) names.nameOf(operation(`Op${n}`));
  expect(names.nameOf(operation('Late'))).toBe('other');
  now = 3_000_000;
  for (let n = 1; n < maxOperations; n++) names.nameOf(operation(`Op${n}`));
  expect(names.nameOf(operation('Late'))).toBe('other');
  now = 3_600_000 + 60_000;

  expect(names.nameOf(operation('Late'))).toBe('Late');
  expect(forgotten).toEqual(['Op0']);
  expect(names.nameOf(operation('Op0'))).toBe('other');
});

test('counters of processes that have ended add up, with the series of one process', () => {
  const ended = new EndedMetrics();
  const processes = 30;
  for (let at = 0; at < processes; at++) {
    const recorder = new Recorder(() => true);
    for (let n = 0; n < 90; n++) request(recorder, `Op${at}x${n}`);
    recorder.statement({ name: `s${at}`, ms: 1, rows: 2, isFailed: false, requestId: undefined });
    ended.add(recorder.print());
  }
  const printed = new Map(ended.print().map((metric) => [metric.name, metric]));
  const sumOf = (name: MetricName, bucket?: string) =>
    printed
      .get(name)
      ?.values.filter(({ labels, metricName = name }) =>
        bucket === undefined ? metricName === name : metricName === `${name}_bucket` && labels.le === bucket,
      )
      .reduce((sum, { value }) => sum + value, 0);

  for (const metric of printed.values())
    expect(seriesOf(metric), metric.name).toBeLessThanOrEqual(catalogue[metric.name as MetricName].series);
  expect(sumOf('graphql_requests_total')).toBe(processes * 90);
  expect(sumOf('graphql_operation_duration_seconds', '+Inf')).toBe(processes * 90);
  expect(sumOf('gateway_statement_rows_total')).toBe(processes * 2);
});
