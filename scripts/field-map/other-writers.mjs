// The writers of the fields that no mutation writes by an input of its own: `scripts/field-map/written-fields.mjs`
// computes those.

/** A field that the gateway or the database sets by itself. */
const system = (text) => ({ kind: 'system', text });
/** A field that is computed from other fields when it is read; all of them have writers. */
const derived = (...from) => ({ kind: 'derived', from });
/** An object that is created together with the object that has the field. */
const part = (text) => ({ kind: 'part', text });
/** The same relation as another field's, in the other direction. */
const inverse = (...of) => ({ kind: 'inverse', of });
/** Mutations that write a field without an input for it. */
const mutation = (...names) => ({ kind: 'mutation', names });
/** Commands of the command line. */
const command = (...names) => ({ kind: 'command', names });
/** A field that only an importer writes. */
const importer = (text) => ({ kind: 'importer', text });

const ofCaller = system('the caller of the mutation');
const ofChange = system('each change of a customer');
const ofMigrations = system('the migrations');
const ofRules = mutation('survivorshipRulesSet');
const ofRun = system('the run in the background after `survivorshipRulesSet`');
const signIn = system('sign-in');
const ofRecords = system('each write of a source record, and of fields of the customer');
const newAccount = command('init', 'account create');

/** By the name of the field, for all types that are not listed with it below. */
const byName = {
  id: system('generated'),
  createdAt: system('the time of creation'),
  updatedAt: system('the time of the last change'),
  owner: system('the account; the system for rows of the migrations'),
};

const lists = (type) => ({
  [`${type}.orders`]: [inverse('Order.customer')],
  [`${type}.orderSubscriptions`]: [inverse('OrderSubscription.customer')],
  [`${type}.paymentSources`]: [inverse('PaymentSource.customer')],
  [`${type}.returns`]: [inverse('Return.customer')],
  [`${type}.skuLists`]: [inverse('SkuList.customer')],
  [`${type}.subscriptions`]: [inverse('CustomerSubscription.customer')],
});

const effective = (name, policy) => ({
  [`${name}.source`]: [derived(`Customer.${policy}`, `AccountGroup.${policy}`)],
  [`${name}.value`]: [derived(`Customer.${policy}`, `AccountGroup.${policy}`)],
  [`${name}.via`]: [derived('Customer.type', 'Customer.priceGroups')],
});

const run = importer('the command `import`');
const runFields = (type, names) =>
  Object.fromEntries(names.split(' ').map((name) => [`${type}.${name}`, [run]]));

const events = (type) => ({
  [`${type}.action`]: [ofChange],
  [`${type}.actor`]: [ofCaller],
  [`${type}.changes`]: [ofChange],
  [`${type}.occurredAt`]: [ofChange],
  [`${type}.customer`]: [ofChange],
});

