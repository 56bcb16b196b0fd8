import type { Aggregator, MetricEntry } from './catalogue.ts';

/** A value as prom-client prints it. */
export interface Value {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly metricName?: string;
}

/** A metric as prom-client prints it, and adds it to those of other processes. */
export interface Printed {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly aggregator: Aggregator;
  readonly values: readonly Value[];
}

const separator = '\0';

/** The key of a series: the values of its labels, in the order of the catalogue. */
export const keyOf = (...values: readonly string[]): string => values.join(separator);

/** The labels of a metric in all of its series, bounded: beyond the maximum, a series has only the label `other`. */
abstract class Metric<V> {
  readonly name: string;
  protected readonly entry: MetricEntry;
  readonly #labels: readonly string[];
  readonly #series = new Map<string, V>();
  readonly #overflow: string;

  constructor(name: string, entry: MetricEntry) {
    this.name = name;
    this.entry = entry;
    this.#labels = Object.keys(entry.labels ?? {});
    this.#overflow = keyOf(...this.#labels.map(() => 'other'));
  }

  protected abstract create(): V;

  protected abstract valuesOf(series: V, labels: Value['labels']): readonly Value[];

  protected seriesOf(key: string): V {
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    // The series for all others is the last one.
    if (this.#series.size >= this.entry.series - 1 && this.entry.series > 1 && key !== this.#overflow)
      return this.seriesOf(this.#overflow);
    const made = this.create();
    this.#series.set(key, made);
    return made;
  }

  /** Forgets the series whose first label has this value. */
  forget(first: string): void {
    for (const key of this.#series.keys())
      if (key === first || key.startsWith(`${first}${separator}`)) this.#series.delete(key);
  }

  print(): Printed {
    const { help, type, aggregator = 'sum' } = this.entry;
    const values = [...this.#series].flatMap(([key, series]) => {
      const given = key.split(separator);
      const labels = Object.fromEntries(this.#labels.map((label, at) => [label, given[at] ?? '']));
      return this.valuesOf(series, labels);
    });
    return { name: this.name, help, type, aggregator, values };
  }
}

interface Total {
  value: number;
}

/** A counter, or a gauge. */
export class Numbers extends Metric<Total> {
  protected override create(): Total {
    return { value: 0 };
  }

  protected override valuesOf({ value }: Total, labels: Value['labels']): readonly Value[] {
    return [{ value, labels }];
  }

  add(amount: number, key = ''): void {
    this.seriesOf(key).value += amount;
  }

  set(value: number, key = ''): void {
    this.seriesOf(key).value = value;
  }
}

interface Distribution {
  readonly counts: number[];
  count: number;
  sum: number;
}

/** prom-client's own histogram would take most of the time that metrics may take (docs/adr/0038-metrics.md). */
export class Histogram extends Metric<Distribution> {
  readonly #bounds: readonly number[];

  constructor(name: string, entry: MetricEntry) {
    super(name, entry);
    this.#bounds = entry.buckets ?? [];
  }

  protected override create(): Distribution {
    return { counts: this.#bounds.map(() => 0), count: 0, sum: 0 };
  }

  observe(value: number, key = ''): void {
    const series = this.seriesOf(key);
    series.count += 1;
    series.sum += value;
    const bounds = this.#bounds;
    for (let at = 0; at < bounds.length; at++)
      if (value <= (bounds[at] as number)) {
        series.counts[at] = (series.counts[at] as number) + 1;
        return;
      }
  }

  protected override valuesOf(
    { counts, count, sum }: Distribution,
    labels: Value['labels'],
  ): readonly Value[] {
    const { name } = this;
    let below = 0;
    const buckets = this.#bounds.map((le, at) => {
      below += counts[at] ?? 0;
      return { value: below, labels: { ...labels, le }, metricName: `${name}_bucket` };
    });
    return [
      ...buckets,
      { value: count, labels: { ...labels, le: '+Inf' }, metricName: `${name}_bucket` },
      { value: sum, labels, metricName: `${name}_sum` },
      { value: count, labels, metricName: `${name}_count` },
    ];
  }
}
