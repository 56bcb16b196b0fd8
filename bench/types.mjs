/**
 * The subjects of the operations: picked from the database, the same for all contestants.
 * @typedef {object} Subjects
 * @property {string} accountId
 * @property {string} number number of one customer
 * @property {string[]} ids ids of 100 customers
 * @property {string[]} parents ids of 50 customers that have children
 * @property {number} first requested number of these parents
 * @property {number} depth number of rows before the deep page
 * @property {[string, string]} before creation time and id of the row before the deep page
 * @property {[string, string]} second the same for the second page
 * @property {{ accountId: string, number: string, headers?: Record<string, Record<string, string>> }[]} [accounts]
 *   in the database of accounts: each with a customer's number and the headers for each contestant
 * @property {string} status
 * @property {string} city
 * @property {string} word
 * @property {string} orderNumber number of an order
 * @property {string} rep name of the sales rep with the most customers
 * @property {string} carrierId a carrier that whole customers get
 * @property {string} paymentTermId a payment term that they get
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
 * @property {(subjects: Subjects, ask: Ask) => Promise<unknown>} [walk] cursor before the requested page
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} about
 * @property {Record<string, Document>} documents
 * @property {Record<string, string>} lacks unsupported operations, with the reason
 * @property {(accountId: string, sub?: string) => Promise<Record<string, string>>} signIn headers of a caller
 * @property {import('./contestants/index.mjs').Start} start
 */
export {};
