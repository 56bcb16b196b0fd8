import { maxLengths } from '../../domain/write/text.ts';
import { type Field, field, fieldTable, kept, leftOut, type Read } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { choice, count, country, email, name, phone, text, url } from '../mapping/readers.ts';
import { linked, linkedIds, metadata, minorUnits } from './readers.ts';

const attribute = (from: string, to: string, read: Read) => field(`attributes.${from}`, to, read);
const keptAttribute = (from: string, to: string, read: Read) => kept(`attributes.${from}`, to, read);

/** Names that a text lists with spaces. */
const names = (list: string): readonly string[] => list.trim().split(/\s+/);

const leftOutAttributes = (list: string): readonly Field[] =>
  leftOut(...names(list).map((each) => `attributes.${each}`));

const leftOutRelations = (list: string): readonly Field[] =>
  leftOut(...names(list).map((each) => `relationships.${each}`));

const relation = (from: string, to: string, read: Read): readonly Field[] => [
  field(`relationships.${from}.data`, to, read),
  ...leftOut(`relationships.${from}.links`),
];

/** Of every resource. A relationship without `data` is unknown. */
const common: readonly Field[] = [
  kept('id', 'record.sourceId', text(maxLengths.reference)),
  keptAttribute('updated_at', 'record.modifiedAt', instant),
  ...leftOut('type', 'links', 'meta.organization_id'),
  ...leftOutRelations('events event_stores versions'),
];

const createdAt = keptAttribute('created_at', 'createdAt', instant);
const recordCreatedAt = keptAttribute('created_at', 'record.createdAt', instant);
const mode = leftOut('meta.mode');
const ownReference = leftOutAttributes('reference reference_origin metadata');
const owner = relation('customer', 'customer', linked);

export const customerFields = fieldTable(
  common,
  createdAt,
  keptAttribute('email', 'shopper.email', email),
  keptAttribute('status', 'shopper.status', choice('PROSPECT', 'ACQUIRED', 'REPEAT')),
  attribute('shopper_reference', 'shopper.shopperReference', text(maxLengths.reference)),
  attribute('total_orders_count', 'shopper.totalOrdersCount', count),
  attribute('reference', 'reference', text(maxLengths.reference)),
  attribute('reference_origin', 'referenceOrigin', text(maxLengths.code)),
  keptAttribute('metadata', 'metadata', metadata),
  kept('meta.mode', 'mode', choice('TEST', 'LIVE')),
  relation('customer_group', 'customerGroup', linked),
  relation('tags', 'tags', linkedIds),
  leftOutAttributes(
    `password has_password profile_id tax_exemption_code jwt_custom_claim anonymization_info anonymization_status`,
  ),
  leftOutRelations(
    `customer_addresses customer_payment_sources customer_subscriptions orders order_subscriptions returns
    sku_lists attachments jwt_customer jwt_markets jwt_stock_locations`,
  ),
);

export const customerGroupFields = fieldTable(
  ...[common, recordCreatedAt, mode, ownReference],
  keptAttribute('name', 'name', name),
  attribute('code', 'code', text(maxLengths.code)),
  leftOutRelations('customers markets attachments'),
);

/** The customer is that of the `customer_addresses` resource. */
export const addressFields = fieldTable(
  ...[common, recordCreatedAt, mode, ownReference],
  keptAttribute('company', 'name', name),
  keptAttribute('full_name', 'name', name),
  attribute('line_1', 'streetLine1', text(maxLengths.street)),
  attribute('line_2', 'streetLine2', text(maxLengths.street)),
  attribute('city', 'locality', text(maxLengths.place)),
  attribute('state_code', 'state', text(maxLengths.place)),
  attribute('zip_code', 'postalCode', text(maxLengths.postalCode)),
  attribute('country_code', 'country', country),
  attribute('phone', 'phone', phone),
  attribute('email', 'email', email),
  leftOutAttributes(
    `first_name last_name name full_address business notes lat lng billing_info is_localized is_geocoded
    provider_name map_url static_map_url`,
  ),
  leftOutRelations('geocoder tags'),
);

const amounts = names(`subtotal shipping payment_method discount adjustment gift_card total_tax subtotal_tax
  shipping_tax payment_method_tax adjustment_tax total total_taxable subtotal_taxable shipping_taxable
  payment_method_taxable adjustment_taxable fees duty place_total`);

