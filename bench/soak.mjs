import { performance } from 'node:perf_hooks';
import { canDo, requestFor } from './arena.mjs';
import { Load } from './measure.mjs';
import { cpuMs, rssMb } from './proc.mjs';

const sampleMs = 10_000;

/** Runs a mix of all reads on the gateway for minutes; samples its memory every ten seconds. */
export async function soak(runner, operations, subjects, minutes) {
  const reads = operations.filter((each) => each.mark === undefined && each.name !== 'facets');
  const requests = reads
    .filter((each) => canDo(runner, each))
    .map((each) => requestFor(runner, each, subjects));
  const [{ url }] = requests;
  const load = new Load();
  const started = performance.now();
  const curve = [];
  const cpuBefore = cpuMs(runner.child.pid);
  const sample = () => {
    const point = {
      seconds: Math.round((performance.now() - started) / 1_000),
      rssMb: Math.round(rssMb(runner.child.pid)),
    };
    curve.push(point);
    console.log(`  ${String(point.seconds).padStart(5)} s ${String(point.rssMb).padStart(5)} MB`);
  };
  sample();
  const sampling = setInterval(sample, sampleMs);
  try {
    const bodies = requests.map(({ headers, body }) => ({ headers, body }));
    const { requests: answered, failed } = await load.run({
      url,
      requests: bodies,
      connections: 20,
      seconds: minutes * 60,
    });
    sample();
    const nodeMs = (cpuMs(runner.child.pid) - cpuBefore) / answered;
    return { minutes, answered, failed, nodeMs, curve };
  } finally {
    clearInterval(sampling);
    await load.close();
  }
}
