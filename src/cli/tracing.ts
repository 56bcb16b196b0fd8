import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Tracing } from '../observe/tracing/tracing.ts';
import { packageVersion } from './version.ts';

/** Loads the OpenTelemetry SDK only if traces are exported. */
export async function openTracing(
  { otelExporterOtlpEndpoint }: Config,
  log: Logger,
): Promise<Tracing | undefined> {
  if (otelExporterOtlpEndpoint === undefined) return undefined;
  const { startTracing } = await import('../observe/tracing/tracing.ts');
  return startTracing(packageVersion(), log);
}
