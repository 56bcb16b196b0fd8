import { readFileSync } from 'node:fs';

const [, ...lines] = readFileSync(new URL('invoices.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/**
 * The invoices of this service, newest first. Amounts are strings: a float cannot represent all of them
 * exactly.
 */
const invoices = lines
  .map((line) => {
    const [id, customerId, issuedOn, total, currency, status] = line.split(',');
    return { __typename: 'Invoice', id, customerId, issuedOn, total, currency, status };
  })
  .reverse();

export const invoiceById = (id) => invoices.find((invoice) => invoice.id === id) ?? null;
export const allInvoices = () => invoices;
export const invoicesOf = (customerId) => invoices.filter((invoice) => invoice.customerId === customerId);