export const orderFields = fieldTable(
  ...[common, createdAt, mode, ownReference, owner],
  attribute('number', 'number', text(maxLengths.key)),
  keptAttribute(
    'status',
    'status',
    choice('DRAFT', 'PENDING', 'EDITING', 'PLACING', 'PLACED', 'APPROVED', 'CANCELLED'),
  ),
  keptAttribute(
    'payment_status',
    'paymentStatus',
    choice(
      ...['UNPAID', 'AUTHORIZED', 'PARTIALLY_AUTHORIZED', 'PAID', 'PARTIALLY_PAID', 'VOIDED'],
      ...['PARTIALLY_VOIDED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'FREE'],
    ),
  ),
  keptAttribute(
    'fulfillment_status',
    'fulfillmentStatus',
    choice('UNFULFILLED', 'IN_PROGRESS', 'FULFILLED', 'NOT_REQUIRED'),
  ),
  keptAttribute('total_amount_with_taxes_cents', 'total.units', minorUnits),
  keptAttribute('currency_code', 'total.currencyCode', text(3)),
  keptAttribute('customer_email', 'customerEmail', email),
  attribute('placed_at', 'placedAt', instant),
  leftOutAttributes(
    'total_amount_with_taxes_float formatted_total_amount_with_taxes token customer_password',
  ),
  leftOutAttributes(
    amounts
      .flatMap((each) => [`${each}_amount_cents`, `${each}_amount_float`, `formatted_${each}_amount`])
      .join(' '),
  ),
  leftOutAttributes(
    `affiliate_code autorefresh place_async guest editable customer_type language_code tax_included tax_rate
    freight_taxable payment_method_taxable adjustment_taxable gift_card_taxable requires_billing_info country_code
    shipping_country_code_lock coupon_code gift_card_code gift_card_or_coupon_code skus_count line_item_options_count
    shipments_count tax_calculations_count validations_count errors_count payment_source_details cart_url return_url
    terms_url privacy_url checkout_url approved_at cancelled_at payment_updated_at fulfillment_updated_at refreshed_at
    archived_at subscription_created_at expires_at expiration_info circuit_state circuit_failure_count`,
  ),
  leftOutRelations(
    `returns order_subscriptions market shipping_address billing_address store default_shipping_method default_payment_method
    available_payment_methods available_customer_payment_sources available_free_skus available_free_bundles
    payment_method payment_source discount_engine_item line_items line_item_options stock_reservations stock_line_items
    stock_transfers shipments payment_options transactions authorizations captures voids refunds order_subscription
    order_factories order_copies recurring_order_copies attachments notifications links resource_errors tags`,
  ),
);

export const orderSubscriptionFields = fieldTable(
  ...[common, createdAt, mode, ownReference, owner],
  attribute('number', 'number', text(maxLengths.key)),
  keptAttribute('status', 'status', choice('DRAFT', 'INACTIVE', 'ACTIVE', 'RUNNING', 'CANCELLED')),
  keptAttribute('frequency', 'frequency', text(maxLengths.code)),
  attribute('starts_at', 'startsAt', instant),
  attribute('expires_at', 'expiresAt', instant),
  attribute('next_run_at', 'nextRunAt', instant),
  keptAttribute('customer_email', 'customerEmail', email),
  leftOutAttributes(
    `activate_by_source_order place_target_order renewal_alert_period last_run_at occurrencies errors_count
    succeeded_on_last_run options`,
  ),
  leftOutRelations(
    `market subscription_model source_order customer_payment_source order_subscription_items order_factories
    order_copies recurring_order_copies orders tags`,
  ),
);

export const returnFields = fieldTable(
  ...[common, createdAt, mode, ownReference, owner],
  relation('order', 'order', linked),
  attribute('number', 'number', text(maxLengths.key)),
  keptAttribute(
    'status',
    'status',
    choice(...['DRAFT', 'REQUESTED', 'APPROVED', 'CANCELLED', 'SHIPPED', 'REJECTED', 'RECEIVED', 'REFUNDED']),
  ),
  keptAttribute('customer_email', 'customerEmail', email),
  leftOutAttributes(
    `skus_count requested_at approved_at cancelled_at shipped_at rejected_at received_at refunded_at archived_at
    estimated_refund_amount_cents estimated_refund_amount_float formatted_estimated_refund_amount`,
  ),
  leftOutRelations(
    `stock_location origin_address destination_address reference_capture reference_refund return_line_items
    attachments resource_errors tags`,
  ),
);

export const skuListFields = fieldTable(
  ...[common, createdAt, mode, ownReference, owner],
  keptAttribute('name', 'name', name),
  keptAttribute('slug', 'slug', name),
  attribute('description', 'description', text(maxLengths.description)),
  leftOutAttributes('image_url manual sku_code_regex'),
  leftOutRelations('skus sku_list_items bundles attachments links'),
);

export const paymentSourceFields = fieldTable(
  ...[common, createdAt, mode, ownReference, owner],
  attribute('name', 'name', name),
  kept('relationships.payment_source.data.type', 'type', text(maxLengths.code)),
  leftOutAttributes('customer_token payment_source_token'),
  leftOut('relationships.payment_source'),
  leftOutRelations('payment_method'),
);

export const customerSubscriptionFields = fieldTable(
  ...[common, createdAt, mode, owner],
  keptAttribute('customer_email', 'customerEmail', email),
  attribute('reference', 'reference', text(maxLengths.reference)),
  leftOutAttributes('reference_origin metadata'),
);

export const attachmentFields = fieldTable(
  ...[common, createdAt, mode, ownReference],
  relation('attachable', 'attachable', (value) => value),
  keptAttribute('name', 'name', name),
  attribute('description', 'description', text(maxLengths.description)),
  attribute('url', 'url', url),
);
