// The fields of Commerce Layer's customers and of the resources that they refer to.

const every = 'every resource';
const ownEmail = 'the email of the customer, `Shopper.email`';
const secret = 'a secret';
const payment = 'data of the payment gateway, such as cards';
const checkout = 'a state or setting of the checkout';
const lines = 'the gateway has no lines of orders, returns and lists';
const shopSetting = 'a setting of the shop';
const geocoding = 'data of a geocoder, which follows from the address';
const command = 'commands to the shop, not data';
const ownHistory =
  'webhook events and versions of the shop; `Customer.events` has the changes in the gateway';
const jobs = 'jobs of the shop that read and write its data in bulk';
const parts = 'a part of the total with taxes, which is all that the gateway has';
const float = 'the same amount as a float or as text: the gateway reads the exact amount in cents';

const triple = (name) => [`${name}_amount_cents`, `${name}_amount_float`, `formatted_${name}_amount`];
const amounts = (...names) => names.flatMap(triple);

export const commerceLayer = [
  {
    object: every,
    fields: { id: 'SourceRecord.sourceId', updated_at: 'SourceRecord.modifiedAt' },
    leftOut: {
      'the type of the resource, which is the GraphQL type': ['type'],
      'the URL of the resource': ['links.self'],
      'of resources other than customers and subscriptions: `sources` identify them': [
        'reference',
        'reference_origin',
      ],
      'of resources other than customers': ['metadata', 'meta.mode'],
      'the account is that of the import': ['meta.organization_id'],
      'of groups, addresses and tags: `createdAt` is the time in the gateway': ['created_at'],
      [command]: ['_*'],
      [ownHistory]: ['events', 'event_stores', 'versions'],
    },
  },
  {
    object: 'customer',
    fields: {
      email: 'Shopper.email',
      status: 'Shopper.status',
      total_orders_count: ['Shopper.totalOrdersCount', 'Customer.totalOrdersCount'],
      shopper_reference: 'Shopper.shopperReference',
      created_at: 'Customer.createdAt',
      reference: 'Customer.reference',
      reference_origin: 'Customer.referenceOrigin',
      metadata: 'Customer.metadata',
      'meta.mode': 'Customer.mode',
      customer_group: 'Customer.customerGroup',
      customer_addresses: 'Customer.addresses',
      customer_payment_sources: 'Customer.paymentSources',
      customer_subscriptions: 'Customer.subscriptions',
      orders: 'Customer.orders',
      order_subscriptions: 'Customer.orderSubscriptions',
      returns: 'Customer.returns',
      sku_lists: 'Customer.skuLists',
      attachments: 'Customer.attachments',
      tags: ['Customer.tags', 'Tag.name'],
    },
    leftOut: {
      'never readable; `shopperPasswordSet` sets a password': ['password'],
      '`Shopper.hasPassword` is about the password in the gateway': ['has_password'],
      [shopSetting]: ['profile_id', 'tax_exemption_code'],
      'claims of the shop’s sales channels': [
        ...['jwt_custom_claim', 'jwt_customer', 'jwt_markets', 'jwt_stock_locations'],
      ],
      'the gateway cannot erase personal data yet': ['anonymization_info', 'anonymization_status'],
    },
  },
  {
    object: 'customer_group',
    fields: { name: 'CustomerGroup.name', code: 'CustomerGroup.code' },
    leftOut: {
      'the customers refer to the group': ['customers'],
      [shopSetting]: ['markets', 'attachments'],
    },
  },
  {
    object: 'customer_address',
    fields: { customer: 'Address.customer', address: 'Customer.addresses' },
    leftOut: {
      [ownEmail]: ['customer_email'],
      'the name and the address as one text': ['name'],
    },
  },
  {
    object: 'address',
    fields: {
      company: 'Address.name',
      full_name: 'Address.name',
      line_1: 'Geolocation.streetLine1',
      line_2: 'Geolocation.streetLine2',
      city: 'Geolocation.locality',
      zip_code: 'Geolocation.postalCode',
      state_code: 'Geolocation.state',
      country_code: 'Geolocation.country',
      phone: 'Address.phone',
      email: 'Address.email',
    },
    leftOut: {
      'whether the name is that of a company or of a person, which `Address.name` does not distinguish': [
        'business',
      ],
      '`company` or `full_name` is the name': ['first_name', 'last_name', 'name'],
      'the other fields as one text': ['full_address'],
      [geocoding]: [
        ...[
          'lat',
          'lng',
          'is_localized',
          'is_geocoded',
          'provider_name',
          'map_url',
          'static_map_url',
          'geocoder',
        ],
      ],
      'free texts and tags of an address, which the gateway does not have': ['notes', 'billing_info', 'tags'],
    },
  },
  {
    object: 'customer_payment_source',
    fields: {
      name: 'PaymentSource.name',
      created_at: 'PaymentSource.createdAt',
      payment_source: 'PaymentSource.type',
      customer: 'PaymentSource.customer',
    },
    leftOut: {
      [secret]: ['customer_token', 'payment_source_token'],
      [payment]: ['payment_source.payment_instrument', 'payment_source.*'],
      [shopSetting]: ['payment_method'],
    },
  },
  {
    object: 'payment_method',
    fields: { payment_source_type: 'PaymentSource.type' },
    leftOut: {
      [shopSetting]: [
        ...['name', 'currency_code', 'moto', 'require_capture', 'auto_place', 'auto_capture', 'disabled_at'],
        ...['price_amount_cents', 'price_amount_float', 'formatted_price_amount'],
        ...['auto_capture_max_amount_cents', 'auto_capture_max_amount_float'],
        ...['formatted_auto_capture_max_amount', 'market', 'payment_gateway', 'store', 'attachments'],
      ],
    },
  },
  {
    object: 'customer_subscription',
    fields: {
      customer_email: 'CustomerSubscription.customerEmail',
      reference: 'CustomerSubscription.reference',
      created_at: 'CustomerSubscription.createdAt',
      customer: 'CustomerSubscription.customer',
    },
    leftOut: {},
  },
  {
    object: 'order',
    fields: {
      number: 'Order.number',
      status: 'Order.status',
      payment_status: 'Order.paymentStatus',
      fulfillment_status: 'Order.fulfillmentStatus',
      total_amount_with_taxes_cents: ['Order.total', 'Money.amount'],
      currency_code: 'Money.currencyCode',
      placed_at: 'Order.placedAt',
      created_at: 'Order.createdAt',
      customer: 'Order.customer',
    },
    leftOut: {
      [float]: [
        ...['total_amount_float', 'formatted_total_amount', 'total_amount_with_taxes_float'],
        'formatted_total_amount_with_taxes',
      ],
      [parts]: [
        ...amounts(
          'subtotal',
          'shipping',
          'payment_method',
          'discount',
          'adjustment',
          'gift_card',
          'total_tax',
        ),
        ...amounts('subtotal_tax', 'shipping_tax', 'payment_method_tax', 'adjustment_tax', 'total_taxable'),
        ...amounts('subtotal_taxable', 'shipping_taxable', 'payment_method_taxable', 'adjustment_taxable'),
        ...amounts('fees', 'duty', 'place_total'),
        ...['total_amount_cents', 'tax_included', 'tax_rate', 'coupon_code', 'gift_card_code'],
        ...['gift_card_or_coupon_code', 'freight_taxable', 'payment_method_taxable', 'adjustment_taxable'],
        'gift_card_taxable',
      ],
      [checkout]: [
        ...['guest', 'editable', 'customer_type', 'language_code', 'country_code', 'cart_url'],
        ...['return_url', 'checkout_url', 'refreshed_at', 'expires_at', 'tax_calculations_count'],
        ...['validations_count', 'errors_count', 'market', 'store', 'affiliate_code', 'autorefresh'],
        ...['place_async', 'requires_billing_info', 'shipping_country_code_lock', 'terms_url', 'privacy_url'],
        ...['expiration_info', 'circuit_state', 'circuit_failure_count', 'default_shipping_method'],
        ...['default_payment_method', 'available_payment_methods', 'available_customer_payment_sources'],
        ...[
          'available_free_skus',
          'available_free_bundles',
          'discount_engine_item',
          'notifications',
          'links',
        ],
        ...['resource_errors', 'order_factories', 'order_copies', 'recurring_order_copies'],
      ],
      [ownEmail]: ['customer_email'],
      'times of a status, of which the gateway has the current one': [
        ...['approved_at', 'cancelled_at', 'payment_updated_at', 'fulfillment_updated_at', 'archived_at'],
      ],
      [lines]: [
        ...['skus_count', 'line_item_options_count', 'shipments_count', 'line_items', 'shipments'],
        ...['line_item_options', 'stock_reservations', 'stock_line_items', 'stock_transfers'],
      ],
      'addresses, payments, files and tags of the order, which the gateway has of the customer': [
        ...['shipping_address', 'billing_address', 'transactions', 'tags', 'attachments'],
        ...['payment_method', 'payment_source', 'payment_source_details', 'payment_options'],
        ...['authorizations', 'captures', 'voids', 'refunds'],
      ],
      [secret]: ['customer_password', 'token'],
      'the returns refer to the order': ['returns'],
      'the gateway does not link orders and subscriptions': [
        ...['order_subscription', 'order_subscriptions', 'subscription_created_at'],
      ],
    },
  },
  {
    object: 'line_item',
    fields: {},
    leftOut: {
      [lines]: [
        ...[
          'sku_code',
          'bundle_code',
          'quantity',
          'currency_code',
          'name',
          'image_url',
          'item_type',
          'frequency',
        ],
        ...amounts('unit', 'total', 'tax', 'compare_at', 'options'),
        ...['discount_cents', 'discount_float', 'formatted_discount', 'discount_breakdown', 'tax_rate'],
        ...[
          'tax_breakdown',
          'coupon_code',
          'rule_outcomes',
          'circuit_state',
          'circuit_failure_count',
          'tags',
        ],
        ...['order', 'item', 'sku', 'bundle', 'adjustment', 'gift_card', 'shipment', 'payment_method'],
        ...['line_item_options', 'return_line_items', 'shipment_line_items', 'stock_reservations'],
        ...['stock_line_items', 'stock_transfers', 'notifications'],
      ],
    },
  },
  {
    object: 'order_subscription',
    fields: {
      number: 'OrderSubscription.number',
      status: 'OrderSubscription.status',
      frequency: 'OrderSubscription.frequency',
      starts_at: 'OrderSubscription.startsAt',
      expires_at: 'OrderSubscription.expiresAt',
      next_run_at: 'OrderSubscription.nextRunAt',
      created_at: 'OrderSubscription.createdAt',
      customer: 'OrderSubscription.customer',
    },
    leftOut: {
      [checkout]: [
        ...['activate_by_source_order', 'place_target_order', 'renewal_alert_period', 'options', 'market'],
        ...['subscription_model', 'order_factories', 'order_copies', 'recurring_order_copies', 'tags'],
      ],
      'the gateway does not link orders and subscriptions': [
        ...['source_order', 'orders', 'customer_payment_source'],
      ],
      [ownEmail]: ['customer_email'],
      'results of former runs': ['last_run_at', 'occurrencies', 'errors_count', 'succeeded_on_last_run'],
      [lines]: [
        ...['sku_code', 'quantity', ...amounts('unit', 'total')].map((n) => `order_subscription_items.${n}`),
      ],
    },
  },
  {
    object: 'return',
    fields: {
      number: 'Return.number',
      status: 'Return.status',
      created_at: 'Return.createdAt',
      order: 'Return.order',
      customer: 'Return.customer',
    },
    leftOut: {
      [ownEmail]: ['customer_email'],
      'times of a status, of which the gateway has the current one': [
        ...['requested_at', 'approved_at', 'cancelled_at', 'shipped_at', 'rejected_at', 'received_at'],
        ...['refunded_at', 'archived_at'],
      ],
      'the gateway has no refunds': [
        ...triple('estimated_refund'),
        ...['reference_capture', 'reference_refund'],
      ],
      'the warehouse, the addresses, files and tags of one shipment': [
        ...['stock_location', 'origin_address', 'destination_address', 'attachments', 'tags'],
        'resource_errors',
      ],
      [lines]: [
        ...[
          'skus_count',
          'return_line_items.sku_code',
          'return_line_items.quantity',
          'return_line_items.name',
        ],
        ...triple('total').map((name) => `return_line_items.${name}`),
        ...['return_line_items.return_reason', 'return_line_items.restocked_at'],
      ],
    },
  },
  {
    object: 'sku_list',
    fields: {
      name: 'SkuList.name',
      slug: 'SkuList.slug',
      description: 'SkuList.description',
      created_at: 'SkuList.createdAt',
      customer: 'SkuList.customer',
    },
    leftOut: {
      [lines]: [
        ...['position', 'sku_code', 'quantity'].map((name) => `sku_list_items.${name}`),
        ...['manual', 'sku_code_regex', 'image_url', 'skus', 'bundles', 'links'],
      ],
      [shopSetting]: ['attachments'],
    },
  },
  {
    object: 'attachment',
    fields: {
      name: 'Attachment.name',
      description: 'Attachment.description',
      url: 'Attachment.url',
      created_at: 'Attachment.createdAt',
      attachable: 'Attachment.customer',
    },
    leftOut: {},
  },
  {
    object: 'event',
    fields: {},
    leftOut: {
      'webhook events of the shop': [
        ...['name', 'webhooks', 'last_event_callbacks.callback_url', 'last_event_callbacks.payload'],
        ...['last_event_callbacks.response_code', 'last_event_callbacks.response_message'],
      ],
    },
  },
  { object: 'tag', fields: { name: 'Tag.name' }, leftOut: {} },
  {
    object: 'customer_password_reset',
    fields: {},
    leftOut: { 'the gateway has its own: `shopperPasswordResetRequest`': ['*'] },
  },
  {
    object: 'event_store',
    fields: {},
    leftOut: {
      '`Customer.events` has the changes in the gateway': [
        ...['resource_type', 'resource_id', 'event', 'payload', 'who', 'ip_address', 'user_agent', 'uuid'],
      ],
    },
  },
  {
    object: 'import',
    fields: {},
    leftOut: {
      [jobs]: [
        ...['resource_type', 'format', 'parent_resource_id', 'status', 'started_at', 'completed_at'],
        ...['interrupted_at', 'inputs', 'inputs_size', 'errors_count', 'warnings_count', 'destroyed_count'],
        ...['processed_count', 'errors_log', 'warnings_log', 'cleanup_records', 'skip_errors'],
        'attachment_url',
      ],
    },
  },
  {
    object: 'export',
    fields: {},
    leftOut: {
      [jobs]: [
        ...['resource_type', 'format', 'status', 'includes', 'fields', 'filters', 'dry_data', 'jwt_filters'],
        ...['started_at', 'completed_at', 'estimated_completion_at', 'interrupted_at', 'records_count'],
        ...['processed_count', 'progress', 'attachment_url', 'errors_log'],
      ],
    },
  },
  {
    object: 'webhook',
    fields: {},
    leftOut: {
      'the gateway has its own webhooks': [
        ...['name', 'topic', 'callback_url', 'include_resources', 'disabled_at', 'circuit_state'],
        ...['circuit_failure_count', 'last_event_callbacks'],
      ],
      [secret]: ['shared_secret'],
    },
  },
  {
    object: 'list',
    fields: {},
    leftOut: {
      'the envelope of a response': [
        ...['meta.record_count', 'meta.page_count', 'links.first', 'links.prev', 'links.next', 'links.last'],
      ],
    },
  },
];
