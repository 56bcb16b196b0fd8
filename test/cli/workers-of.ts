import { readFileSync } from 'node:fs';
import type { Serving } from './command.ts';

/** The process ids of a gateway's workers. Linux lists the children of a process. */
export const workersOf = ({ pid }: Serving): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
