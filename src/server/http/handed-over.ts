import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../../context.ts';
import type { Visit } from '../reception.ts';

/** A signed-in request that has its body and holds a slot. */
export interface HandedOver {
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly bytes: Buffer;
}

const requests = new WeakMap<IncomingMessage, HandedOver>();

/** Passes a request on to Yoga. */
export function handOver(request: IncomingMessage, found: HandedOver): void {
  requests.set(request, found);
}

export const handedOver = (request: IncomingMessage | undefined): HandedOver | undefined =>
  request && requests.get(request);
