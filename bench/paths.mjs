import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directories of the bench and of the repository. */
export const home = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Data that the bench creates and keeps: databases and logs. */
export const data = join(root, '.data', 'bench');
export const logs = join(data, 'logs');

/** Scripts that run as separate processes. */
export const paths = {
  load: join(home, 'load.mjs'),
  live: join(home, 'live-load.mjs'),
  slow: join(home, 'slow.mjs'),
};
