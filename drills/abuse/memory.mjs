import { readFileSync } from 'node:fs';
import { family } from '../../bench/proc.mjs';

/** A line of /proc/<pid>/status in MB; 0 for a process that has ended or runs on another machine. */
function statusMb(pid, name) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** Memory of the gateway's largest process, in MB: the bound applies to each worker. */
export const gatewayMb = (pid) => Math.max(...family(pid).map((each) => statusMb(each, 'VmRSS')));

/**
 * Private memory of the largest backend of a database, in MB, without shared buffers.
 * @param {import('./server.mjs').Server} server
 * @param {string} database
 */
export async function largestBackendMb(server, database) {
  const { rows } = await server.query(
    `select pid from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
    [database],
  );
  return Math.max(0, ...rows.map(({ pid }) => statusMb(pid, 'RssAnon')));
}

/**
 * Samples the memory of a gateway and its backends until `stop` is called.
 * @param {{ pid: number, server: import('./server.mjs').Server, database: string, onSample?: (rssMb: number) => void }} watched
 */
export function watchMemory({ pid, server, database, onSample }) {
  const peak = { rssMb: 0, backendMb: 0 };
  let isOver = false;
  const sample = async () => {
    const rssMb = gatewayMb(pid);
    peak.rssMb = Math.max(peak.rssMb, rssMb);
    onSample?.(rssMb);
    peak.backendMb = Math.max(peak.backendMb, await largestBackendMb(server, database).catch(() => 0));
  };
  const loop = (async () => {
    while (!isOver) {
      await sample();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    peak,
    async stop() {
      isOver = true;
      await loop;
      return peak;
    },
  };
}
