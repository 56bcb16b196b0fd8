/**
 * A fault beside a stream of checked writes.
 * @typedef {object} Fault
 * @property {string} name
 * @property {string} about
 * @property {boolean} [isShort] whether the short form includes it
 * @property {number} [gateways] 1 by default
 * @property {boolean} [hasWebhook] whether the first gateways deliver messages; true by default
 * @property {Record<string, string>} [env] options of the gateways
 * @property {(machine: { binaries: import('./binaries.mjs').Binaries }) => string | undefined} [missing] the reason to skip it
 * @property {readonly string[]} rejects codes with which requests may be rejected
 * @property {readonly string[]} [rejectsReads] the same for reads only
 * @property {(stage: import('./stage.mjs').Stage) => Promise<string | undefined | void>} [prepare] before the gateways
 *   start; may return the reason to skip it
 * @property {(stage: import('./stage.mjs').Stage) => Promise<void>} run
 * @property {(stage: import('./stage.mjs').Stage) => Promise<void>} [cleanUp]
 */

export {};
