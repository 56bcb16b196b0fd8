// The enum values that no input sets: what produces each, and the reserved ones.

/** Values that the schema has before anything produces them, with the reason. */
export const reservedValues = {
  'CustomerEventAction.ERASE': 'For the erasure of a customer’s personal data.',
  'CustomerEventAction.UNMERGE': 'For the undoing of a merge.',
  'CustomerField.OTHER': 'For fields that a newer release records, while two releases run.',
  'UserErrorCode.ERASED': 'For customers whose personal data was erased.',
};

/** The mutation or query whose response has the value, and the circumstance. */
const by = (operation, text) => ({ operation, text });

/** The values of enums that no mutation stores as given. */
export const producers = {
  'AccountUserStatus.REMOVED': by('accountUserRemove'),
  'ActorType.ACCOUNT_USER': by('customerUpdate', 'of a signed-in account user'),
  'ActorType.SERVICE': by('customerUpdate', 'of a service'),
  'ActorType.SOURCE': by('customerChanges', 'after an import'),
  'CountPrecision.AT_LEAST': by('customers', 'with more customers than `count(cap:)`'),
  'CountPrecision.EXACT': by('customers', 'with at most as many customers as `count(cap:)`'),
  'CustomerEventAction.CREATE': by('customerCreate'),
  'CustomerEventAction.DELETE': by(
    'customerChanges',
    'after the row of a customer was deleted in the database',
  ),
  'CustomerEventAction.DISCONTINUE': by('customerDiscontinue'),
  'CustomerEventAction.IMPORT': by('customerChanges', 'after an import'),
  'CustomerEventAction.LINK': by('customerSourceAdd'),
  'CustomerEventAction.MERGE': by('customerMerge'),
  'CustomerEventAction.REACTIVATE': by('customerReactivate'),
  'CustomerEventAction.UNLINK': by('customerSourceRemove'),
  'CustomerEventAction.UPDATE': by('customerUpdate'),
  'CustomerField.ID': by('customerChanges', 'after `customerMerge`, of the merged customer'),
  'ImportRunState.COMPLETED': by('importRuns', 'after an import'),
  'ImportRunState.FAILED': by('importRuns', 'after an import whose input cannot be read'),
  'ImportRunState.RUNNING': by('importRuns', 'during an import'),
  'ImportRunState.STOPPED': by('importRuns', 'after an import with more rejects than `--max-rejects`'),
  'OwnerType.ACCOUNT': by('carrierCreate'),
  'OwnerType.SYSTEM': by('priorities'),
  'PolicySource.CUSTOMER': by('customer', 'with an exempt policy of its own'),
  'PolicySource.PRICE_GROUP': by('customer', 'with an exempt price group'),
  'PolicySource.TYPE_GROUP': by('customer', 'with an exempt type'),
  'RelationshipType.CHILD': by('customerSetParent'),
  'RelationshipType.PARENT': by('customer', 'with a child'),
  'RelationshipType.STANDALONE': by('customerCreate'),
  'UpsertOutcome.CREATED': by('customerUpsert', 'of a new key'),
  'UpsertOutcome.UNCHANGED': by('customerUpsert', 'repeated'),
  'UpsertOutcome.UPDATED': by('customerUpsert', 'with other values'),
  'UserErrorCode.AMBIGUOUS': by('customerCreate', 'with the name of two payment terms'),
  'UserErrorCode.DISCONTINUED': by('customerSetParent', 'with a discontinued parent'),
  'UserErrorCode.HIERARCHY_CYCLE': by('customerSetParent', 'with the customer itself as parent'),
  'UserErrorCode.HIERARCHY_DEPTH': by('customerSetParent', 'with a child as parent'),
  'UserErrorCode.IDEMPOTENCY_KEY_REUSED': by('customerCreate', 'with a used key and other input'),
  'UserErrorCode.INVALID': by('customerCreate', 'with an invalid email'),
  'UserErrorCode.IN_USE': by('roleDelete', 'of a role that a user has'),
  'UserErrorCode.LIMIT_EXCEEDED': by('customerTagsAdd', 'of more than 10 tags'),
  'UserErrorCode.NOT_FOUND': by('customerUpdate', 'of an unknown number'),
  'UserErrorCode.REQUIRED': by('carrierCreate', 'with a blank name'),
  'UserErrorCode.SIGN_IN_FAILED': by('shopperSignIn', 'with an unknown email'),
  'UserErrorCode.STALE_VERSION': by('customerUpdate', 'with a former version'),
  'UserErrorCode.SYSTEM_OWNED': by('carrierDelete', 'of a carrier of the system'),
  'UserErrorCode.TAKEN': by('customerCreate', 'with the number of another customer'),
  'UserErrorCode.TOO_LONG': by('carrierCreate', 'with a name of 256 characters'),
  'UserErrorCode.WRONG_CARRIER': by('customerCreate', 'with a service level of another carrier'),
  'UserErrorCode.WRONG_GROUP_TYPE': by('customerCreate', 'with a price group as type'),
};
