import { columnGroups } from '../db/model/field-group.ts';
import {
  accountGroup,
  address,
  augnoId,
  augnoList,
  augnoObject,
  carrier,
  creditLimit,
  type Document,
  lower,
  paymentTerm,
  priority,
  salesRep,
  serviceLevel,
  shippingTerm,
} from './augno-parts.ts';
import { type DocumentOptions, type Form, linesOf, type Place } from './form.ts';
import { type CustomerRow, isStated, type Page, priceGroupsOf } from './page.ts';
import { isLinked } from './source-id.ts';

const ownFields = (row: CustomerRow): object => ({
  ...{ name: row.name, number: row.number, status: lower(row.status), edi_status: lower(row.ediStatus) },
  relationship_type: lower(row.relationshipType),
  ...{ commission_policy: lower(row.commissionPolicy), note: row.note },
});

const unknown = {
  ...{ credit_limit: null, contact_info: null, freight_preferences: null, defaults: null },
  ...{ notification_preferences: null, bill_to_address: null, ship_to_address: null, type: null },
  ...{ price_groups: null, parent_account: null, child_accounts: null },
} as const;

/** Parents and children that Augno has, which it sends without their parts. */
const relatives = (page: Page, rows: readonly CustomerRow[]): readonly Document[] =>
  rows
    .filter(({ id }) => isLinked(page, id, 'AUGNO'))
    .map((row) => augnoObject(page, row, 'customer', { ...ownFields(row), ...unknown }));

/** Null is unknown: the relationship type says whether there is one. */
function parent(page: Page, { parentId }: CustomerRow): Document {
  const row = page.one('Customer', parentId);
  return relatives(page, row === null ? [] : [row])[0] ?? null;
}

const contact = (row: CustomerRow): Document => ({
  object: 'customer_contact_info',
  ...{ email: row.contactEmail, phone: row.contactPhone, url: row.contactUrl },
});

const freight = (page: Page, row: CustomerRow): Document => ({
  object: 'customer_freight_preferences',
  status: lower(row.freightPolicy),
  carrier: carrier(page, row.carrierId),
  service_level: serviceLevel(page, row.serviceLevelId),
  ...{ billing_type: lower(row.billingType), billing_account: row.billingAccount },
});

const defaults = (page: Page, row: CustomerRow): Document => ({
  object: 'customer_defaults',
  payment_term: paymentTerm(page, row.paymentTermId),
  shipping_term: shippingTerm(page, row.shippingTermId),
  priority: priority(page, row.priorityId),
  sales_rep: salesRep(page, row.salesRepId),
});

const notifications = ({ acceptsInvoiceEmails }: CustomerRow): Document => ({
  ...{ object: 'customer_notification_preferences', accepts_invoice_emails: acceptsInvoiceEmails },
});

function children(page: Page, { id }: CustomerRow): Document {
  const all = relatives(page, page.children(id));
  return all.length === 0 ? null : augnoList(all);
}

/** A customer as Augno sends it with all parts expanded. */
function customer(page: Page, row: CustomerRow): Document {
  return augnoObject(page, row, 'customer', {
    ...ownFields(row),
    credit_limit: creditLimit(page, row),
    contact_info: contact(row),
    freight_preferences: isStated(row, ...columnGroups.FREIGHT_PREFERENCES) ? freight(page, row) : null,
    defaults: defaults(page, row),
    notification_preferences: isStated(row, 'acceptsInvoiceEmails') ? notifications(row) : null,
    bill_to_address: address(page, row.billToAddressId),
    ship_to_address: address(page, row.shipToAddressId),
    type: accountGroup(page, row.typeId),
    price_groups: augnoList(priceGroupsOf(page, row).map(({ id }) => accountGroup(page, id))),
    parent_account: parent(page, row),
    child_accounts: children(page, row),
  });
}

const pageUrl = (cursor: string): string => `/v1/sales/customers?cursor=${encodeURIComponent(cursor)}`;

/** A response of the list; its cursors are ids. */
function response(page: Page, { first, total }: Place): object {
  const [start] = page.customers;
  const end = page.customers.at(-1);
  const hasNext = first + page.customers.length < total;
  return {
    object: 'list',
    data: page.customers.map((row) => customer(page, row)),
    page_info: {
      next_page_url: hasNext && end ? pageUrl(augnoId(page, end.id)) : null,
      previous_page_url: first > 0 && start ? pageUrl(augnoId(page, start.id)) : null,
      ...{ has_next_page: hasNext, has_prev_page: first > 0 },
    },
  };
}

/** Customers as Augno sends them, with the ids of its records. */
export function augnoForm({ isLines }: DocumentOptions): Form {
  return {
    needs: { children: true },
    system: 'AUGNO',
    isCounted: !isLines,
    text: (page, place) =>
      linesOf(isLines ? page.customers.map((row) => customer(page, row) ?? {}) : [response(page, place)]),
  };
}
