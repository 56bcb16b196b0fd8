/** The required ratio of the gateway's rate to a peer's. */
export const bar = {
  limit: {
    point: 0.7,
    list: 0.7,
    nested: 0.75,
    page: 1,
    filter: 1,
    facets: 1,
    nodes: 0.6,
    entities: 0.6,
    upsert: 0.6,
    bulk: 0.6,
    whole: 0.5,
    orders: 0.5,
  },
  'postgraphile-generic': {
    point: 2,
    list: 2,
    nested: 2,
    page: 2,
    filter: 2,
    nodes: 2,
    apollo: 2,
    deep: 2,
    cold: 2,
  },
  'plugin-prisma': { point: 4, list: 3, nested: 10, page: 50, filter: 1.5 },
};

/** The required ratios of the gateway's rates between the callers of a comparison. */
export const comparisonBar = {
  browser: { ratio: 0.95 },
  'browser, gzip': { plainRatio: 0.8 },
  '200 accounts': { ratio: 0.9 },
};

/** The required ratios of an import's rate to COPY, and of an unchanged one's to the first; memory in MB. */
export const importBar = { copy: 0.4, unchanged: 3, peakMb: 300 };

const round = (value, digits = 2) => Number(value.toFixed(digits));

/** The gateway's rate divided by that of each other contestant. */
export function ratios(figures) {
  const { gateway, ...others } = figures;
  if (gateway === undefined) return {};
  return Object.fromEntries(
    Object.entries(others).map(([name, { rate }]) => [name, round(gateway.rate / rate)]),
  );
}

const check = (what, value, isMet, wanted) => ({ what, value, wanted, met: isMet });

function countChecks({ size, counts, few }) {
  const { nested, page } = counts;
  const found = [];
  if (nested?.gateway) {
    const [of50, of10] = [nested.gateway.statements, few.nested.gateway.statements];
    found.push(check(`statements of nested, ${size} customers`, of50, of50 <= 12, 'at most 12'));
    found.push(check(`… of 10 rows in place of 50`, of10, of10 === of50, 'as many'));
  }
  if (page?.gateway) {
    // Customers are stored in seed order, not by age: each row of the page is in a separate buffer.
    const buffers = page.gateway.buffers - 20;
    const what = `buffers of the deep page besides its 20 rows', ${size} customers`;
    found.push(check(what, buffers, buffers <= 10, 'at most 10'));
  }
  return found;
}

const pageRate = ({ measured }, connections) => measured.page?.[connections]?.gateway?.rate;

function growthCheck(runs, connections) {
  const [small, large] = [runs[0], runs.at(-1)].map((run) => run && pageRate(run, connections));
  if (runs.length < 2 || small === undefined || large === undefined) return [];
  const value = round(large / small);
  const what = `rate of the deep page at ${runs.at(-1).size}, of that at ${runs[0].size} customers`;
  return [check(what, value, value >= 0.7, 'at least 0.7')];
}

/** The allowed p99 of the gateway, as a multiple of the best peer's; 1 unless it is listed. */
const latencyFactors = { upsert: 1.5 };

/** Compares p99 under load with the best peer that is a GraphQL server. */
function latencyChecks({ size, measured }, connections) {
  return Object.entries(measured).flatMap(([operation, byConnections]) => {
    const { gateway, limit, ...peers } = byConnections[connections] ?? {};
    if (gateway === undefined || Object.keys(peers).length === 0) return [];
    const best = Math.min(...Object.values(peers).map(({ p99 }) => p99));
    const what = `p99 of ${operation}, ${size} customers, ms`;
    const factor = latencyFactors[operation] ?? 1;
    const wanted = `at most ${factor === 1 ? '' : `${factor} × `}the best peer's ${round(best)}`;
    return [check(what, round(gateway.p99), gateway.p99 <= best * factor, wanted)];
  });
}

/** All requirements of the bar except the ratios. */
export function checks({ runs, startupMs }, connections) {
  return [
    ...runs.flatMap(countChecks),
    ...growthCheck(runs, connections),
    ...runs.flatMap((run) => latencyChecks(run, connections)),
    ...(startupMs === undefined
      ? []
      : [
          check(
            '`serve` to the first answer, ms',
            startupMs.served,
            startupMs.served <= 1_000,
            'at most 1000',
          ),
        ]),
  ];
}

/** Memory varies with garbage collection: the median of the minute that ends at a point of the curve. */
const heldAt = (curve, end) => {
  const minute = curve.slice(Math.max(end - 5, 0), end + 1).map(({ rssMb }) => rssMb);
  return minute.toSorted((a, b) => a - b)[Math.floor(minute.length / 2)];
};

/** Checks a soak: memory is small, and at the end no larger than after ten minutes (or in the middle). */
export function soakChecks({ curve, failed, minutes }) {
  const settled = curve.findIndex(({ seconds }) => seconds >= Math.min(600, (minutes * 60) / 2));
  const [before, last] = [heldAt(curve, settled), heldAt(curve, curve.length - 1)];
  return [
    check('failed answers', failed, failed === 0, 'none'),
    check('memory in the last minute, MB', last, last < 250, 'under 250'),
    check(
      `… of that up to ${curve[settled].seconds} s`,
      round(last / before),
      last <= before * 1.1,
      'at most 1.1',
    ),
  ];
}
