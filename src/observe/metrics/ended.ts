import { catalogue, type MetricName } from './catalogue.ts';
import type { Printed, Value } from './series.ts';

/** Counters and histograms, whose sums must not fall when a process ends or does not answer. */
export const growing = (metrics: readonly Printed[]): readonly Printed[] =>
  metrics.filter(({ type }) => type !== 'gauge');

interface Sums {
  readonly metric: Printed;
  readonly values: Map<string, Value>;
}

const keyOf = ({ metricName, labels }: Value): string => JSON.stringify([metricName, labels]);

/** The value in the series of all others; buckets stay separate. */
const asOther = (value: Value): Value => ({
  ...value,
  labels: Object.fromEntries(
    Object.entries(value.labels).map(([name, of]) => [name, name === 'le' ? of : 'other']),
  ),
});

/** The number of values that a metric can have beside those of the series of all others. */
function maxValues(name: string): number {
  // All processes print metrics of the catalogue only.
  const { series, buckets }: { series: number; buckets?: readonly number[] } = catalogue[name as MetricName];
  return series === 1 ? Number.POSITIVE_INFINITY : (series - 1) * (buckets ? buckets.length + 3 : 1);
}

/** The counters and histograms of processes that have ended, added up, with the series of one process at most. */
export class EndedMetrics {
  readonly #sums = new Map<string, Sums>();

  add(metrics: readonly Printed[]): void {
    for (const metric of growing(metrics)) {
      const sums = this.#sums.get(metric.name) ?? { metric, values: new Map<string, Value>() };
      this.#sums.set(metric.name, sums);
      for (const value of metric.values) addTo(sums, value);
    }
  }

  print(): readonly Printed[] {
    return [...this.#sums.values()].map(({ metric, values }) => ({
      ...metric,
      values: [...values.values()],
    }));
  }
}

function addTo({ metric, values }: Sums, value: Value): void {
  const isFull = !values.has(keyOf(value)) && values.size >= maxValues(metric.name);
  const counted = isFull ? asOther(value) : value;
  const key = keyOf(counted);
  values.set(key, { ...counted, value: (values.get(key)?.value ?? 0) + value.value });
}
