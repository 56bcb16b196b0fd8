import { performance } from 'node:perf_hooks';
import { canDo, requestFor } from './arena.mjs';
import { Load } from './measure.mjs';
import { cpuMs, rssMb } from './proc.mjs';

const sampleMs = 10_000;
const capacitySeconds = 30;

/**
 * Runs a mix of all reads on the gateway for minutes, at a share of the rate that it reaches; samples its memory every
 * ten seconds.
 */
export async function soak(runner, operations, subjects, minutes, share) {
  const reads = operations.filter((each) => each.mark === undefined && each.name !== 'facets');
  const requests = reads
    .filter((each) => canDo(runner, each))
    .map((each) => requestFor(runner, each, subjects));
  const [{ url }] = requests;
  const load = new Load();
  const bodies = requests.map(({ headers, body }) => ({ headers, body }));
  const mix = { url, requests: bodies, connections: 20 };
  const capacity = share < 1 ? await load.run({ ...mix, seconds: capacitySeconds }) : undefined;
  const rate = capacity && Math.round(share * capacity.rate);
  if (rate) console.log(`${rate} requests/s`);
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
    const { requests: answered, failed } = await load.run({ ...mix, rate, seconds: minutes * 60 });
    sample();
    const nodeMs = (cpuMs(runner.child.pid) - cpuBefore) / answered;
    return { minutes, rate, answered, failed, nodeMs, curve };
  } finally {
    clearInterval(sampling);
    await load.close();
  }
}
