/**
 * The subjects of the operations: picked from the database, the same for all contestants.
 * @typedef {object} Subjects
 * @property {string} accountId
 * @property {string} number number of one customer
 * @property {string[]} ids ids of 100 customers
 * @property {string[]} parents ids of 50 customers that have children
 * @property {number} first requested number of these parents
 * @property {number} depth number of rows before the deep page
 * @property {string} status
 * @property {string} city
 * @property {string} word
 * @property {string[]} writable numbers of customers that the bench may change
 *
 * @typedef {{ readonly number: string, readonly note: string }} Write
 * @typedef {(variables: object) => Promise<any>} Ask
 *
 * An operation in the form of one contestant.
 * @typedef {object} Document
 * @property {string} [query]
 * @property {(subjects: Subjects, cursor?: unknown, writes?: Write[]) => object} variables
 * @property {(data: any) => unknown} answer the answer in the bench's form
 * @property {(subjects: Subjects, ask: Ask) => Promise<unknown>} [walk] cursor before the deep page
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} about
 * @property {Record<string, Document>} documents
 * @property {Record<string, string>} lacks unsupported operations, with the reason
 * @property {import('./contestants/index.mjs').Start} start
 */
export {};
