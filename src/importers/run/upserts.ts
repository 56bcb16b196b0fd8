import { upsertAddresses } from '../../domain/customer/address-book.ts';
import type { Outcome } from '../../domain/customer/save.ts';
import { upsertManyCustomers } from '../../domain/customer-upsert/mutations.ts';
import { upsertRecords } from '../../domain/record-upsert/mutation.ts';
import type { RecordType, UpsertItem } from '../../domain/record-upsert/record-type.ts';
import { accountGroups } from '../../domain/setting-upsert/account-group.ts';
import { carriers } from '../../domain/setting-upsert/carrier.ts';
import { customerGroups } from '../../domain/setting-upsert/customer-group.ts';
import { paymentTerms } from '../../domain/setting-upsert/payment-term.ts';
import { serviceLevels } from '../../domain/setting-upsert/service-level.ts';
import { shippingTerms } from '../../domain/setting-upsert/shipping-term.ts';
import { units } from '../../domain/setting-upsert/unit.ts';
import type { RecordModel } from '../../domain/shop/record-type.ts';
import { type ShopItem, upsertShopRecords } from '../../domain/shop/upsert.ts';
import type { SourcedModel } from '../../domain/source/sourced.ts';
import type { UserError } from '../../domain/write/user-error.ts';
import type { Writer } from '../../domain/write/writer.ts';
import type { JsonObject, RecordKind } from '../record.ts';
import { withOtherKeys } from './other-keys.ts';
import { withoutOwn } from './own-addresses.ts';
import { ofCarrier, ofCustomer, withOwner } from './owners.ts';
import { upsertDepartments, upsertPeople, upsertRoles } from './people.ts';
import { withLevelIds } from './shipping-terms.ts';
import type { Target } from './target.ts';

export interface ItemResult {
  readonly outcome: Outcome | null;
  /** Their paths begin in the item. */
  readonly userErrors: readonly UserError[];
}

export type Upsert = (target: Target, items: readonly JsonObject[]) => Promise<readonly ItemResult[]>;

interface Results {
  readonly results: readonly {
    readonly outcome?: Outcome | null;
    readonly userErrors: readonly UserError[];
  }[];
}

/** The paths of a call begin with `items` and the index of the item. */
const ofItems = ({ results }: Results): readonly ItemResult[] =>
  results.map(({ outcome = null, userErrors }) => ({
    outcome,
    userErrors: userErrors.map((each) => ({ ...each, path: each.path.slice(2) })),
  }));

type Call = (
  writer: Writer,
  input: { readonly items: readonly never[]; readonly dryRun: boolean },
) => Promise<Results>;

/** The mappers create the items of the kind's own upsert; the run handles them as plain objects. */
const bulk =
  (call: Call): Upsert =>
  async ({ writer, isDry }, items) => {
    const answered = await call(writer, { items: items as readonly never[], dryRun: isDry });
    await writer.settle();
    return ofItems(answered);
  };

const setting = <M extends SourcedModel, I extends UpsertItem, R>(type: RecordType<M, I, R>): Upsert =>
  bulk((writer, input) => upsertRecords(writer, type, input));

const shop = (model: RecordModel): Upsert =>
  withOwner(
    ofCustomer(model),
    bulk((writer, input) =>
      upsertShopRecords(writer, model, { ...input, items: [...input.items] as ShopItem[] }),
    ),
  );

export const upserts: Readonly<Record<RecordKind, Upsert>> = {
  unit: setting(units),
  accountGroup: setting(accountGroups),
  carrier: setting(carriers),
  serviceLevel: withOwner(ofCarrier, setting(serviceLevels)),
  paymentTerm: setting(paymentTerms),
  shippingTerm: withLevelIds(setting(shippingTerms)),
  customerGroup: setting(customerGroups),
  role: upsertRoles,
  department: upsertDepartments,
  accountUser: upsertPeople,
  customer: withOtherKeys(bulk(upsertManyCustomers)),
  address: withOwner(ofCustomer('Address'), withoutOwn(bulk(upsertAddresses))),
  order: shop('Order'),
  orderSubscription: shop('OrderSubscription'),
  return: shop('Return'),
  skuList: shop('SkuList'),
  paymentSource: shop('PaymentSource'),
  customerSubscription: shop('CustomerSubscription'),
  attachment: shop('Attachment'),
};
