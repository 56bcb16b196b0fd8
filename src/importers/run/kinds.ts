import type { SourcedModel } from '../../domain/source/sourced.ts';
import type { RecordKind } from '../record.ts';

type Path = readonly string[];

interface Kind {
  /** Null for customers, whose source records have a table of their own. */
  readonly model: SourcedModel | null;
  /** The fields without which an item cannot be saved at all. */
  readonly required: readonly Path[];
}

const byRecord: Path = ['source'];
const ofCustomer = [byRecord, ['customer']] as const;

/** In the order in which records are saved: each kind after those that it refers to. */
export const kinds: Readonly<Record<RecordKind, Kind>> = {
  unit: { model: 'Unit', required: [byRecord] },
  accountGroup: { model: 'AccountGroup', required: [byRecord] },
  carrier: { model: 'Carrier', required: [byRecord] },
  serviceLevel: { model: 'ServiceLevel', required: [byRecord, ['carrier']] },
  paymentTerm: { model: 'PaymentTerm', required: [byRecord] },
  shippingTerm: { model: 'ShippingTerm', required: [byRecord] },
  customerGroup: { model: 'CustomerGroup', required: [byRecord] },
  role: { model: 'Role', required: [byRecord, ['name']] },
  department: { model: 'Department', required: [byRecord, ['name']] },
  accountUser: { model: 'AccountUser', required: [['by']] },
  customer: { model: null, required: [['by']] },
  address: { model: 'Address', required: [['customer'], ['address', 'source']] },
  order: { model: 'Order', required: ofCustomer },
  orderSubscription: { model: 'OrderSubscription', required: ofCustomer },
  return: { model: 'Return', required: ofCustomer },
  skuList: { model: 'SkuList', required: ofCustomer },
  paymentSource: { model: 'PaymentSource', required: ofCustomer },
  customerSubscription: { model: 'CustomerSubscription', required: ofCustomer },
  attachment: { model: 'Attachment', required: ofCustomer },
};

// `Object.keys` returns strings; the type of `kinds` is narrower.
export const kindOrder = Object.keys(kinds) as readonly RecordKind[];

const ranks = new Map<RecordKind, number>(kindOrder.map((kind, at) => [kind, at]));

export const rankOf = (kind: RecordKind): number => ranks.get(kind) ?? kindOrder.length;

/** The most items that the domain's bulk upserts take in one transaction. */
export const maxBatch = 250;
