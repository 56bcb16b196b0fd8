import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The fields of /proc/<pid>/stat after the command's name, which may contain any character. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // The process has ended.
    return undefined;
  }
}

const parentOf = (fields) => Number(fields[1]);
const own = (fields) => Number(fields[11]) + Number(fields[12]);
const ofEnded = (fields) => Number(fields[13]) + Number(fields[14]);

/** A process and all its descendants. */
export function family(pid) {
  const found = new Set([pid]);
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), stat(name)]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [each, fields] of all) if (fields && found.has(parentOf(fields))) found.add(each);
  }
  return [...found];
}

/** The CPU time in ms that a process and all its descendants, including ended ones, have used so far. */
export function cpuMs(pid) {
  const ticks = family(pid)
    .map(stat)
    .filter((fields) => fields !== undefined)
    .reduce((sum, fields) => sum + own(fields) + ofEnded(fields), 0);
  return (ticks / ticksPerSecond) * 1_000;
}

function statusKb(pid, field) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  } catch {
    // The process has ended.
    return 0;
  }
}

/** The memory in MB that a process and all its descendants use. */
export const rssMb = (pid) => family(pid).reduce((sum, each) => sum + statusKb(each, 'VmRSS'), 0) / 1_024;

/** The most memory in MB that a process has used so far. */
export const peakMb = (pid) => statusKb(pid, 'VmHWM') / 1_024;
