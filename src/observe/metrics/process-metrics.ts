import {
  constants,
  type IntervalHistogram,
  monitorEventLoopDelay,
  PerformanceObserver,
  performance,
} from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { catalogue, type MetricName } from './catalogue.ts';
import { Histogram, Numbers, type Printed } from './series.ts';

const kinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

/** The interval at which the delay of the event loop is measured, which is not a part of the delay. */
const resolutionMs = 20;

const secondsOf = (nanoseconds: number): number =>
  Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - resolutionMs / 1_000) : 0;

function delaysOf(delay: IntervalHistogram): readonly (readonly [MetricName, number])[] {
  if (delay.count === 0) return [];
  return [
    ['nodejs_eventloop_delay_min_seconds', secondsOf(delay.min)],
    ['nodejs_eventloop_delay_max_seconds', secondsOf(delay.max)],
    ['nodejs_eventloop_delay_mean_seconds', secondsOf(delay.mean)],
    ['nodejs_eventloop_delay_stddev_seconds', Number.isFinite(delay.stddev) ? delay.stddev / 1e9 : 0],
    ['nodejs_eventloop_delay_p50_seconds', secondsOf(delay.percentile(50))],
    ['nodejs_eventloop_delay_p90_seconds', secondsOf(delay.percentile(90))],
    ['nodejs_eventloop_delay_p99_seconds', secondsOf(delay.percentile(99))],
  ];
}

/** The event loop, memory, CPU time and garbage collections of this process. */
export class ProcessMetrics {
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #collections = new Histogram('v8js_gc_duration_seconds', catalogue.v8js_gc_duration_seconds);
  readonly #collected = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // Entries of `gc` have a kind, which the types of Node.js leave out.
      const { detail } = entry as { readonly detail?: { readonly kind?: number } };
      this.#collections.observe(entry.duration / 1_000, kinds[detail?.kind ?? 0] ?? 'other');
    }
  });
  #utilization = performance.eventLoopUtilization();

  constructor() {
    this.#delay.enable();
    this.#collected.observe({ entryTypes: ['gc'] });
  }

  close(): void {
    this.#delay.disable();
    this.#collected.disconnect();
  }

  print(): readonly Printed[] {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#utilization);
    this.#utilization = now;
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    const { user, system } = process.cpuUsage();
    const cpu = new Numbers('process_cpu_time_seconds_total', catalogue.process_cpu_time_seconds_total);
    cpu.set(user / 1e6, 'user');
    cpu.set(system / 1e6, 'system');
    const single: readonly (readonly [MetricName, number])[] = [
      ...delaysOf(this.#delay),
      ['nodejs_eventloop_utilization_ratio', utilization],
      ['v8js_memory_heap_used_bytes', used],
      ['v8js_memory_heap_limit_bytes', limit],
      ['gateway_heap_used_ratio', used / limit],
      ['process_memory_usage_bytes', process.memoryUsage.rss()],
      ['process_uptime_seconds', process.uptime()],
    ];
    this.#delay.reset();
    return [...single.map(([name, value]) => gauge(name, [[value]])), this.#collections.print(), cpu.print()];
  }
}

/** A gauge with its values, each followed by those of its labels. */
export function gauge(
  name: MetricName,
  values: readonly (readonly [value: number, ...labels: string[]])[],
): Printed {
  const { help, type, labels = {}, aggregator = 'sum' } = catalogue[name];
  const names = Object.keys(labels);
  return {
    ...{ name, help, type, aggregator },
    values: values.map(([value, ...given]) => ({
      value,
      labels: Object.fromEntries(names.map((label, at) => [label, given[at] ?? ''])),
    })),
  };
}
