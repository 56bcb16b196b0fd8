import { Address } from '../customer/address.ts';
import { Customer } from '../customer/list.ts';
import { Attachment, CustomerEvent } from '../customer/record.ts';
import { builder } from '../relay/builder.ts';
import { type RowRef, theOne } from '../relay/relation.ts';
import { Order, OrderSubscription, Return } from './order.ts';
import { CustomerSubscription, PaymentSource, SkuList } from './saved.ts';

/** Fields that lead back to the customer. They are declared here, because the customer's file imports these types. */
const owned: readonly (readonly [type: unknown, what: string])[] = [
  [Address, 'address'],
  [Attachment, 'file'],
  [CustomerSubscription, 'subscription'],
  [Order, 'order'],
  [OrderSubscription, 'order subscription'],
  [PaymentSource, 'payment source'],
  [Return, 'return'],
  [SkuList, 'list'],
];

// Each of these rows has a customer id, like an order.
for (const [type, what] of owned)
  builder.objectField(type as RowRef<'Order'>, 'customer', (t) =>
    t.field(
      theOne(
        Customer,
        'customerId',
        `The customer that the ${what} belongs to; after a merge, the target of the merge.`,
      ),
    ),
  );

builder.objectField(CustomerEvent, 'customer', (t) =>
  t.field(theOne(Customer, 'subjectId', 'The current customer; after a merge, the target of the merge.')),
);
