/**
 * Values that attacks and the normal caller use, read from the database before the gateway starts.
 * @typedef {object} Subjects
 * @property {string} attackerAccount
 * @property {readonly string[]} crowdAccounts further accounts that attack in one drill
 * @property {string} normalAccount
 * @property {readonly string[]} normalNumbers customer numbers of the normal account
 * @property {readonly string[]} ids customer ids of the attacker's account
 * @property {readonly string[]} numbers their numbers, in the same order
 * @property {readonly string[]} emails sign-in emails of shoppers of the attacker's account
 * @property {readonly string[]} secrets texts of the attacker's account that only `customers:read` may return
 * @property {readonly string[]} references texts that `settings:write` may return, too
 * @property {readonly string[]} people texts that `account:admin` may return, too
 * @property {Readonly<Record<string, readonly string[]>>} nodes ids of other types, by type
 * @property {string} apiKey a valid API key of the attacker's account
 *
 * How the gateway of an attack is started.
 * @typedef {object} GatewayOptions
 * @property {boolean} [demo] without sign-in
 * @property {Readonly<Record<string, string>>} [env]
 *
 * @typedef {object} Context input of an attack, which runs in its own process
 * @property {string} origin for example `http://127.0.0.1:41600`
 * @property {number} port
 * @property {number} endsAt time to stop, by `Date.now()`
 * @property {boolean} isShort
 * @property {Subjects} subjects
 * @property {(claims?: { account?: string, sub?: string, scope?: string }) => Promise<Record<string, string>>} signIn
 *   headers of a caller; by default of the attacker's account, with all scopes
 * @property {import('./tally.mjs').Tally} tally
 * @property {(text: string) => void} finding reports a leak or another answer that must not occur
 *
 * @typedef {object} Attack
 * @property {string} name
 * @property {string} row of the table of findings, or `other`
 * @property {string} about
 * @property {number} seconds its duration in the long form
 * @property {number} [short] its duration in the short form; 0 or absent: only part of the long form
 * @property {GatewayOptions} [gateway]
 * @property {(context: Context) => Promise<void>} run
 */
export {};
