import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** Bytes written in one iteration of the event loop: other requests wait only for that. */
const sliceBytes = 65_536;

export const isClosed = (response: ServerResponse): boolean =>
  response.destroyed || response.req.socket.destroyed;

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    function settle() {
      response.off('drain', settle).off('close', settle);
      resolve();
    }
    response.on('drain', settle).on('close', settle);
  });

/** Writes a shared buffer in slices, as fast as the client reads; stops when the client disconnects. */
export async function writeBody(
  response: ServerResponse,
  body: Buffer | string | null,
  onProgress: () => void,
): Promise<void> {
  onProgress();
  if (body === null || typeof body === 'string') return void response.end(body ?? undefined);
  let start = 0;
  for (; start + sliceBytes < body.length; start += sliceBytes) {
    if (!response.write(body.subarray(start, start + sliceBytes))) await drained(response);
    await setImmediate();
    if (isClosed(response)) return;
    onProgress();
  }
  response.end(body.subarray(start));
}
