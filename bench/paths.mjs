import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder, and the repository's. */
export const home = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the bench makes and keeps: databases and logs. */
export const data = join(root, '.data', 'bench');
export const logs = join(data, 'logs');

/** Processes of their own. */
export const paths = { load: join(home, 'load.mjs'), slow: join(home, 'slow.mjs') };
