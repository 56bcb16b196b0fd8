/**
 * What the operations are about: picked from the database, the same for all contestants.
 * @typedef {object} Subjects
 * @property {string} accountId
 * @property {string} number of one customer
 * @property {string[]} ids of 100 customers
 * @property {string[]} parents the ids of 50 that have children
 * @property {number} first how many of these are asked for
 * @property {number} depth how many rows lie before the deep page
 * @property {string} status
 * @property {string} city
 * @property {string} word
 * @property {string[]} writable numbers of customers that may be written to
 *
 * @typedef {{ readonly number: string, readonly note: string }} Write
 * @typedef {(variables: object) => Promise<any>} Ask
 *
 * An operation as one contestant says it.
 * @typedef {object} Document
 * @property {string} [query]
 * @property {(subjects: Subjects, cursor?: unknown, writes?: Write[]) => object} variables
 * @property {(data: any) => unknown} answer in the bench's own shape
 * @property {(subjects: Subjects, ask: Ask) => Promise<unknown>} [walk] the cursor before the deep page
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} about
 * @property {Record<string, Document>} documents
 * @property {Record<string, string>} lacks operations that it cannot do, and why
 * @property {import('./contestants/index.mjs').Start} start
 */
export {};
