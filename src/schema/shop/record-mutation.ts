import type { RecordModel } from '../../domain/shop/record-type.ts';
import { type ShopItem, upsertShopRecords } from '../../domain/shop/upsert.ts';
import { Attachment } from '../customer/record.ts';
import { bulkUpsert } from '../reference-data/bulk-upsert.ts';
import { modelOf, type RowRef } from '../relay/relation.ts';
import { Order, OrderSubscription, Return } from './order.ts';
import {
  AttachmentUpsertItem,
  CustomerSubscriptionUpsertItem,
  OrderSubscriptionUpsertItem,
  OrderUpsertItem,
  PaymentSourceUpsertItem,
  ReturnUpsertItem,
  SkuListUpsertItem,
} from './record-item.ts';
import { CustomerSubscription, PaymentSource, SkuList } from './saved.ts';

type ItemRef<I> = Parameters<typeof bulkUpsert<RecordModel, I>>[0]['item'];

function addUpsert<M extends RecordModel, I extends ShopItem>(
  type: RowRef<M>,
  item: ItemRef<I>,
  noun: string,
  match = 'An item matches the record of its `source`; without a match, a record is created and linked.',
): void {
  bulkUpsert({
    ...{ type, item, noun, plural: `${modelOf(type)}s` },
    description: `Creates or updates records of customers: ${noun}s. ${match} The customers’ \`version\` stays the same, and no event is written.`,
    upsert: (writer, input) => upsertShopRecords(writer, modelOf(type), input),
  });
}

addUpsert(Order, OrderUpsertItem, 'order');
addUpsert(OrderSubscription, OrderSubscriptionUpsertItem, 'order subscription');
addUpsert(Return, ReturnUpsertItem, 'return');
addUpsert(SkuList, SkuListUpsertItem, 'SKU list');
addUpsert(PaymentSource, PaymentSourceUpsertItem, 'payment source');
addUpsert(CustomerSubscription, CustomerSubscriptionUpsertItem, 'subscription');
addUpsert(
  Attachment,
  AttachmentUpsertItem,
  'file',
  'An item matches the file of its `id`, else of its `source`; without a match, a file is created and linked.',
);
