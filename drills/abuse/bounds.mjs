/** @typedef {Awaited<ReturnType<typeof import('./drill.mjs').drill>>} Result */

/** With fewer look-ups, p95 is the time of one or two; it is then shown but not bounded. */
const minLookups = 75;

const rounded = (value) => Math.round(value);

function ofNormalCaller(phase, name, p95Ms) {
  if (phase === undefined) return [];
  const rejected = Object.entries(phase.rejected);
  return [
    ...(phase.lookups >= minLookups && phase.p95 > p95Ms
      ? [`the normal caller's p95 ${name} the attack is ${rounded(phase.p95)} ms; the bound is ${p95Ms} ms`]
      : []),
    ...(rejected.length > 0
      ? [
          `requests of the normal caller failed ${name} the attack: ${rejected
            .map(([label, count]) => `${count} × ${label}`)
            .join(', ')}`,
        ]
      : []),
  ];
}

const isInternal = (label) => label.startsWith('500') || label.includes('INTERNAL_SERVER_ERROR');

/**
 * Describes the bounds that a result exceeds.
 * @param {Result} result
 * @param {{ rssMb: number, backendMb: number, p95Ms: number, otherP95Ms: number }} bounds
 * @returns {string[]}
 */
export function failuresOf({ row, died, stopped, memory, normal, answers, findings }, bounds) {
  const p95Ms = row === '4' ? bounds.p95Ms : bounds.otherP95Ms;
  const { peak } = memory;
  const internal = Object.entries(answers).filter(([label]) => isInternal(label));
  return [
    ...(died === undefined ? [] : [`the gateway died (${died})`]),
    ...(stopped === undefined || died !== undefined ? [] : [stopped]),
    ...(peak.rssMb > bounds.rssMb
      ? [`the gateway's memory is ${rounded(peak.rssMb)} MB; the bound is ${bounds.rssMb} MB`]
      : []),
    ...(peak.backendMb > bounds.backendMb
      ? [`a database connection takes ${rounded(peak.backendMb)} MB; the bound is ${bounds.backendMb} MB`]
      : []),
    ...ofNormalCaller(normal.during, 'during', p95Ms),
    ...ofNormalCaller(normal.after, 'after', p95Ms),
    ...internal.map(([label, count]) => `internal errors: ${count} × ${label}`),
    ...findings,
  ];
}
