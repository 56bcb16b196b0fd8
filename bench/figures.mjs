export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The figures of several rounds: medians, and the CPU time of a request over all rounds. */
export function summary(rounds) {
  const each = (name) => rounds.map((figures) => figures[name]);
  const requests = sum(each('requests'));
  return {
    rate: median(each('rate')),
    rates: each('rate').map(Math.round),
    p50: median(each('p50')),
    p99: median(each('p99')),
    nodeMs: sum(each('nodeMs')) / requests,
    postgresMs: sum(each('postgresMs')) / requests,
    rssMb: Math.max(...each('rssMb')),
  };
}