/** By type and field: the writers, besides the mutations with an input for the field. */
export const otherWriters = {
  'Account.id': [newAccount],
  'Account.name': [newAccount, command('account rename')],
  'AccountGroup.customers': [inverse('Customer.type', 'Customer.priceGroups')],
  'AccountGroup.customersAggregate': [derived('AccountGroup.customers')],
  'AccountUser.customers': [inverse('CustomerDefaults.salesRep')],
  'AccountUser.customersAggregate': [derived('AccountUser.customers')],
  'Carrier.customers': [inverse('CustomerFreightPreferences.carrier')],
  'CustomerGroup.customers': [inverse('Customer.customerGroup')],
  'PaymentTerm.customers': [inverse('CustomerDefaults.paymentTerm')],
  'Priority.customers': [inverse('CustomerDefaults.priority')],
  'ServiceLevel.customers': [inverse('CustomerFreightPreferences.serviceLevel')],
  'ShippingTerm.customers': [inverse('CustomerDefaults.shippingTerm')],
  'Tag.customers': [inverse('Customer.tags')],
  'AccountUser.email': [command('init', 'user invite'), signIn],
  'AccountUser.lastUsedAt': [signIn],
  'AccountUser.name': [command('init', 'user invite'), signIn],
  'AccountUser.role': [command('init', 'user invite')],
  'AccountUser.status': [mutation('accountUserRemove')],
  'AccountUser.user': [part('created with the account user')],
  'Actor.accountUser': [ofCaller],
  'Actor.name': [ofCaller],
  'Actor.type': [ofCaller],
  'Address.geolocation': [part('created with the address')],
  'Carrier.deletedAt': [mutation('carrierDelete')],
  'Carrier.serviceLevels': [inverse('ServiceLevel.carrier')],
  'ConvertedQuantity.displayValue': [derived('Quantity.value', 'Unit.abbreviation')],
  'ConvertedQuantity.exact': [derived('Quantity.value', 'Unit.ratioNumerator', 'Unit.ratioDenominator')],
  'ConvertedQuantity.unit': [derived('Unit.id')],
  'ConvertedQuantity.value': [
    derived(
      'Quantity.value',
      'Unit.ratioNumerator',
      'Unit.ratioDenominator',
      'Unit.offsetNumerator',
      'Unit.offsetDenominator',
    ),
  ],
  'Customer.active': [mutation('customerDiscontinue', 'customerReactivate')],
  'Customer.addresses': [inverse('Address.customer')],
  'Customer.attachments': [inverse('Attachment.customer')],
  'Customer.childAccounts': [inverse('Customer.parentAccount')],
  'Customer.childAccountsAggregate': [derived('Customer.childAccounts')],
  'Customer.conflicts': [derived('Customer.sources')],
  'Customer.discontinuedAt': [derived('Customer.active')],
  'Customer.lastOrderAt': [derived('Order.placedAt')],
  'Customer.effectivePolicies': [derived('Customer.commissionPolicy', 'CustomerFreightPreferences.status')],
  'Customer.events': [ofChange],
  'Customer.fieldOrigins': [derived('Customer.sources')],
  'Customer.relationshipType': [derived('Customer.parentAccount')],
  'Customer.sources': [mutation('customerSourceRemove', 'customerMerge')],
  'Customer.totalOrdersCount': [derived('Shopper.totalOrdersCount', 'Order.status')],
  'Customer.version': [ofChange],
  ...lists('Customer'),
  ...events('CustomerChange'),
  ...events('CustomerEvent'),
  'CustomerConflict.fieldGroup': [ofRecords],
  'CustomerConflict.metadataKey': [ofRecords],
  'CustomerConflict.rule': [ofRecords],
  'CustomerConflict.values': [ofRecords],
  'CustomerConflict.winner': [ofRecords],
  'CustomerConflictValue.modifiedAt': [derived('SourceRecord.modifiedAt')],
  'CustomerConflictValue.source': [ofRecords],
  'CustomerConflictValue.value': [ofRecords],
  'CustomerChange.cursor': [ofChange],
  'CustomerChange.customerId': [ofChange],
  'CustomerChange.mergedInto': [mutation('customerMerge')],
  ...effective('EffectiveCommissionPolicy', 'commissionPolicy'),
  'EffectiveFreightPolicy.source': [
    derived('CustomerFreightPreferences.status', 'AccountGroup.freightPolicy'),
  ],
  'EffectiveFreightPolicy.value': [
    derived('CustomerFreightPreferences.status', 'AccountGroup.freightPolicy'),
  ],
  'EffectiveFreightPolicy.via': [derived('Customer.type', 'Customer.priceGroups')],
  'EffectivePolicies.commission': [derived('Customer.commissionPolicy', 'AccountGroup.commissionPolicy')],
  'EffectivePolicies.freight': [derived('CustomerFreightPreferences.status', 'AccountGroup.freightPolicy')],
  'FieldChange.field': [ofChange],
  'FieldChange.newValue': [ofChange],
  'FieldChange.oldValue': [ofChange],
  'FieldChange.path': [ofChange],
  'FieldOrigin.fieldGroup': [ofRecords],
  'FieldOrigin.kind': [ofRecords, mutation('customerFieldPin', 'customerFieldRelease')],
  'FieldOrigin.metadataKey': [ofRecords],
  'FieldOrigin.modifiedAt': [derived('SourceRecord.modifiedAt')],
  'FieldOrigin.sources': [ofRecords],
  ...runFields('ImportCounts', 'kind created updated unchanged rejected unprocessed warned gone'),
  ...runFields('ImportReject', 'position kind sourceId errors'),
  ...runFields('ImportRejectError', 'code path message'),
  ...runFields(
    'ImportRun',
    'system state remap dryRun strict complete match input startedAt progressAt endedAt',
  ),
  ...runFields('ImportRun', 'stopReason stopPosition counts unknownFields warnings rejects omittedRejects'),
  ...runFields('ImportUnknownField', 'kind path count position'),
  ...runFields('ImportWarning', 'kind code path message count examples'),
  ...runFields('ImportWarningExample', 'position value'),
  'Money.displayValue': [derived('Money.amount', 'Money.currencyCode')],
  'Owner.account': [derived('Owner.type')],
  'Owner.type': [system('`ACCOUNT` for rows of mutations, `SYSTEM` for rows of the migrations')],
  'Priority.code': [ofMigrations],
  'Priority.id': [ofMigrations],
  'Priority.name': [ofMigrations],
  'Quantity.convert': [derived('Quantity.value', 'Quantity.unit')],
  'Quantity.displayValue': [derived('Quantity.value', 'Unit.abbreviation')],
  'Quantity.id': [system('derived from the id of the object with the quantity')],
  'Shopper.hasPassword': [mutation('shopperPasswordReset')],
  'Shopper.lastOrderAt': [derived('Order.placedAt')],
  'Shopper.totalOrdersCount': [derived('Order.status')],
  ...lists('Shopper'),
  'SourceRecord.firstSeenAt': [system('the time when the record was linked')],
  'SourceRecord.goneAt': [importer('a complete import that no longer has the record')],
  'SourceRecord.modifiedAt': [importer('the time that the source states')],
  'SourceRecord.raw': [importer('the record as it was received')],
  'SourceRecord.seenAt': [system('the time of the last change by a record')],
  'SurvivorshipRule.fieldGroup': [ofRules],
  'SurvivorshipRule.isDefault': [ofRules],
  'SurvivorshipRule.kind': [ofRules],
  'SurvivorshipRule.systems': [ofRules],
  'SurvivorshipRun.changed': [ofRun],
  'SurvivorshipRun.derived': [ofRun],
  'SurvivorshipRun.endedAt': [ofRun],
  'SurvivorshipRun.startedAt': [ofRules],
  'SurvivorshipRun.state': [ofRun],
  'SurvivorshipRun.total': [ofRules],
  'Unit.isBaseUnit': [ofMigrations],
  'User.email': [command('init', 'user invite'), signIn],
  'User.emailVerifiedAt': [signIn],
  'User.name': [command('init', 'user invite'), signIn],
  'Viewer.account': [signIn],
  'Viewer.accountUser': [signIn],
  'Viewer.scopes': [signIn],
};

