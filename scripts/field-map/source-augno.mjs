// The fields of Augno's customers and of the objects that they refer to.

const every = 'every object';
const history = '`Customer.events` has the changes in the gateway';
const otherOwn = 'about the company of the account itself, not about its customers';
const ownCheck = 'the gateway verifies emails itself, at sign-in: a verified email gives access';
const scheduling = 'delivery scheduling, which the gateway does not have';
const ofBranding = (name) => `branding.${name}`;
const production = 'equipment of the production floor';

/** Objects of which the gateway has no field. */
const without = (reason, ...objects) =>
  objects.map((object) => ({ object, fields: {}, leftOut: { [reason]: ['*'] } }));

export const augno = [
  {
    object: every,
    fields: { id: 'SourceRecord.sourceId', updated_at: 'SourceRecord.modifiedAt' },
    leftOut: {
      'the type of the object, which is the GraphQL type': ['object'],
      'of reference data, people and addresses: `createdAt` is the time in the gateway': ['created_at'],
    },
  },
  {
    object: 'customer',
    fields: {
      created_at: 'Customer.createdAt',
      name: 'Customer.name',
      number: 'Customer.number',
      status: 'Customer.status',
      edi_status: 'Customer.ediStatus',
      is_edi_enabled: 'Customer.ediStatus',
      relationship_type: 'Customer.relationshipType',
      is_parent_account: 'Customer.relationshipType',
      commission_policy: 'Customer.commissionPolicy',
      note: 'Customer.note',
      credit_limit: 'Customer.creditLimit',
      contact_info: 'Customer.contactInfo',
      freight_preferences: 'Customer.freightPreferences',
      defaults: 'Customer.defaults',
      notification_preferences: 'Customer.notificationPreferences',
      bill_to_address: 'Customer.billToAddress',
      ship_to_address: 'Customer.shipToAddress',
      type: 'Customer.type',
      price_groups: 'Customer.priceGroups',
      parent_account: 'Customer.parentAccount',
      child_accounts: 'Customer.childAccounts',
    },
    leftOut: {},
  },
  {
    object: 'quantity',
    fields: {
      value: 'Quantity.value',
      display_value: 'Quantity.displayValue',
      unit: 'Quantity.unit',
    },
    leftOut: { 'a quantity is part of its object, and has no source record': ['id'] },
  },
  {
    object: 'unit',
    fields: {
      name: 'Unit.name',
      abbreviation: 'Unit.abbreviation',
      type: 'Unit.type',
      ratio_numerator: 'Unit.ratioNumerator',
      ratio_denominator: 'Unit.ratioDenominator',
      offset_numerator: 'Unit.offsetNumerator',
      offset_denominator: 'Unit.offsetDenominator',
      is_base_unit: 'Unit.isBaseUnit',
      owner: 'Unit.owner',
    },
    leftOut: {},
  },
  {
    object: 'owner',
    fields: { type: 'Owner.type', account: 'Owner.account' },
    leftOut: {},
  },
  {
    object: 'account',
    fields: {},
    leftOut: {
      [otherOwn]: [
        'name',
        'default_billing_address',
        'default_shipping_address',
        ...['support_email', 'phone_number', 'logo_url', 'favicon_url', 'facebook_handle'].map(ofBranding),
        ...['instagram_handle', 'linkedin_handle', 'twitter_handle', 'website_url'].map(ofBranding),
        'portal.slug',
        ...['id', 'object', 'created_at', 'updated_at'].flatMap((n) => [`branding.${n}`, `portal.${n}`]),
      ],
    },
  },
  {
    object: 'contact_info',
    fields: {
      email: 'CustomerContactInfo.email',
      phone: 'CustomerContactInfo.phone',
      url: 'CustomerContactInfo.url',
    },
    leftOut: {},
  },
  {
    object: 'freight_preferences',
    fields: {
      status: 'CustomerFreightPreferences.status',
      carrier: 'CustomerFreightPreferences.carrier',
      service_level: 'CustomerFreightPreferences.serviceLevel',
      billing_type: 'CustomerFreightPreferences.billingType',
      billing_account: 'CustomerFreightPreferences.billingAccount',
    },
    leftOut: {},
  },
  {
    object: 'carrier',
    fields: {
      name: 'Carrier.name',
      code: 'Carrier.code',
      account_number: 'Carrier.accountNumber',
      customer_portal_visibility: 'Carrier.customerPortalVisibility',
      owner: 'Carrier.owner',
      service_levels: 'Carrier.serviceLevels',
      deleted_at: 'Carrier.deletedAt',
    },
    leftOut: {},
  },
  {
    object: 'service_level',
    fields: {
      name: 'ServiceLevel.name',
      service_level_token: 'ServiceLevel.serviceLevelToken',
      customer_portal_visibility: 'ServiceLevel.customerPortalVisibility',
      is_default: 'ServiceLevel.isDefault',
      carrier: 'ServiceLevel.carrier',
      owner: 'ServiceLevel.owner',
    },
    leftOut: { [scheduling]: ['default_transit_days'] },
  },
  {
    object: 'defaults',
    fields: {
      payment_term: 'CustomerDefaults.paymentTerm',
      shipping_term: 'CustomerDefaults.shippingTerm',
      priority: 'CustomerDefaults.priority',
      sales_rep: 'CustomerDefaults.salesRep',
    },
    leftOut: { [scheduling]: ['lead_time_days', 'receive_calendar_id'] },
  },
  {
    object: 'payment_term',
    fields: { name: 'PaymentTerm.name', status: 'PaymentTerm.status', owner: 'PaymentTerm.owner' },
    leftOut: {},
  },
  {
    object: 'shipping_term',
    fields: {
      name: 'ShippingTerm.name',
      type: 'ShippingTerm.type',
      owner: 'ShippingTerm.owner',
      flat_rate: 'ShippingTerm.flatRate',
      minimum_order_value: 'ShippingTerm.minimumOrderValue',
      free_shipping_service_levels: 'ShippingTerm.freeShippingServiceLevels',
    },
    leftOut: {},
  },
  {
    object: 'priority',
    fields: { code: 'Priority.code', name: 'Priority.name', owner: 'Priority.owner' },
    leftOut: {},
  },
  {
    object: 'account_user',
    fields: {
      status: 'AccountUser.status',
      role: 'AccountUser.role',
      department: 'AccountUser.department',
      user: 'AccountUser.user',
      name: 'AccountUser.name',
      email: 'AccountUser.email',
      username: 'AccountUser.username',
      image_url: 'AccountUser.imageUrl',
    },
    leftOut: {
      'the last use of Augno; `lastUsedAt` is the last use of the gateway': ['last_used_at'],
      [ownCheck]: ['email_verified_at'],
    },
  },
  {
    object: 'user',
    fields: {
      email: 'User.email',
      name: 'User.name',
      username: 'User.username',
      image_url: 'User.imageUrl',
    },
    leftOut: {
      [ownCheck]: ['email_verified_at'],
      'an account user has one person: the times are those of its record': ['created_at', 'updated_at'],
    },
  },
  {
    object: 'role',
    fields: {
      name: 'Role.name',
      type: 'Role.type',
      owner: 'Role.owner',
      permissions: 'Role.permissions',
    },
    leftOut: {},
  },
  {
    object: 'department',
    fields: { name: 'Department.name', notes: 'Department.notes' },
    leftOut: { [production]: ['location', 'scanning_stations', 'machines', 'labor_rate'] },
  },
  {
    object: 'location',
    fields: {},
    leftOut: { [production]: ['name', 'type', 'parent', 'children'] },
  },
  {
    object: 'machine',
    fields: {},
    leftOut: { [production]: ['name', 'serial_number', 'notes', 'department'] },
  },
  {
    object: 'scanning_station',
    fields: {},
    leftOut: {
      [production]: [
        ...['name', 'type', 'notes', 'label_size', 'label_type', 'department', 'material_check_required'],
        'production_steps',
      ],
    },
  },
  {
    object: 'notification_preferences',
    fields: { accepts_invoice_emails: 'CustomerNotificationPreferences.acceptsInvoiceEmails' },
    leftOut: {},
  },
  {
    object: 'address',
    fields: {
      name: 'Address.name',
      phone: 'Address.phone',
      email: 'Address.email',
      type: 'Address.type',
      is_drop_ship: 'Address.type',
      geolocation: 'Address.geolocation',
      customer: 'Address.customer',
    },
    leftOut: { [scheduling]: ['receive_calendar_id'] },
  },
  {
    object: 'geolocation',
    fields: {
      street_line_1: 'Geolocation.streetLine1',
      street_line_2: 'Geolocation.streetLine2',
      locality: 'Geolocation.locality',
      state: 'Geolocation.state',
      postal_code: 'Geolocation.postalCode',
      country: 'Geolocation.country',
    },
    leftOut: { 'Augno replaces geolocations, so their ids identify nothing': ['id'] },
  },
  {
    object: 'account_group',
    fields: {
      type: 'AccountGroup.type',
      name: 'AccountGroup.name',
      description: 'AccountGroup.description',
      commission_policy: 'AccountGroup.commissionPolicy',
      freight_policy: 'AccountGroup.freightPolicy',
    },
    leftOut: {},
  },
  {
    object: 'account_status',
    fields: {},
    leftOut: { 'a list of the values of `CustomerStatus`': ['code', 'name', 'owner'] },
  },
  {
    object: 'audit_event',
    fields: {},
    leftOut: {
      [history]: [
        ...[
          'action',
          'resource_type',
          'resource_id',
          'actor',
          'changes',
          'metadata',
          'request_id',
          'request',
        ],
        ...['idempotency_key', 'source_ip', 'occurred_at', 'created_at'],
      ],
    },
  },
  {
    object: 'actor',
    fields: {},
    leftOut: { [history]: ['type', 'name', 'handle', 'role'] },
  },
  {
    object: 'audit_field_change',
    fields: {},
    leftOut: { [history]: ['field', 'old_value', 'new_value'] },
  },
  {
    object: 'list',
    fields: {},
    leftOut: {
      'the envelope of a response': [
        ...['data', 'page_info.next_page_url', 'page_info.previous_page_url', 'page_info.has_next_page'],
        ...['page_info.has_prev_page', 'page_info.next_cursor', 'page_info.prev_cursor'],
      ],
    },
  },
  ...without(
    'the input of a request, which is not a document',
    ...['request', 'address_input', 'quantity_input', 'notification_preference_item'],
  ),
  ...without('the response of a request that failed', 'error'),
  ...without(
    'an answer about any address, without an id',
    ...['address_suggestion', 'validated_address', 'address_components'],
  ),
  ...without(
    'products, which the gateway does not have',
    ...['attribute', 'item_category', 'product_line', 'property', 'unit_group', 'unit_group_unit'],
  ),
  ...without(
    production,
    ...['location_type', 'rate', 'consumption', 'consumption_item', 'production_step', 'production_output'],
    ...['production_step_ref', 'production_step_department', 'production_step_machine'],
    'production_step_scan_station',
  ),
  ...without(
    'about the use of Augno itself',
    ...['api_key', 'created_api_key', 'sandbox', 'request_log', 'email_log', 'object_type'],
  ),
];
