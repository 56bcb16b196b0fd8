import { internalErrorsOf } from '../shared/account.mjs';

/** LIMIT_REQUEST_MS plus 1 s. */
const slowestBoundMs = 11_000;

const recovered = {
  readMs: 'a read succeeds',
  writeMs: 'a write succeeds',
  readyMs: '`/ready` succeeds',
  slowestMs: 'the slowest request ends',
};

function ofRecovery({ name, bounds, ...measured }, scale) {
  return Object.entries(recovered).flatMap(([key, what]) => {
    const bound = (bounds[key] ?? Number.POSITIVE_INFINITY) * scale;
    if (measured[key] <= bound) return [];
    const time = measured[key] === undefined ? 'never' : `after ${Math.round(measured[key])} ms`;
    return [`${name}: ${what} ${time}; the bound is ${bound} ms`];
  });
}

const unexpected = (kind, rejected, codes) =>
  Object.entries(rejected)
    .filter(([label]) => !codes.some((code) => label.endsWith(` ${code}`)))
    .map(([label, count]) => `${count} ${kind} were rejected with ${label}`);

/**
 * Describes the bounds that a result exceeds.
 * @param {import('./types.mjs').Fault} fault
 * @param {number} scale
 * @returns {string[]}
 */
export function failuresOf(fault, result, scale) {
  const { lost, duplicated, rejected, recoveries, slowestMs, feed, findings } = result;
  return [
    ...(lost > 0 ? [`${lost} acknowledged writes are lost`] : []),
    ...(duplicated > 0 ? [`${duplicated} writes were done twice`] : []),
    ...internalErrorsOf({ ...rejected, feed: feed.reasons }).map((label) => `internal errors: ${label}`),
    ...(slowestMs > slowestBoundMs * scale
      ? [`a request took ${Math.round(slowestMs)} ms; the bound is ${slowestBoundMs * scale} ms`]
      : []),
    ...unexpected('writes', rejected.writes, fault.rejects),
    ...unexpected('reads', rejected.reads, fault.rejectsReads ?? fault.rejects),
    ...recoveries.flatMap((recovery) => ofRecovery(recovery, scale)),
    ...new Set(findings),
  ];
}
