import { failover } from './failover.mjs';
import { fullDisk } from './full-disk.mjs';
import { killBackend, killGateway, killServer } from './kills.mjs';
import { messages } from './messages.mjs';
import { migrations } from './migrations.mjs';
import { probes } from './probes.mjs';
import { readOnly } from './read-only.mjs';
import { restart } from './restart.mjs';
import { rollingStop } from './rolling-stop.mjs';
import { silence } from './silence.mjs';

/** @type {readonly import('../types.mjs').Fault[]} */
export const faults = [
  silence,
  readOnly,
  fullDisk,
  restart,
  killBackend,
  killServer,
  killGateway,
  failover,
  rollingStop,
  migrations,
  probes,
  messages,
];