/** The writers of a field besides the mutations with an input for it. */
export const otherWritersOf = (type, field) =>
  otherWriters[`${type}.${field}`] ?? (Object.hasOwn(byName, field) ? [byName[field]] : []);

/** Types whose fields hold the result of one request: the name is the rule. */
export const resultTypes =
  /(?:Payload|Result|Sample|Connection|Edge|Facets?|Aggregate|AggregateGroup|AggregateValues|Sum)$|^(?:PageInfo|Count|UserError|Query|Mutation|Subscription|_.*)$/;

/** The types of rows and values by subject, in the order of the page. */
export const subjects = {
  Customers: [
    'Customer',
    'CustomerContactInfo',
    'CustomerDefaults',
    'CustomerFreightPreferences',
    'CustomerNotificationPreferences',
    'CustomerGroup',
    'Tag',
    'Address',
    'Geolocation',
    'SourceRecord',
    'CustomerConflict',
    'CustomerConflictValue',
    'FieldOrigin',
    'EffectivePolicies',
    'EffectiveCommissionPolicy',
    'EffectiveFreightPolicy',
    'SurvivorshipRule',
    'SurvivorshipRun',
  ],
  'Changes of customers': ['CustomerEvent', 'CustomerChange', 'FieldChange', 'Actor'],
  Imports: [
    'ImportRun',
    'ImportCounts',
    'ImportUnknownField',
    'ImportWarning',
    'ImportWarningExample',
    'ImportReject',
    'ImportRejectError',
  ],
  'Reference data': [
    'AccountGroup',
    'Carrier',
    'ServiceLevel',
    'PaymentTerm',
    'ShippingTerm',
    'Priority',
    'Unit',
    'Quantity',
    'ConvertedQuantity',
    'Owner',
  ],
  'Account and people': ['Account', 'AccountUser', 'User', 'Role', 'Department', 'Viewer'],
  'Shop records': [
    'Shopper',
    'Order',
    'Money',
    'OrderSubscription',
    'PaymentSource',
    'CustomerSubscription',
    'Return',
    'SkuList',
    'Attachment',
  ],
};
