import { readFileSync } from 'node:fs';

const [, ...lines] = readFileSync(new URL('invoices.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** What this service keeps, newest first. Amounts are text: a float would not hold them all. */
const invoices = lines
  .map((line) => {
    const [id, customerId, issuedOn, total, currency, status] = line.split(',');
    return { __typename: 'Invoice', id, customerId, issuedOn, total, currency, status };
  })
  .reverse();

export const invoiceById = (id) => invoices.find((invoice) => invoice.id === id) ?? null;
export const allInvoices = () => invoices;
export const invoicesOf = (customerId) => invoices.filter((invoice) => invoice.customerId === customerId);
