import { type NodeType, newId } from '../db/model/id.ts';
import type { Random } from './random.ts';

/** One buffer for all ids: newId copies it. */
const bytes = new Uint8Array(16);

export function demoId(type: NodeType, at: Date, random: Random): string {
  const seq = random.u32();
  const low = random.u32();
  const high = random.u32();
  for (let at = 0; at < 4; at += 1) bytes[10 + at] = low >>> (8 * at);
  bytes[14] = high;
  bytes[15] = high >>> 8;
  return newId(type, { msecs: at.getTime(), random: bytes, seq });
}
