// Made from schema.graphql by scripts/client-types.mjs ("npm run schema").

/** A company that uses the gateway. It sees its own customers and settings, and the settings that the system provides. */
export interface Account {
  readonly __typename?: 'Account';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the company. */
  readonly name: string;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** A group of customers: a price group or a type of customer. It comes from the sales system. */
export interface AccountGroup {
  readonly __typename?: 'AccountGroup';
  /** Whether orders of the members earn commission. An exempt group exempts every member. */
  readonly commissionPolicy: CommissionPolicy;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The members of the group, newest first unless `orderBy` is given: the customers that have it as type or as price group. */
  readonly customers: CustomerConnection;
  /** Free text about the group; null if there is none. */
  readonly description: string | null;
  /** Whether the members pay freight. A group with free freight makes freight free for every member. */
  readonly freightPolicy: FreightPolicy;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the group, unique within the account. */
  readonly name: string;
  /** The purpose of the group. Cannot be changed. */
  readonly type: AccountGroupType;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** The arguments of `AccountGroup.customers`. */
export interface AccountGroupCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** Returns only customers that match this filter. */
  readonly filter?: CustomerFilter | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** A page of a list of AccountGroup objects. */
export interface AccountGroupConnection {
  readonly __typename?: 'AccountGroupConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<AccountGroupEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<AccountGroup>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new group of customers. */
export interface AccountGroupCreateInput {
  /** Whether orders of the members earn commission; `COMMISSION_APPLIED` if absent or null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** Free text about the group; an empty string counts as null. At most 2,000 characters. */
  readonly description?: string | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether the members pay freight; `BILLED_FREIGHT` if absent or null. */
  readonly freightPolicy?: FreightPolicy | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the group, unique within the account. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** The purpose of the group. Cannot be changed later. */
  readonly type: AccountGroupType;
}

/** An item of a page of AccountGroup objects, with its cursor. */
export interface AccountGroupEdge {
  readonly __typename?: 'AccountGroupEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: AccountGroup;
}

/** An account group, with the number of customers in it. */
export interface AccountGroupFacet {
  readonly __typename?: 'AccountGroupFacet';
  /** The number of customers in the list that have the value. */
  readonly count: number;
  /** The group. */
  readonly value: AccountGroup;
}

/** The result of a mutation. The group as it is now; null if there are errors. */
export interface AccountGroupPayload {
  readonly __typename?: 'AccountGroupPayload';
  /** The group as it is now; null if there are errors. */
  readonly accountGroup: AccountGroup | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The purpose of an account group. Cannot be changed. */
export type AccountGroupType =
  /** A group whose members pricing rules apply to; a customer can be in many. */
  | 'PRICING_GROUP'
  /** A kind of customer; a customer is in at most one. */
  | 'TYPE_GROUP';

/** A change of a group of customers. Absent fields keep their value, null clears. The type cannot be changed. */
export interface AccountGroupUpdateInput {
  /** Whether orders of the members earn commission; effective immediately for all members. Cannot be null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** Free text about the group; an empty string counts as null. At most 2,000 characters. */
  readonly description?: string | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether the members pay freight; effective immediately for all members. Cannot be null. */
  readonly freightPolicy?: FreightPolicy | null;
  /** The id of the group. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the group, unique within the account. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
}

/** A person as a user of the account, such as a sales rep. It comes from the sales system. */
export interface AccountUser {
  readonly __typename?: 'AccountUser';
  /** The time when the user was added to the account. */
  readonly createdAt: DateTime;
  /** The department of the user; null if none. */
  readonly department: Department | null;
  /** The email address of the person, as in `user`. */
  readonly email: string | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The URL of the person’s picture, as in `user`. */
  readonly imageUrl: string | null;
  /** The time when the user last used the account; null if never. */
  readonly lastUsedAt: DateTime | null;
  /** The full name of the person, as in `user`. */
  readonly name: string | null;
  /** The role of the user in the sales system; null if none. */
  readonly role: Role | null;
  /** The access of the user to the account. */
  readonly status: AccountUserStatus;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
  /** The person. */
  readonly user: User | null;
  /** The sign-in name of the person, as in `user`. */
  readonly username: string | null;
}

/** A page of a list of AccountUser objects. */
export interface AccountUserConnection {
  readonly __typename?: 'AccountUserConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<AccountUserEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<AccountUser>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of AccountUser objects, with its cursor. */
export interface AccountUserEdge {
  readonly __typename?: 'AccountUserEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: AccountUser;
}

/** An account user, with the number of customers that have this user as sales rep. */
export interface AccountUserFacet {
  readonly __typename?: 'AccountUserFacet';
  /** The number of customers in the list that have the value. */
  readonly count: number;
  /** The account user. */
  readonly value: AccountUser;
}

/** A key that identifies an account user. Exactly one field is given. If nothing matches, the error is `NOT_FOUND`. */
export type AccountUserIdentifier =
  /** The email address of the user. An exact match is preferred to one that differs only in case; if more than one user is left, the error is `AMBIGUOUS`. Leading and trailing whitespace is trimmed. */
  | { readonly email: string; readonly id?: never; readonly source?: never }
  /** The id of the account user, not of its `User`. */
  | { readonly email?: never; readonly id: string; readonly source?: never }
  /** A record in a source system. Only customers are linked to source records, so this matches nothing and the error is always `NOT_FOUND`. */
  | { readonly email?: never; readonly id?: never; readonly source: SourceRecordInput };

/** The access of a person to the account. */
export type AccountUserStatus =
  /** The person can use the account. */
  | 'ACTIVE'
  /** The person is locked out of the account. */
  | 'DISABLED'
  /** The person was removed from the account; the record stays. */
  | 'REMOVED';

/** The author of a change. */
export interface Actor {
  readonly __typename?: 'Actor';
  /** The account user; null unless `type` is `ACCOUNT_USER`, and if the user no longer exists. */
  readonly accountUser: AccountUser | null;
  /** The name of the person, of the service (the name of its API key or the subject of its token), or of the source system; null if unknown. */
  readonly name: string | null;
  /** The kind of the actor. */
  readonly type: ActorType;
}

/** The kind of an actor. */
export type ActorType =
  /** A person: a user of the account. */
  | 'ACCOUNT_USER'
  /** A program that signs in with an API key, or with a token for a service. */
  | 'SERVICE'
  /** A source system that the change was imported from. */
  | 'SOURCE';

/** A shipping or billing address of a customer. It comes from the sales system, the warehouse or the shop’s address book. */
export interface Address {
  readonly __typename?: 'Address';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The email address of the address; null if unknown. */
  readonly email: string | null;
  /** The street, city and country; null if only a name is known. */
  readonly geolocation: Geolocation | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the address, often the company at it. */
  readonly name: string;
  /** The phone number of the address, as entered; null if unknown. */
  readonly phone: string | null;
  /** The type of the address. */
  readonly type: AddressType;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** A page of a list of Address objects. */
export interface AddressConnection {
  readonly __typename?: 'AddressConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<AddressEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Address>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of Address objects, with its cursor. */
export interface AddressEdge {
  readonly __typename?: 'AddressEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Address;
}

/** The conditions that a single address must match. Absent or null fields do not restrict. In an address without geolocation, all four strings are missing. */
export interface AddressFilter {
  /** Matches addresses by the ISO 3166-1 alpha-2 code of their country: `US`. */
  readonly country?: StringFilter | null;
  /** Matches addresses by their city or town, `Geolocation.locality`. */
  readonly locality?: StringFilter | null;
  /** Matches addresses by their ZIP or postal code. */
  readonly postalCode?: StringFilter | null;
  /** Matches addresses by their state or province, in the abbreviation used in the country. */
  readonly state?: StringFilter | null;
}

/** An address. Empty strings count as null. For an existing address, absent fields keep their value and null clears. */
export interface AddressInput {
  /** The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`. */
  readonly country: string;
  /** The email address of the address. At most 254 characters. */
  readonly email?: string | null;
  /** The city or town. At most 100 characters. */
  readonly locality?: string | null;
  /** The name of the address, often the company at it. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** The phone number of the address, stored as given. At most 64 characters. */
  readonly phone?: string | null;
  /** The ZIP or postal code. At most 32 characters. */
  readonly postalCode?: string | null;
  /** The state or province, in the abbreviation used in the country: `IL`. At most 100 characters. */
  readonly state?: string | null;
  /** The street and number. At most 255 characters. */
  readonly streetLine1?: string | null;
  /** The suite, floor or building. At most 255 characters. */
  readonly streetLine2?: string | null;
  /** The type of the address. */
  readonly type?: AddressType | null;
}

/** The result of a mutation. The address as it is now; null if there are errors. */
export interface AddressPayload {
  readonly __typename?: 'AddressPayload';
  /** The address as it is now; null if there are errors. */
  readonly address: Address | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The type of the address. */
export type AddressType =
  /** An address of a third party or an end customer, for direct shipments. */
  | 'DROP_SHIP'
  /** An address of the customer, for shipping or billing. */
  | 'STANDARD';

/** A file that belongs to a customer. From Commerce Layer. */
export interface Attachment {
  readonly __typename?: 'Attachment';
  /** The time when the file was attached. */
  readonly createdAt: DateTime;
  /** The description of the file; null if there is none. */
  readonly description: string | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  /** The URL of the file; null if it is not online. */
  readonly url: string | null;
}

/** A page of a list of Attachment objects. */
export interface AttachmentConnection {
  readonly __typename?: 'AttachmentConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<AttachmentEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Attachment>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of Attachment objects, with its cursor. */
export interface AttachmentEdge {
  readonly __typename?: 'AttachmentEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Attachment;
}

/** A shipping carrier. It comes from the sales system. */
export interface Carrier {
  readonly __typename?: 'Carrier';
  /** The account number at the carrier; null if none is set. */
  readonly accountNumber: string | null;
  /** The code of the known carrier; null for a custom carrier. */
  readonly code: CarrierCode | null;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** Whether customers can see and select it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** The time when the carrier was deleted; null if it can be selected. Customers that have a deleted carrier keep it. */
  readonly deletedAt: DateTime | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the carrier, unique among the account’s carriers. */
  readonly name: string;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The service levels that the carrier offers to the account, newest first. */
  readonly serviceLevels: ServiceLevelConnection;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** The arguments of `Carrier.serviceLevels`. */
export interface CarrierServiceLevelsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The party that pays the carrier. */
export type CarrierBillingType =
  /** The account, as the sender. */
  | 'SENDER'
  /** A third party, by its `billingAccount`. */
  | 'THIRD_PARTY';

/** A carrier that the system knows. `FEDEX`, `UPS` and `USPS` have live rates and labels. */
export type CarrierCode =
  /** Delivery with the account’s own vehicles. */
  | 'DELIVERY'
  /** FedEx, integrated. */
  | 'FEDEX'
  /** Freight that the receiver arranges and pays. */
  | 'FREIGHT_COLLECT'
  /** A less-than-truckload freight carrier. */
  | 'LTL'
  /** A second less-than-truckload freight carrier. */
  | 'LTL1'
  /** UPS, integrated; requires an account number. */
  | 'UPS'
  /** United States Postal Service, integrated; requires an account number. */
  | 'USPS'
  /** Pickup by the customer; nothing is shipped. */
  | 'WILL_CALL';

/** A page of a list of Carrier objects. */
export interface CarrierConnection {
  readonly __typename?: 'CarrierConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CarrierEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Carrier>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new carrier, owned by the account. */
export interface CarrierCreateInput {
  /** The account number at the carrier; required for `UPS` and `USPS`. At most 64 characters. */
  readonly accountNumber?: string | null;
  /** The code of the known carrier; absent or null for a custom carrier. Cannot be changed later. */
  readonly code?: CarrierCode | null;
  /** Whether customers can see and select it in the customer portal; `VISIBLE` if absent or null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the carrier, unique among the account’s carriers that are not deleted. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
}

/** An item of a page of Carrier objects, with its cursor. */
export interface CarrierEdge {
  readonly __typename?: 'CarrierEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Carrier;
}

/** A carrier, with the number of customers that have it as default. */
export interface CarrierFacet {
  readonly __typename?: 'CarrierFacet';
  /** The number of customers in the list that have the value. */
  readonly count: number;
  /** The carrier, which may be deleted. */
  readonly value: Carrier;
}

/** The result of a mutation. The carrier as it is now; null if there are errors. */
export interface CarrierPayload {
  readonly __typename?: 'CarrierPayload';
  /** The carrier as it is now; null if there are errors. */
  readonly carrier: Carrier | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a carrier. Absent fields keep their value, null clears. */
export interface CarrierUpdateInput {
  /** The account number at the carrier; required for `UPS` and `USPS`. At most 64 characters. */
  readonly accountNumber?: string | null;
  /** Whether customers can see and select it in the customer portal. Cannot be null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The id of the carrier. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the carrier, unique among the account’s carriers that are not deleted. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
}

/** Whether sales commission is calculated on orders. */
export type CommissionPolicy =
  /** Commission is calculated on the orders. */
  | 'COMMISSION_APPLIED'
  /** The orders are exempt from commission. */
  | 'COMMISSION_EXEMPT';

/** A quantity in another unit. */
export interface ConvertedQuantity {
  readonly __typename?: 'ConvertedQuantity';
  /** The formatted value with its unit: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to the number of digits of its currency; other values lose only trailing zeros. */
  readonly displayValue: string;
  /** Whether the value is exact. False if the exact value has no finite decimal or more than 30 digits after the decimal point, and was rounded half to even. */
  readonly exact: boolean;
  /** The requested unit. */
  readonly unit: Unit;
  /** The amount in the other unit, with up to 30 digits after the decimal point. */
  readonly value: Decimal;
}

/** A count with its precision. */
export interface Count {
  readonly __typename?: 'Count';
  /** Whether the value is exact. */
  readonly precision: CountPrecision;
  /** The count; at most the cap. */
  readonly value: number;
}

/** The precision of a count. */
export type CountPrecision =
  /** There are more than the value: counting stopped at the cap. */
  | 'AT_LEAST'
  /** The value is exact. */
  | 'EXACT';

/** A business customer: one record that combines the data of the sales system (Augno), the warehouse (InventoryPro) and the shop (Commerce Layer). */
export interface Customer {
  readonly __typename?: 'Customer';
  /** Whether the customer is active. False if it is discontinued; its history stays. From the warehouse. */
  readonly active: boolean;
  /** All addresses, newest first. */
  readonly addresses: AddressConnection;
  /** The files of the customer, newest first. */
  readonly attachments: AttachmentConnection;
  /** The default billing address, one of `addresses`; null if none is set. */
  readonly billToAddress: Address | null;
  /** The child customers, newest first unless `orderBy` is given; empty unless `relationshipType` is `PARENT`. */
  readonly childAccounts: CustomerConnection;
  /** The customer’s own commission policy; `effectivePolicies` includes the policies of its groups. It comes from the sales system. */
  readonly commissionPolicy: CommissionPolicy;
  /** The contact information of the customer; null if nothing is known. */
  readonly contactInfo: CustomerContactInfo | null;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The credit limit of the customer; null if none is set. It comes from the sales system. */
  readonly creditLimit: Quantity | null;
  /** The customer group of the shop; null if there is none. */
  readonly customerGroup: CustomerGroup | null;
  /** The defaults for new orders of the customer; null if none is set. */
  readonly defaults: CustomerDefaults | null;
  /** The time when the customer was discontinued; null if it is active. */
  readonly discontinuedAt: DateTime | null;
  /** Whether orders and documents are exchanged by EDI. It comes from the sales system. */
  readonly ediStatus: EdiStatus;
  /** The policies of the customer, including the policies of its groups, with the origin of each. */
  readonly effectivePolicies: EffectivePolicies;
  /** Change history, newest first. */
  readonly events: CustomerEventConnection;
  /** The shipping and freight billing preferences of the customer. Never null in this gateway. */
  readonly freightPreferences: CustomerFreightPreferences | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** Additional data with custom keys; `{}` if there is none. */
  readonly metadata: JSONObject;
  /** The shop environment of the customer. */
  readonly mode: Mode;
  /** The name of the business, as on documents. */
  readonly name: string;
  /** Free text about the customer; null if there is none. */
  readonly note: string | null;
  /** The notification preferences of the customer. Never null in this gateway. */
  readonly notificationPreferences: CustomerNotificationPreferences | null;
  /** The customer number that people use; unique within the account. Assigned by the gateway unless given. */
  readonly number: string;
  /** The parent customer; null unless `relationshipType` is `CHILD`. */
  readonly parentAccount: Customer | null;
  /** The price groups of the customer: groups of type `PRICING_GROUP`, newest first. */
  readonly priceGroups: AccountGroupConnection;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. Null if there is none. From Commerce Layer. */
  readonly reference: string | null;
  /** The system that `reference` is from; null if not set. */
  readonly referenceOrigin: string | null;
  /** The position of the customer in the hierarchy, derived from `parentAccount` and `childAccounts`. */
  readonly relationshipType: RelationshipType;
  /** The default shipping address, one of `addresses`; null if none is set. */
  readonly shipToAddress: Address | null;
  /** The shop’s data of the customer; null if it has no sign-in in the shop. */
  readonly shopper: Shopper | null;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. Null if it has none. */
  readonly shortId: string | null;
  /** The records in source systems that are linked to the customer, ordered by system and id. A customer has at most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The status of the customer: normal, preferred or on hold. It comes from the sales system. */
  readonly status: CustomerStatus;
  /** The tags of the customer, newest first. At most 10. */
  readonly tags: TagConnection;
  /** The type of the customer: a group of type `TYPE_GROUP`; null if none is set. */
  readonly type: AccountGroup | null;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
  /** The version of the customer. It grows by one with every change; `ifVersion` is compared with it. */
  readonly version: number;
}

/** The arguments of `Customer.addresses`. */
export interface CustomerAddressesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.attachments`. */
export interface CustomerAttachmentsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.childAccounts`. */
export interface CustomerChildAccountsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** Returns only customers that match this filter. */
  readonly filter?: CustomerFilter | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** The arguments of `Customer.events`. */
export interface CustomerEventsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.priceGroups`. */
export interface CustomerPriceGroupsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.tags`. */
export interface CustomerTagsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** A new address of a customer. */
export interface CustomerAddressCreateInput {
  /** The address to create. */
  readonly address: AddressInput;
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
}

/** The address to delete. */
export interface CustomerAddressDeleteInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The id of the address. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
}

/** A change of an address. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null. */
export interface CustomerAddressUpdateInput {
  /** The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`. Cannot be null; required when a location field is given for an address without a location. */
  readonly country?: string | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The email address of the address. At most 254 characters. */
  readonly email?: string | null;
  /** The id of the address. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The city or town. At most 100 characters. */
  readonly locality?: string | null;
  /** The name of the address, often the company at it. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
  /** The phone number of the address, stored as given. At most 64 characters. */
  readonly phone?: string | null;
  /** The ZIP or postal code. At most 32 characters. */
  readonly postalCode?: string | null;
  /** The state or province, in the abbreviation used in the country: `IL`. At most 100 characters. */
  readonly state?: string | null;
  /** The street and number. At most 255 characters. */
  readonly streetLine1?: string | null;
  /** The suite, floor or building. At most 255 characters. */
  readonly streetLine2?: string | null;
  /** The type of the address. Cannot be null. */
  readonly type?: AddressType | null;
}

/** A change of a customer. Changes have a fixed order, the order in which the account’s changes were committed. */
export interface CustomerChange {
  readonly __typename?: 'CustomerChange';
  /** The kind of the change. `MERGE` means that other customers were merged into the customer, or the customer into another. */
  readonly action: CustomerEventAction;
  /** The author of the change; null if unknown, as for changes of callers without sign-in. */
  readonly actor: Actor | null;
  /** All changed fields; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The opaque position of the change among the account’s changes, for `after` and `before` of `customerChanges` and `after` of `customerChanged`, with any `ids` and `filter`. */
  readonly cursor: string;
  /** The customer as it is now, not as it was after the change; null if it was deleted or merged into another customer. */
  readonly customer: Customer | null;
  /** The id of the changed customer, also if it has been deleted or merged since. */
  readonly customerId: string;
  /** The customer that this customer was merged into, as it is now; null if it was not merged. */
  readonly mergedInto: Customer | null;
  /** The time of the change. Clocks can differ: the order of changes is the order of their cursors, not of this time. */
  readonly occurredAt: DateTime;
}

/** A page of a list of CustomerChange objects. */
export interface CustomerChangeConnection {
  readonly __typename?: 'CustomerChangeConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerChangeEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerChange>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of CustomerChange objects, with its cursor. */
export interface CustomerChangeEdge {
  readonly __typename?: 'CustomerChangeEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: CustomerChange;
}

/** The conditions that changes must match; all given fields must match. The filter compares the change itself, not the current customer, so that the same change always gives the same result. */
export interface CustomerChangeFilter {
  /** Matches changes of one of these kinds: at most 250. */
  readonly actions?: ReadonlyArray<CustomerEventAction> | null;
  /** Matches changes of one of these fields, as in `FieldChange.field`: at most 250. */
  readonly fields?: ReadonlyArray<CustomerField> | null;
}

/** A page of a list of customers. */
export interface CustomerConnection {
  readonly __typename?: 'CustomerConnection';
  /** The number of customers in the list, at a lower cost than `totalCount`. Never counts past `cap`; `precision` says whether the value is exact. */
  readonly count: Count;
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  /** The number of customers in the list by status, type, carrier and other dimensions. Each facet is counted only when selected. */
  readonly facets: CustomerFacets;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Customer>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of customers in the list under its query and filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** The arguments of `CustomerConnection.count`. */
export interface CustomerConnectionCountArgs {
  /** Stops counting at this number: 1 to 1000000; 10,000 if null. */
  readonly cap?: number | null;
}

/** The contact information of a customer. It comes from the sales system; name and fax from the warehouse. */
export interface CustomerContactInfo {
  readonly __typename?: 'CustomerContactInfo';
  /** The email address; null if unknown. */
  readonly email: string | null;
  /** The fax number, as entered; null if unknown. */
  readonly fax: string | null;
  /** The name of the contact person; null if unknown. */
  readonly name: string | null;
  /** The phone number, as entered; null if unknown. */
  readonly phone: string | null;
  /** The website URL; null if unknown. */
  readonly url: string | null;
}

/** The contact information of a customer. Absent fields keep their value; null or an empty string clears. */
export interface CustomerContactInfoInput {
  /** The email address. At most 254 characters. */
  readonly email?: string | null;
  /** The fax number, stored as given. At most 64 characters. */
  readonly fax?: string | null;
  /** The name of the contact person. At most 255 characters. */
  readonly name?: string | null;
  /** The phone number, stored as given. At most 64 characters. */
  readonly phone?: string | null;
  /** The URL of the website, with `http://` or `https://`. At most 2,048 characters. */
  readonly url?: string | null;
}

/** A new customer. Absent or null fields get their defaults. Strings are trimmed, and empty strings count as null. */
export interface CustomerCreateInput {
  /** The default billing address, created together with the customer. */
  readonly billToAddress?: AddressInput | null;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The customer group of the shop. */
  readonly customerGroup?: ReferenceDataIdentifier | null;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: EdiStatus | null;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: string | null;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** The customer number that people use; unique within the account. At most 64 characters. The next free number (`C-000001`) if absent, null or empty. */
  readonly number?: string | null;
  /** The parent: a customer that has no parent and is not discontinued. */
  readonly parent?: CustomerIdentifier | null;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: ReadonlyArray<ReferenceDataIdentifier> | null;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. At most 255 characters. */
  readonly reference?: string | null;
  /** The system that `reference` is from; allowed only if there is a reference. At most 64 characters. */
  readonly referenceOrigin?: string | null;
  /** The default shipping address, created together with the customer. */
  readonly shipToAddress?: AddressInput | null;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: ShopperInput | null;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. At most 64 characters. */
  readonly shortId?: string | null;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: CustomerStatus | null;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: ReadonlyArray<string> | null;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: ReferenceDataIdentifier | null;
}

/** The defaults for new orders of the customer. It comes from the sales system. */
export interface CustomerDefaults {
  readonly __typename?: 'CustomerDefaults';
  /** The default payment term; null if none is set. */
  readonly paymentTerm: PaymentTerm | null;
  /** The default priority; null if none is set. */
  readonly priority: Priority | null;
  /** The default sales rep; null if none is set. */
  readonly salesRep: AccountUser | null;
  /** The default shipping term; null if none is set. */
  readonly shippingTerm: ShippingTerm | null;
}

/** The defaults for new orders of a customer. Absent fields keep their value, null clears. */
export interface CustomerDefaultsInput {
  /** The payment term: an `ACTIVE` one of `paymentTerms`. */
  readonly paymentTerm?: ReferenceDataIdentifier | null;
  /** The urgency of the customer’s orders. */
  readonly priority?: PriorityCode | null;
  /** The sales rep: one of `accountUsers` that is not `REMOVED`. */
  readonly salesRep?: AccountUserIdentifier | null;
  /** The shipping term: one of `shippingTerms`. */
  readonly shippingTerm?: ReferenceDataIdentifier | null;
}

/** A customer of a page, with its cursor. */
export interface CustomerEdge {
  readonly __typename?: 'CustomerEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Customer;
}

/** One change of the customer: who changed what, when. */
export interface CustomerEvent {
  readonly __typename?: 'CustomerEvent';
  /** The kind of the change. */
  readonly action: CustomerEventAction;
  /** The author of the change; null if unknown, as for changes of callers without sign-in. */
  readonly actor: Actor | null;
  /** All changed fields; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The time of the change. */
  readonly occurredAt: DateTime;
}

/** The kind of a change of a customer. */
export type CustomerEventAction =
  /** The customer was created. */
  | 'CREATE'
  /** The customer was deleted. */
  | 'DELETE'
  /** The customer was discontinued. */
  | 'DISCONTINUE'
  /** The customer was imported from a source system. */
  | 'IMPORT'
  /** Other customers were merged into the customer. */
  | 'MERGE'
  /** The customer was reactivated. */
  | 'REACTIVATE'
  /** Fields of the customer, or objects that belong to it, were changed. */
  | 'UPDATE';

/** A page of a list of CustomerEvent objects. */
export interface CustomerEventConnection {
  readonly __typename?: 'CustomerEventConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerEventEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerEvent>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of CustomerEvent objects, with its cursor. */
export interface CustomerEventEdge {
  readonly __typename?: 'CustomerEventEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: CustomerEvent;
}

/** The number of customers per value, for filters with counts. Counts apply the query and filter of the list, except that each facet ignores the filter’s field of its own dimension, so that a count is the result of selecting that value instead (conditions nested in `and`, `or` and `not` always apply). A facet has at most 100 values, most customers first; values selected in the filter are always included, with count 0 if no customer has them. Customers without a value are not counted. */
export interface CustomerFacets {
  readonly __typename?: 'CustomerFacets';
  /** The counts by default carrier. Ignores `filter.carrierIds`. */
  readonly carriers: ReadonlyArray<CarrierFacet>;
  /** The counts by price group; a customer counts in each of its price groups. Ignores `filter.priceGroupIds`. */
  readonly priceGroups: ReadonlyArray<AccountGroupFacet>;
  /** The counts by default sales rep. Ignores `filter.salesRepIds`. */
  readonly salesReps: ReadonlyArray<AccountUserFacet>;
  /** The counts by state or province; a customer counts in each state where it has an address that matches the rest of `filter.address`. States that differ only in case or accents are one value. Ignores `filter.address.state`. */
  readonly states: ReadonlyArray<StringFacet>;
  /** The counts by status. Ignores `filter.statuses`. */
  readonly statuses: ReadonlyArray<CustomerStatusFacet>;
  /** The counts by customer type. Ignores `filter.typeIds`. */
  readonly types: ReadonlyArray<AccountGroupFacet>;
}

/** A field of a customer whose changes are recorded. */
export type CustomerField =
  /** The field `active`. */
  | 'ACTIVE'
  /** The field `addresses`: an address was added, changed or removed. */
  | 'ADDRESSES'
  /** The field `billToAddress`, with the ids of the addresses. */
  | 'BILL_TO_ADDRESS'
  /** The field `commissionPolicy`. */
  | 'COMMISSION_POLICY'
  /** A field of `contactInfo`. */
  | 'CONTACT_INFO'
  /** The field `creditLimit`: its value or its unit. */
  | 'CREDIT_LIMIT'
  /** The field `customerGroup`. */
  | 'CUSTOMER_GROUP'
  /** A field of `defaults`. */
  | 'DEFAULTS'
  /** The field `ediStatus`. */
  | 'EDI_STATUS'
  /** A field of `freightPreferences`. */
  | 'FREIGHT_PREFERENCES'
  /** The id of the customer: it was merged into another customer, or deleted. */
  | 'ID'
  /** The field `metadata`. */
  | 'METADATA'
  /** The field `name`. */
  | 'NAME'
  /** The field `note`. */
  | 'NOTE'
  /** A field of `notificationPreferences`. */
  | 'NOTIFICATION_PREFERENCES'
  /** The field `number`. */
  | 'NUMBER'
  /** A field that this version of the gateway does not know, as during an upgrade. */
  | 'OTHER'
  /** The field `parentAccount`. */
  | 'PARENT'
  /** The field `priceGroups`. */
  | 'PRICE_GROUPS'
  /** The field `reference`. */
  | 'REFERENCE'
  /** The field `referenceOrigin`. */
  | 'REFERENCE_ORIGIN'
  /** The field `shipToAddress`, with the ids of the addresses. */
  | 'SHIP_TO_ADDRESS'
  /** A field of `shopper`, or the password of the shopper. */
  | 'SHOPPER'
  /** The field `shortId`. */
  | 'SHORT_ID'
  /** The field `sources`. */
  | 'SOURCES'
  /** The field `status`. */
  | 'STATUS'
  /** The field `tags`. */
  | 'TAGS'
  /** The field `type`. */
  | 'TYPE';

/** The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict; an empty list or an id that does not exist in the account matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups. */
export interface CustomerFilter {
  /** Matches active customers if true, discontinued customers if false. */
  readonly active?: boolean | null;
  /** Matches customers that have a single address that matches everything given here. */
  readonly address?: AddressFilter | null;
  /** Matches customers that match all of these filters. An empty list does not restrict. */
  readonly and?: ReadonlyArray<CustomerFilter> | null;
  /** Matches customers with one of these default carriers. At most 250 values. */
  readonly carrierIds?: ReadonlyArray<string> | null;
  /** Matches customers whose own commission policy, not the `effectivePolicies` one, is one of these. At most 250 values. */
  readonly commissionPolicies?: ReadonlyArray<CommissionPolicy> | null;
  /** Matches customers created in this range of time. */
  readonly createdAt?: DateTimeRange | null;
  /** Matches customers in one of these customer groups of the shop. At most 250 values. */
  readonly customerGroupIds?: ReadonlyArray<string> | null;
  /** Matches customers with one of these EDI statuses. At most 250 values. */
  readonly ediStatuses?: ReadonlyArray<EdiStatus> | null;
  /** Matches customers whose own freight policy, not the `effectivePolicies` one, is one of these. At most 250 values. */
  readonly freightPolicies?: ReadonlyArray<FreightPolicy> | null;
  /** Matches customers with these ids. At most 250 values. */
  readonly ids?: ReadonlyArray<string> | null;
  /** Matches customers whose mode, test or live, is one of these. At most 250 values. */
  readonly modes?: ReadonlyArray<Mode> | null;
  /** Matches customers that do not match this filter. Customers without a value count as not matching it. */
  readonly not?: CustomerFilter | null;
  /** Matches customers that match at least one of these filters. An empty list matches nothing. */
  readonly or?: ReadonlyArray<CustomerFilter> | null;
  /** Matches customers with or without children. */
  readonly parentAccountStatus?: ParentAccountStatus | null;
  /** Matches customers with one of these default payment terms. At most 250 values. */
  readonly paymentTermIds?: ReadonlyArray<string> | null;
  /** Matches customers in any of these price groups, account groups of type `PRICING_GROUP`. At most 250 values. */
  readonly priceGroupIds?: ReadonlyArray<string> | null;
  /** Matches customers at one of these positions in the hierarchy. At most 250 values. */
  readonly relationshipTypes?: ReadonlyArray<RelationshipType> | null;
  /** Matches customers whose default sales rep is one of these account users. At most 250 values. */
  readonly salesRepIds?: ReadonlyArray<string> | null;
  /** Matches customers with one of these default service levels. At most 250 values. */
  readonly serviceLevelIds?: ReadonlyArray<string> | null;
  /** Matches customers with one of these default shipping terms. At most 250 values. */
  readonly shippingTermIds?: ReadonlyArray<string> | null;
  /** Matches customers with one of these shopper statuses, never those without a shopper. At most 250 values. */
  readonly shopperStatuses?: ReadonlyArray<ShopperStatus> | null;
  /** Matches customers with one of these statuses. At most 250 values. */
  readonly statuses?: ReadonlyArray<CustomerStatus> | null;
  /** Matches customers that have any of these tags, by name. At most 250 values. */
  readonly tags?: ReadonlyArray<string> | null;
  /** Matches customers whose type is one of these account groups of type `TYPE_GROUP`. At most 250 values. */
  readonly typeIds?: ReadonlyArray<string> | null;
  /** Matches customers last changed in this range of time. */
  readonly updatedAt?: DateTimeRange | null;
}

/** The shipping and freight billing preferences of a customer. It comes from the sales system. */
export interface CustomerFreightPreferences {
  readonly __typename?: 'CustomerFreightPreferences';
  /** The third party’s account number with the carrier; null unless `billingType` is `THIRD_PARTY`. */
  readonly billingAccount: string | null;
  /** The party that pays the carrier; null if not set. */
  readonly billingType: CarrierBillingType | null;
  /** The default carrier, which may be deleted; null if none is set. */
  readonly carrier: Carrier | null;
  /** The default service level, one of the carrier’s; null if none is set. */
  readonly serviceLevel: ServiceLevel | null;
  /** The customer’s own freight policy; `Customer.effectivePolicies` includes the policies of its groups. */
  readonly status: FreightPolicy;
}

/** The shipping and freight billing preferences of a customer. Absent fields keep their value, null clears. */
export interface CustomerFreightPreferencesInput {
  /** The third party’s account number with the carrier; required if `billingType` is `THIRD_PARTY`, not allowed otherwise. At most 64 characters. */
  readonly billingAccount?: string | null;
  /** The party that pays the carrier. */
  readonly billingType?: CarrierBillingType | null;
  /** The default carrier, one of `carriers`. A deleted carrier cannot be selected again. */
  readonly carrier?: ReferenceDataIdentifier | null;
  /** The default service level. It must belong to the default carrier, otherwise the error is `WRONG_CARRIER`. */
  readonly serviceLevel?: ServiceLevelIdentifier | null;
  /** The customer’s own freight policy; a new customer gets `BILLED_FREIGHT` by default. Cannot be null. */
  readonly status?: FreightPolicy | null;
}

/** A customer group of the shop, not to be confused with `AccountGroup`. From Commerce Layer. */
export interface CustomerGroup {
  readonly __typename?: 'CustomerGroup';
  /** A short code, unique within the account; null if there is none. */
  readonly code: string | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the group. */
  readonly name: string;
}

/** A key that identifies a customer. Exactly one field is given. */
export type CustomerIdentifier =
  /** The id of the customer. */
  | { readonly id: string; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The customer number, case-sensitive. */
  | { readonly id?: never; readonly number: string; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The key of the customer in another system. */
  | { readonly id?: never; readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The email address for sign-in in the shop; case is ignored. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail: string; readonly shortId?: never; readonly source?: never }
  /** The key of the customer in the warehouse system, case-sensitive. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: string; readonly source?: never }
  /** A record in a source system that is linked to the customer. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: SourceRecordInput };

/** The key to look up a customer by; a customer that is created gets this key. Exactly one field is given. Strings are trimmed. */
export type CustomerKeyInput =
  /** The customer number, case-sensitive. At most 64 characters. */
  | { readonly number: string; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The key of the customer in another system; without an origin, it matches a reference without origin. At most 255 characters. */
  | { readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The email address for sign-in in the shop; case is ignored. A customer that is created gets it as `shopper.email`. If `shopper` is given too, it must have the same email and cannot be null, otherwise the error is `INVALID`. At most 254 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail: string; readonly shortId?: never; readonly source?: never }
  /** The key of the customer in the warehouse system, case-sensitive. At most 64 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: string; readonly source?: never }
  /** A record in a source system. A customer that is created gets it in `sources`; its `seenAt` is updated if the upsert changes the customer, not if the outcome is `UNCHANGED`. Records of merged customers belong to the merge target. At most 255 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: SourceRecordInput };

/** The customers to merge. */
export interface CustomerMergeInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The customers to merge into the target: 1 to 250. A customer that is listed twice, even by different keys, or that is the target is `INVALID`. */
  readonly duplicates: ReadonlyArray<CustomerIdentifier>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The customer that the duplicates are merged into. The error is `DISCONTINUED` if it is discontinued and a duplicate is active. */
  readonly target: CustomerIdentifier;
}

/** The result of a mutation. The target as it is now; null if there are errors. */
export interface CustomerMergePayload {
  readonly __typename?: 'CustomerMergePayload';
  /** The target as it is now; null if there are errors. */
  readonly customer: Customer | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a customer’s metadata. */
export interface CustomerMetadataInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
  /** A JSON merge patch (RFC 7396): null removes a key, objects are merged key by key, all other values, including lists, replace the existing value. The size limit applies to the resulting metadata as a whole. At most 65,536 characters. */
  readonly patch: JSONObject;
}

/** The notification preferences of a customer. It comes from the sales system. */
export interface CustomerNotificationPreferences {
  readonly __typename?: 'CustomerNotificationPreferences';
  /** Whether the customer receives invoices by email. */
  readonly acceptsInvoiceEmails: boolean;
}

/** The notification preferences of a customer. Absent fields keep their value. */
export interface CustomerNotificationPreferencesInput {
  /** Whether the customer receives invoices by email; default false. Cannot be null. */
  readonly acceptsInvoiceEmails?: boolean | null;
}

/** The result of a mutation. The customer as it is now; null if there are errors. With `STALE_VERSION` it is the current customer, so that a client can show both. */
export interface CustomerPayload {
  readonly __typename?: 'CustomerPayload';
  /** The customer as it is now; null if there are errors. With `STALE_VERSION` it is the current customer, so that a client can show both. */
  readonly customer: Customer | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A customer and price groups. */
export interface CustomerPriceGroupsInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
  /** Account groups of type `PRICING_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`: at most 250. Duplicates count once. */
  readonly priceGroups: ReadonlyArray<ReferenceDataIdentifier>;
}

/** The key of a customer in another system. */
export interface CustomerReferenceInput {
  /** The reference, case-sensitive. */
  readonly reference: string;
  /** The system that the reference is from; if absent or null, only a reference without origin matches. */
  readonly referenceOrigin?: string | null;
}

/** A customer and its new parent. */
export interface CustomerSetParentInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
  /** The parent: a customer that has no parent and is not discontinued. Null makes the customer standalone; if absent, the error is `REQUIRED`. */
  readonly parent?: CustomerIdentifier | null;
}

/** A sort key for customers. */
export interface CustomerSort {
  /** The sort direction. */
  readonly direction?: SortDirection | null;
  /** The field to order by. */
  readonly field: CustomerSortField;
}

/** The fields that customers can be ordered by. */
export type CustomerSortField =
  /** The creation time. */
  | 'CREATED_AT'
  /** The value of the credit limit, regardless of its unit; null without a limit. */
  | 'CREDIT_LIMIT'
  /** The name, compared by code point: upper case before lower case, accented letters last. */
  | 'NAME'
  /** The number, compared by code point: "10" before "9". */
  | 'NUMBER'
  /** The status: normal, preferred, hold shipment, hold all. */
  | 'STATUS'
  /** The shopper’s number of orders; null without a shopper. */
  | 'TOTAL_ORDERS_COUNT'
  /** The time of the last change. */
  | 'UPDATED_AT';

/** The status of a customer. Holds flag orders for review by a person; they do not reject them. */
export type CustomerStatus =
  /** Everything is on hold. */
  | 'HOLD_ALL'
  /** Orders are accepted, shipments are on hold. */
  | 'HOLD_SHIPMENT'
  /** No restrictions. */
  | 'NORMAL'
  /** No restrictions, and marked as preferred. */
  | 'PREFERRED';

/** A status, with the number of customers that have it. */
export interface CustomerStatusFacet {
  readonly __typename?: 'CustomerStatusFacet';
  /** The number of customers in the list that have the value. */
  readonly count: number;
  /** The status. */
  readonly value: CustomerStatus;
}

/** A subscription to email news. From Commerce Layer. */
export interface CustomerSubscription {
  readonly __typename?: 'CustomerSubscription';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The email address that receives the news. */
  readonly customerEmail: string;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The key of the subscription in another system; null if there is none. */
  readonly reference: string | null;
}

/** A page of a list of CustomerSubscription objects. */
export interface CustomerSubscriptionConnection {
  readonly __typename?: 'CustomerSubscriptionConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerSubscriptionEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerSubscription>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of CustomerSubscription objects, with its cursor. */
export interface CustomerSubscriptionEdge {
  readonly __typename?: 'CustomerSubscriptionEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: CustomerSubscription;
}

/** A customer and tags. */
export interface CustomerTagsInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
  /** The tags: each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. Duplicates count once. */
  readonly tags: ReadonlyArray<string>;
}

/** A change of a customer. Absent fields keep their value, null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null. */
export interface CustomerUpdateInput {
  /** The id of the default billing address: one of the customer’s `addresses`. */
  readonly billToAddressId?: string | null;
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The customer group of the shop. */
  readonly customerGroup?: ReferenceDataIdentifier | null;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: EdiStatus | null;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: string | null;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** The customer number that people use; unique within the account. At most 64 characters. Cannot be null. */
  readonly number?: string | null;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: ReadonlyArray<ReferenceDataIdentifier> | null;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. At most 255 characters. */
  readonly reference?: string | null;
  /** The system that `reference` is from; allowed only if there is a reference. At most 64 characters. */
  readonly referenceOrigin?: string | null;
  /** The id of the default shipping address: one of the customer’s `addresses`. */
  readonly shipToAddressId?: string | null;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: ShopperInput | null;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. At most 64 characters. */
  readonly shortId?: string | null;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: CustomerStatus | null;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: ReadonlyArray<string> | null;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: ReferenceDataIdentifier | null;
}

/** A customer, identified by a key, with its new values. Absent fields keep their value (or get their default if the customer is created), null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null. */
export interface CustomerUpsertInput {
  /** The default billing address: updated if the customer has one (absent fields keep their value, but an absent `type` is `STANDARD`), created otherwise. Null unsets it; the address stays in `addresses`. */
  readonly billToAddress?: AddressInput | null;
  /** The key of the customer. The customer that has it is updated; if there is none, a customer is created. */
  readonly by: CustomerKeyInput;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The customer group of the shop. */
  readonly customerGroup?: ReferenceDataIdentifier | null;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: EdiStatus | null;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. Required if the customer is created. Cannot be null. */
  readonly name?: string | null;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: string | null;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** The parent: a customer that has no parent and is not discontinued; in `customersUpsert`, also one that an earlier item creates. Null makes the customer standalone. */
  readonly parent?: CustomerIdentifier | null;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: ReadonlyArray<ReferenceDataIdentifier> | null;
  /** Whether to reactivate the customer if it is discontinued. If false or null, it is updated and stays discontinued. */
  readonly reactivate?: boolean | null;
  /** The default shipping address: updated if the customer has one (absent fields keep their value, but an absent `type` is `STANDARD`), created otherwise. Null unsets it; the address stays in `addresses`. */
  readonly shipToAddress?: AddressInput | null;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: ShopperInput | null;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: CustomerStatus | null;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: ReadonlyArray<string> | null;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: ReferenceDataIdentifier | null;
}

/** The result of an upsert. */
export interface CustomerUpsertPayload {
  readonly __typename?: 'CustomerUpsertPayload';
  /** The customer as it is now; null if there are errors. */
  readonly customer: Customer | null;
  /** The outcome of the upsert; null if there are errors. */
  readonly outcome: UpsertOutcome | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A customer and its expected version. */
export interface CustomerVersionInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: number | null;
}

/** The upserts of one call. With `idempotencyKey`, repeating the call returns the same results. `dryRun` applies to all items. */
export interface CustomersUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The upserts: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. Each can have its own `idempotencyKey`, shared with `customerUpsert`. An item whose `dryRun` differs from that of the call is `INVALID`. */
  readonly items: ReadonlyArray<CustomerUpsertInput>;
}

/** The results of the upserts of a call. */
export interface CustomersUpsertPayload {
  readonly __typename?: 'CustomersUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CustomerUpsertPayload>;
}

/** RFC 3339 timestamp. Returned in UTC with milliseconds (`2024-11-02T14:22:00.000Z`); accepted with any offset (`2024-11-02T16:22:00+02:00`). */
export type DateTime = string;

/** A range of time. Both bounds are inclusive; an absent or null bound is open. */
export interface DateTimeRange {
  /** The start of the range. */
  readonly from?: DateTime | null;
  /** The end of the range. */
  readonly to?: DateTime | null;
}

/** Exact decimal as a string of plain digits (`"1234.56"`): at most 35 before the decimal point and 30 after it, no exponent, no trailing zeros. Never a float. */
export type Decimal = string;

/** The object to delete. */
export interface DeleteInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The id of the object to delete. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
}

/** The result of a deletion. */
export interface DeletePayload {
  readonly __typename?: 'DeletePayload';
  /** The id of the deleted object; null if there are errors. */
  readonly deletedId: string | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A department of the account’s company. It comes from the sales system. */
export interface Department {
  readonly __typename?: 'Department';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the department, unique within the account. */
  readonly name: string;
  /** Free text about the department; null if there is none. */
  readonly notes: string | null;
}

/** Whether orders and documents are exchanged by EDI (Electronic Data Interchange). */
export type EdiStatus =
  /** EDI is not used. */
  | 'DISABLED'
  /** Orders and documents are exchanged by EDI. */
  | 'ENABLED';

/** The commission policy of the customer, including the policies of its groups. */
export interface EffectiveCommissionPolicy {
  readonly __typename?: 'EffectiveCommissionPolicy';
  /** The origin of the value: the first of customer, type and price groups that grants the exemption; the customer if none does. */
  readonly source: PolicySource;
  /** The policy: `COMMISSION_EXEMPT` if the customer, its type or any of its price groups is exempt. */
  readonly value: CommissionPolicy;
  /** The group that the value comes from; of several price groups the first by name. Null if it is the customer’s own policy. */
  readonly via: AccountGroup | null;
}

/** The freight policy of the customer, including the policies of its groups but not its shipping term. */
export interface EffectiveFreightPolicy {
  readonly __typename?: 'EffectiveFreightPolicy';
  /** The origin of the value: the first of customer, type and price groups that grants the exemption; the customer if none does. */
  readonly source: PolicySource;
  /** The policy: `FREE_FREIGHT` if the customer, its type or any of its price groups has free freight. */
  readonly value: FreightPolicy;
  /** The group that the value comes from; of several price groups the first by name. Null if it is the customer’s own policy. */
  readonly via: AccountGroup | null;
}

/** The policies of a customer, including the policies of its groups. */
export interface EffectivePolicies {
  readonly __typename?: 'EffectivePolicies';
  /** Whether orders of the customer earn commission. */
  readonly commission: EffectiveCommissionPolicy;
  /** Whether the customer pays freight. */
  readonly freight: EffectiveFreightPolicy;
}

/** The old and the new value of a field. */
export interface FieldChange {
  readonly __typename?: 'FieldChange';
  /** The changed field of the customer. */
  readonly field: CustomerField;
  /** The new value as a string; null if it is null, and always for `shopper.password`. */
  readonly newValue: string | null;
  /** The old value as a string; null if it was null, and always for `shopper.password`. */
  readonly oldValue: string | null;
  /** The exact path in `Customer`: `contactInfo.email`. The password of a shopper is `shopper.password`. */
  readonly path: string;
}

/** Whether freight is billed. */
export type FreightPolicy =
  /** Freight is billed, unless another rule makes it free. */
  | 'BILLED_FREIGHT'
  /** Freight is not billed. */
  | 'FREE_FREIGHT';

/** The location of an address. An update of the address can replace it with a new one, with a new id. It comes from the sales system or the flat address of the warehouse. */
export interface Geolocation {
  readonly __typename?: 'Geolocation';
  /** The ISO 3166-1 alpha-2 code of the country: `US`. */
  readonly country: string;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The city or town; null if unknown. */
  readonly locality: string | null;
  /** The ZIP or postal code; null if unknown. */
  readonly postalCode: string | null;
  /** The state or province, in the abbreviation used in the country: `IL`; null if there is none. */
  readonly state: string | null;
  /** The street and number; null if unknown. */
  readonly streetLine1: string | null;
  /** The suite, floor or building; null if there is none. */
  readonly streetLine2: string | null;
}

/** A JSON object with arbitrary content. */
export type JSONObject = { readonly [key: string]: unknown };

/** The shop environment of a customer. */
export type Mode =
  /** The live shop. */
  | 'LIVE'
  /** The test environment. */
  | 'TEST';

/** An amount of money in the shop. From Commerce Layer. */
export interface Money {
  readonly __typename?: 'Money';
  /** The exact amount in the main unit of the currency: dollars, not cents. */
  readonly amount: Decimal;
  /** The ISO 4217 code of the currency. */
  readonly currencyCode: string;
  /** The formatted amount, rounded to the number of digits of the currency: `$1,234.56`, `¥1,000`. */
  readonly displayValue: string;
}

/** Mutations, in the viewer’s account. Each mutation is saved completely or not at all; `userErrors` lists all problems with its input. In `customerBulkUpsert` this applies to each upsert. */
export interface Mutation {
  readonly __typename?: 'Mutation';
  /** Creates a group of customers. */
  readonly accountGroupCreate: AccountGroupPayload;
  /** Deletes a group. A `PRICING_GROUP` is first removed from all its customers, each with an event and a new version; a `TYPE_GROUP` that customers have cannot be deleted (`IN_USE`). */
  readonly accountGroupDelete: DeletePayload;
  /** Updates a group of customers. Its policies apply to every member immediately. */
  readonly accountGroupUpdate: AccountGroupPayload;
  /** Creates a carrier. */
  readonly carrierCreate: CarrierPayload;
  /** Deletes a carrier by setting `deletedAt`: customers that have it keep it, and it cannot be selected again. System-owned carriers cannot be deleted (`SYSTEM_OWNED`). */
  readonly carrierDelete: DeletePayload;
  /** Updates a carrier of the account that is not deleted. System-owned carriers cannot be changed (`SYSTEM_OWNED`). */
  readonly carrierUpdate: CarrierPayload;
  /** Creates an address of a customer and increases the customer’s version. `customerUpdate` can make it a default address. */
  readonly customerAddressCreate: AddressPayload;
  /** Deletes an address. A default billing or shipping address of its customer cannot be deleted (`IN_USE`). */
  readonly customerAddressDelete: DeletePayload;
  /** Updates an address and increases the version of its customer. A changed location gets a new `Geolocation` with a new id. An update that changes nothing keeps the version. */
  readonly customerAddressUpdate: AddressPayload;
  /** Creates a customer with its addresses, groups and tags. */
  readonly customerCreate: CustomerPayload;
  /** Discontinues a customer: it stays with its history, but `active` is false. Has no effect if the customer is already discontinued. */
  readonly customerDiscontinue: CustomerPayload;
  /** Merges duplicates of a customer into it. The duplicates’ price groups, tags, addresses (except those equal to an address of the target), children, records in source systems, events, orders, returns, subscriptions, attachments and other objects move to the target. The target keeps its number, name, fields and defaults; a missing short id, reference or shopper (with its password) is taken from the first duplicate that has one, and the duplicates’ order counts are added. The duplicates are deleted; their ids keep resolving, to the target. The error is `LIMIT_EXCEEDED` if the result would have more than 10 tags, 250 price groups or 250 records, and `HIERARCHY_DEPTH` if children of a duplicate would move to a target that has a parent. `dryRun` previews the result. A merge cannot be undone. */
  readonly customerMerge: CustomerMergePayload;
  /** Updates a part of a customer’s metadata with a JSON merge patch (RFC 7396). */
  readonly customerMetadataPatch: CustomerPayload;
  /** Adds price groups to a customer. If it would then have more than 250, nothing is saved and the error is `LIMIT_EXCEEDED`. Groups that it already has are ignored. */
  readonly customerPriceGroupsAdd: CustomerPayload;
  /** Removes price groups from a customer. Has no effect for groups that the customer does not have. */
  readonly customerPriceGroupsRemove: CustomerPayload;
  /** Reactivates a discontinued customer. Has no effect if the customer is already active. */
  readonly customerReactivate: CustomerPayload;
  /** Sets or removes the parent of a customer and updates the relationship types of all customers involved. The hierarchy has two levels: the error is `HIERARCHY_DEPTH` if the customer has children or the parent has a parent, and `HIERARCHY_CYCLE` if the parent is the customer itself or one of its children. */
  readonly customerSetParent: CustomerPayload;
  /** Adds tags to a customer. If it would then have more than 10 tags, nothing is saved and the error is `LIMIT_EXCEEDED`. Tags that it already has are ignored. */
  readonly customerTagsAdd: CustomerPayload;
  /** Removes tags from a customer. Has no effect for tags that the customer does not have. */
  readonly customerTagsRemove: CustomerPayload;
  /** Updates a customer, active or discontinued. An update that changes nothing keeps the version. */
  readonly customerUpdate: CustomerPayload;
  /** Creates or updates the customer with this key. Of several concurrent upserts with the same new key, one creates the customer and the others find it. */
  readonly customerUpsert: CustomerUpsertPayload;
  /** Creates or updates up to 250 customers, in order: each upsert sees the results of the previous ones. An upsert that fails does not stop the others; those that succeed are saved. */
  readonly customersUpsert: CustomersUpsertPayload;
  /** Creates a payment term. */
  readonly paymentTermCreate: PaymentTermPayload;
  /** Deletes a term of the account. A term that customers have cannot be deleted (`IN_USE`), nor can a system-owned term (`SYSTEM_OWNED`). */
  readonly paymentTermDelete: DeletePayload;
  /** Updates a term of the account. System-owned terms cannot be changed (`SYSTEM_OWNED`). */
  readonly paymentTermUpdate: PaymentTermPayload;
  /** Creates a service level of a carrier. */
  readonly serviceLevelCreate: ServiceLevelPayload;
  /** Deletes a service level. A service level that customers or shipping terms have, or that is the default of its carrier, cannot be deleted (`IN_USE`). */
  readonly serviceLevelDelete: DeletePayload;
  /** Updates a service level of the account. System-owned service levels cannot be changed (`SYSTEM_OWNED`). */
  readonly serviceLevelUpdate: ServiceLevelPayload;
  /** Creates a shipping term. */
  readonly shippingTermCreate: ShippingTermPayload;
  /** Deletes a term of the account. A term that customers have cannot be deleted (`IN_USE`), nor can a system-owned term (`SYSTEM_OWNED`). */
  readonly shippingTermDelete: DeletePayload;
  /** Updates a term of the account. System-owned terms cannot be changed (`SYSTEM_OWNED`). */
  readonly shippingTermUpdate: ShippingTermPayload;
  /** Sets a new password with a reset token and invalidates all other reset tokens of the shopper. */
  readonly shopperPasswordReset: ShopperPasswordResetPayload;
  /** Creates a password reset token if the email is registered in the viewer’s account, and writes it to `outbox_messages` for a mailer. Neither the response nor its time shows whether the email is registered. */
  readonly shopperPasswordResetRequest: ShopperPasswordResetRequestPayload;
  /** Sets the password of a shopper and invalidates all reset tokens sent for it. The event records the change, not the password. */
  readonly shopperPasswordSet: CustomerPayload;
  /** Creates a unit of measure. */
  readonly unitCreate: UnitPayload;
}

/** The arguments of `Mutation.accountGroupCreate`. */
export interface MutationAccountGroupCreateArgs {
  /** The group to create. */
  readonly input: AccountGroupCreateInput;
}

/** The arguments of `Mutation.accountGroupDelete`. */
export interface MutationAccountGroupDeleteArgs {
  /** The group to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.accountGroupUpdate`. */
export interface MutationAccountGroupUpdateArgs {
  /** The group and its changes. */
  readonly input: AccountGroupUpdateInput;
}

/** The arguments of `Mutation.carrierCreate`. */
export interface MutationCarrierCreateArgs {
  /** The carrier to create. */
  readonly input: CarrierCreateInput;
}

/** The arguments of `Mutation.carrierDelete`. */
export interface MutationCarrierDeleteArgs {
  /** The carrier to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.carrierUpdate`. */
export interface MutationCarrierUpdateArgs {
  /** The carrier and its changes. */
  readonly input: CarrierUpdateInput;
}

/** The arguments of `Mutation.customerAddressCreate`. */
export interface MutationCustomerAddressCreateArgs {
  /** The customer and the address. */
  readonly input: CustomerAddressCreateInput;
}

/** The arguments of `Mutation.customerAddressDelete`. */
export interface MutationCustomerAddressDeleteArgs {
  /** The address. */
  readonly input: CustomerAddressDeleteInput;
}

/** The arguments of `Mutation.customerAddressUpdate`. */
export interface MutationCustomerAddressUpdateArgs {
  /** The address and its changes. */
  readonly input: CustomerAddressUpdateInput;
}

/** The arguments of `Mutation.customerCreate`. */
export interface MutationCustomerCreateArgs {
  /** The customer to create. */
  readonly input: CustomerCreateInput;
}

/** The arguments of `Mutation.customerDiscontinue`. */
export interface MutationCustomerDiscontinueArgs {
  /** The customer and its version. */
  readonly input: CustomerVersionInput;
}

/** The arguments of `Mutation.customerMerge`. */
export interface MutationCustomerMergeArgs {
  /** The target and the customers to merge into it. */
  readonly input: CustomerMergeInput;
}

/** The arguments of `Mutation.customerMetadataPatch`. */
export interface MutationCustomerMetadataPatchArgs {
  /** The customer and the patch. */
  readonly input: CustomerMetadataInput;
}

/** The arguments of `Mutation.customerPriceGroupsAdd`. */
export interface MutationCustomerPriceGroupsAddArgs {
  /** The customer and the price groups. */
  readonly input: CustomerPriceGroupsInput;
}

/** The arguments of `Mutation.customerPriceGroupsRemove`. */
export interface MutationCustomerPriceGroupsRemoveArgs {
  /** The customer and the price groups. */
  readonly input: CustomerPriceGroupsInput;
}

/** The arguments of `Mutation.customerReactivate`. */
export interface MutationCustomerReactivateArgs {
  /** The customer and its version. */
  readonly input: CustomerVersionInput;
}

/** The arguments of `Mutation.customerSetParent`. */
export interface MutationCustomerSetParentArgs {
  /** The customer and its new parent. */
  readonly input: CustomerSetParentInput;
}

/** The arguments of `Mutation.customerTagsAdd`. */
export interface MutationCustomerTagsAddArgs {
  /** The customer and the tags. */
  readonly input: CustomerTagsInput;
}

/** The arguments of `Mutation.customerTagsRemove`. */
export interface MutationCustomerTagsRemoveArgs {
  /** The customer and the tags. */
  readonly input: CustomerTagsInput;
}

/** The arguments of `Mutation.customerUpdate`. */
export interface MutationCustomerUpdateArgs {
  /** The customer and its changes. */
  readonly input: CustomerUpdateInput;
}

/** The arguments of `Mutation.customerUpsert`. */
export interface MutationCustomerUpsertArgs {
  /** The key of the customer and its new values. */
  readonly input: CustomerUpsertInput;
}

/** The arguments of `Mutation.customersUpsert`. */
export interface MutationCustomersUpsertArgs {
  /** The upserts. */
  readonly input: CustomersUpsertInput;
}

/** The arguments of `Mutation.paymentTermCreate`. */
export interface MutationPaymentTermCreateArgs {
  /** The term to create. */
  readonly input: PaymentTermCreateInput;
}

/** The arguments of `Mutation.paymentTermDelete`. */
export interface MutationPaymentTermDeleteArgs {
  /** The term to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.paymentTermUpdate`. */
export interface MutationPaymentTermUpdateArgs {
  /** The term and its changes. */
  readonly input: PaymentTermUpdateInput;
}

/** The arguments of `Mutation.serviceLevelCreate`. */
export interface MutationServiceLevelCreateArgs {
  /** The service level to create. */
  readonly input: ServiceLevelCreateInput;
}

/** The arguments of `Mutation.serviceLevelDelete`. */
export interface MutationServiceLevelDeleteArgs {
  /** The service level to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.serviceLevelUpdate`. */
export interface MutationServiceLevelUpdateArgs {
  /** The service level and its changes. */
  readonly input: ServiceLevelUpdateInput;
}

/** The arguments of `Mutation.shippingTermCreate`. */
export interface MutationShippingTermCreateArgs {
  /** The term to create. */
  readonly input: ShippingTermCreateInput;
}

/** The arguments of `Mutation.shippingTermDelete`. */
export interface MutationShippingTermDeleteArgs {
  /** The term to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.shippingTermUpdate`. */
export interface MutationShippingTermUpdateArgs {
  /** The term and its changes. */
  readonly input: ShippingTermUpdateInput;
}

/** The arguments of `Mutation.shopperPasswordReset`. */
export interface MutationShopperPasswordResetArgs {
  /** The reset token and the new password. */
  readonly input: ShopperPasswordResetInput;
}

/** The arguments of `Mutation.shopperPasswordResetRequest`. */
export interface MutationShopperPasswordResetRequestArgs {
  /** The shopper who forgot the password. */
  readonly input: ShopperPasswordResetRequestInput;
}

/** The arguments of `Mutation.shopperPasswordSet`. */
export interface MutationShopperPasswordSetArgs {
  /** The customer and the new password. */
  readonly input: ShopperPasswordSetInput;
}

/** The arguments of `Mutation.unitCreate`. */
export interface MutationUnitCreateArgs {
  /** The unit to create. */
  readonly input: UnitCreateInput;
}

/** An object that can be fetched by its id, with `node` or `nodes`. */
export interface Node {
  readonly __typename?: 'Account' | 'AccountGroup' | 'AccountUser' | 'Address' | 'Attachment' | 'Carrier' | 'Customer' | 'CustomerEvent' | 'CustomerGroup' | 'CustomerSubscription' | 'Department' | 'Geolocation' | 'Order' | 'OrderSubscription' | 'PaymentSource' | 'PaymentTerm' | 'Priority' | 'Quantity' | 'Return' | 'Role' | 'ServiceLevel' | 'ShippingTerm' | 'SkuList' | 'Tag' | 'Unit' | 'User';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
}

/** An order or a cart in the shop. From Commerce Layer. */
export interface Order {
  readonly __typename?: 'Order';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The delivery status of the order. */
  readonly fulfillmentStatus: OrderFulfillmentStatus;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The order number that people use; null until it is assigned. */
  readonly number: string | null;
  /** The payment status of the order. */
  readonly paymentStatus: OrderPaymentStatus;
  /** The time when the customer placed the order; null until then. */
  readonly placedAt: DateTime | null;
  /** The status of the order. */
  readonly status: OrderStatus;
  /** The total of the order, including taxes; null until it is known. */
  readonly total: Money | null;
}

/** A page of a list of Order objects. */
export interface OrderConnection {
  readonly __typename?: 'OrderConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Order>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of Order objects, with its cursor. */
export interface OrderEdge {
  readonly __typename?: 'OrderEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Order;
}

/** The delivery status of an order. */
export type OrderFulfillmentStatus =
  /** The whole order is delivered. */
  | 'FULFILLED'
  /** A part of the order is on its way. */
  | 'IN_PROGRESS'
  /** There is nothing to deliver. */
  | 'NOT_REQUIRED'
  /** Not started. */
  | 'UNFULFILLED';

/** The payment status of an order. */
export type OrderPaymentStatus =
  /** The whole amount is authorized. */
  | 'AUTHORIZED'
  /** There is nothing to pay. */
  | 'FREE'
  /** The whole amount is paid. */
  | 'PAID'
  /** A part of the amount is authorized. */
  | 'PARTIALLY_AUTHORIZED'
  /** A part of the amount is paid. */
  | 'PARTIALLY_PAID'
  /** A part of the amount was refunded. */
  | 'PARTIALLY_REFUNDED'
  /** A part of the authorization was voided. */
  | 'PARTIALLY_VOIDED'
  /** The whole amount was refunded. */
  | 'REFUNDED'
  /** Nothing is authorized or paid. */
  | 'UNPAID'
  /** The authorization was voided. */
  | 'VOIDED';

/** The status of an order. */
export type OrderStatus =
  /** Approved; can be paid and fulfilled. */
  | 'APPROVED'
  /** Cancelled. */
  | 'CANCELLED'
  /** New and empty. */
  | 'DRAFT'
  /** Placed, and being changed. */
  | 'EDITING'
  /** A cart: has items and belongs to a customer. */
  | 'PENDING'
  /** Placed by the customer, not yet approved. */
  | 'PLACED'
  /** Being placed. */
  | 'PLACING';

/** A recurring order. From Commerce Layer. */
export interface OrderSubscription {
  readonly __typename?: 'OrderSubscription';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The end time, after `startsAt`; null if it does not end. */
  readonly expiresAt: DateTime | null;
  /** The frequency: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab expression. */
  readonly frequency: string;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The time of the next order; null if none is planned. */
  readonly nextRunAt: DateTime | null;
  /** The subscription number that people use; null until it is assigned. */
  readonly number: string | null;
  /** The start time; null if it starts immediately. */
  readonly startsAt: DateTime | null;
  /** The status of the order subscription. */
  readonly status: OrderSubscriptionStatus;
}

/** A page of a list of OrderSubscription objects. */
export interface OrderSubscriptionConnection {
  readonly __typename?: 'OrderSubscriptionConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<OrderSubscriptionEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<OrderSubscription>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of OrderSubscription objects, with its cursor. */
export interface OrderSubscriptionEdge {
  readonly __typename?: 'OrderSubscriptionEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: OrderSubscription;
}

/** The status of an order subscription. */
export type OrderSubscriptionStatus =
  /** Waiting for its next run. */
  | 'ACTIVE'
  /** Ended permanently. */
  | 'CANCELLED'
  /** Incomplete. */
  | 'DRAFT'
  /** Paused. */
  | 'INACTIVE'
  /** Placing an order. */
  | 'RUNNING';

/** The owner of a setting, such as a carrier, a term or a unit. It comes from the sales system. */
export interface Owner {
  readonly __typename?: 'Owner';
  /** The account that created it; null if the system provides it. */
  readonly account: Account | null;
  /** The kind of owner: the system or an account. */
  readonly type: OwnerType;
}

/** The kind of owner of a setting. */
export type OwnerType =
  /** Created by the account for itself. */
  | 'ACCOUNT'
  /** Provided by the system for all accounts; cannot be changed or deleted. */
  | 'SYSTEM';

/** The position of a page in its list. Both flags are exact in both paging directions. */
export interface PageInfo {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last item of the page; null if the page is empty. */
  readonly endCursor: string | null;
  /** Whether the list has items after the page. */
  readonly hasNextPage: boolean;
  /** Whether the list has items before the page. */
  readonly hasPreviousPage: boolean;
  /** The cursor of the first item of the page; null if the page is empty. */
  readonly startCursor: string | null;
}

/** Whether a customer has children. */
export type ParentAccountStatus =
  /** The customer has no children; it can be a child itself. */
  | 'NON_PARENT'
  /** The customer has children. */
  | 'PARENT';

/** A saved payment method. Its tokens are secret and not stored here. From Commerce Layer. */
export interface PaymentSource {
  readonly __typename?: 'PaymentSource';
  /** The time when the payment source was saved. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name that the customer gave it: `Visa ending in 4242`; null if it has no name. */
  readonly name: string | null;
  /** The type of payment at the payment gateway, such as `stripe_payments`, `paypal_payments` or `wire_transfers`. */
  readonly type: string;
}

/** A page of a list of PaymentSource objects. */
export interface PaymentSourceConnection {
  readonly __typename?: 'PaymentSourceConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<PaymentSourceEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<PaymentSource>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of PaymentSource objects, with its cursor. */
export interface PaymentSourceEdge {
  readonly __typename?: 'PaymentSourceEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: PaymentSource;
}

/** The due date rule of an invoice: `Net 30`. It comes from the sales system. */
export interface PaymentTerm {
  readonly __typename?: 'PaymentTerm';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the term, unique among the payment terms that the account sees. */
  readonly name: string;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** Whether the term can be selected. */
  readonly status: PaymentTermStatus;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** A page of a list of PaymentTerm objects. */
export interface PaymentTermConnection {
  readonly __typename?: 'PaymentTermConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<PaymentTermEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<PaymentTerm>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new payment term, owned by the account. */
export interface PaymentTermCreateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the term, unique among the payment terms of the account and the system. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** Whether the term can be selected; `ACTIVE` if absent or null. */
  readonly status?: PaymentTermStatus | null;
}

/** An item of a page of PaymentTerm objects, with its cursor. */
export interface PaymentTermEdge {
  readonly __typename?: 'PaymentTermEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: PaymentTerm;
}

/** The result of a mutation. The term as it is now; null if there are errors. */
export interface PaymentTermPayload {
  readonly __typename?: 'PaymentTermPayload';
  /** The term as it is now; null if there are errors. */
  readonly paymentTerm: PaymentTerm | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Whether a payment term can be selected. */
export type PaymentTermStatus =
  /** The term can be selected. */
  | 'ACTIVE'
  /** The term can no longer be selected; customers that have it keep it. */
  | 'INACTIVE';

/** A change of a payment term. Absent fields keep their value. */
export interface PaymentTermUpdateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The id of the term. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the term, unique among the payment terms of the account and the system. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
  /** Whether the term can be selected; customers that have it keep it. Cannot be null. */
  readonly status?: PaymentTermStatus | null;
}

/** The origin of a policy. */
export type PolicySource =
  /** The customer’s own field. */
  | 'CUSTOMER'
  /** One of the customer’s price groups. */
  | 'PRICE_GROUP'
  /** The account group that is the customer’s type. */
  | 'TYPE_GROUP';

/** Whether customers see an object at checkout in the customer portal. */
export type PortalVisibility =
  /** Customers cannot see it. */
  | 'HIDDEN'
  /** Customers can see and select it. */
  | 'VISIBLE';

/** The urgency of a customer’s orders. The list is predefined and the same for all accounts. It comes from the sales system. */
export interface Priority {
  readonly __typename?: 'Priority';
  /** The machine-readable code of the priority. */
  readonly code: PriorityCode;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The display name of the priority. */
  readonly name: string;
  /** The owner: always the system. */
  readonly owner: Owner;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** The urgency of an order. */
export type PriorityCode =
  /** Processed before `NORMAL` and `LOW`. */
  | 'HIGH'
  /** Processed after `NORMAL` and `HIGH`. */
  | 'LOW'
  /** The urgency of most orders and picks. */
  | 'NORMAL';

/** An exact amount with its unit, such as a credit limit or a flat rate. It comes from the sales system. */
export interface Quantity {
  readonly __typename?: 'Quantity';
  /** The same quantity in another unit of the same dimension; an error of code `UNIT_DIMENSION_MISMATCH` otherwise. Exact except for one rounding at the end. Currencies convert by the fixed ratios of their units, not by current exchange rates. */
  readonly convert: ConvertedQuantity;
  /** The formatted value with its unit: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to the number of digits of its currency; other values lose only trailing zeros. */
  readonly displayValue: string;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The unit of the amount. */
  readonly unit: Unit | null;
  /** The exact amount, in `unit`. */
  readonly value: Decimal;
}

/** The arguments of `Quantity.convert`. */
export interface QuantityConvertArgs {
  /** The id of the unit to convert to. */
  readonly to: string;
}

/** An exact amount in a unit. */
export interface QuantityInput {
  /** The unit of the amount; `units` lists all units. */
  readonly unit: ReferenceDataIdentifier;
  /** The amount: at most 35 digits before the decimal point and 30 after it. */
  readonly value: Decimal;
}

/** Queries. All data belongs to the viewer’s account or to the system. */
export interface Query {
  readonly __typename?: 'Query';
  /** Resolves entities for a federation router: returns the represented objects in the order of `representations`, with null for each object that does not exist or belongs to another account. Every type that has an id is found by `id`, Customer also by `number` and `shortId`; if several keys are given, the first in this order is used. At most 250. */
  readonly _entities: ReadonlyArray<_Entity | null>;
  /** Returns the subgraph for federation composition. Disabled if introspection is disabled. */
  readonly _service: _Service;
  /** Returns the account’s groups of customers, newest first. */
  readonly accountGroups: AccountGroupConnection;
  /** Returns the users of the account, with any status, newest first. */
  readonly accountUsers: AccountUserConnection;
  /** Returns the carriers that the account can select, its own and the system’s, newest first. Deleted carriers are not included; customers that have one still return it. */
  readonly carriers: CarrierConnection;
  /** Returns a customer by its id or another key; null if it does not exist or belongs to another account. */
  readonly customer: Customer | null;
  /** Returns all changes of the account’s customers in commit order. The list only grows at its end: no change is ever inserted before one that was returned. `customerChanged` can resume after a cursor of this list. */
  readonly customerChanges: CustomerChangeConnection;
  /** Returns the account’s customers, newest first unless `orderBy` is given. Discontinued customers are included; `filter.active` can exclude them. */
  readonly customers: CustomerConnection;
  /** Returns any object by its id; null if it does not exist or belongs to another account. */
  readonly node: Node | null;
  /** Returns objects of any types by their ids, in the order of `ids`, with null for each id that does not exist or belongs to another account. At most 250. */
  readonly nodes: ReadonlyArray<Node | null>;
  /** Returns the payment terms that the account sees, its own and the system’s, active and inactive, newest first. */
  readonly paymentTerms: PaymentTermConnection;
  /** Returns the three priorities of orders, lowest first. */
  readonly priorities: ReadonlyArray<Priority>;
  /** Returns the shipping terms that the account sees, its own and the system’s, newest first. */
  readonly shippingTerms: ShippingTermConnection;
  /** Returns the units of measure that the account can use, its own and the system’s, newest first. */
  readonly units: UnitConnection;
  /** The caller: whose data it sees and what it may do. */
  readonly viewer: Viewer;
}

/** The arguments of `Query._entities`. */
export interface Query_EntitiesArgs {
  /** The representations of the objects: at most 250. */
  readonly representations: ReadonlyArray<_Any>;
}

/** The arguments of `Query.accountGroups`. */
export interface QueryAccountGroupsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
  /** Returns only groups of this type; all groups if absent or null. */
  readonly type?: AccountGroupType | null;
}

/** The arguments of `Query.accountUsers`. */
export interface QueryAccountUsersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.carriers`. */
export interface QueryCarriersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.customer`. */
export interface QueryCustomerArgs {
  /** The customer’s key. */
  readonly by: CustomerIdentifier;
}

/** The arguments of `Query.customerChanges`. */
export interface QueryCustomerChangesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** Returns only changes that match this filter; all changes if absent. */
  readonly filter?: CustomerChangeFilter | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** Returns only changes of these customers: at most 250. A merge is the last change of a merged customer; use the id of the merge target to follow the target. */
  readonly ids?: ReadonlyArray<string> | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.customers`. */
export interface QueryCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** Returns only customers that match this filter. */
  readonly filter?: CustomerFilter | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** The arguments of `Query.node`. */
export interface QueryNodeArgs {
  /** The id of the object. */
  readonly id: string;
}

/** The arguments of `Query.nodes`. */
export interface QueryNodesArgs {
  /** The objects’ ids: at most 250. */
  readonly ids: ReadonlyArray<string>;
}

/** The arguments of `Query.paymentTerms`. */
export interface QueryPaymentTermsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.shippingTerms`. */
export interface QueryShippingTermsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.units`. */
export interface QueryUnitsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
  /** Returns only units of this dimension; all units if absent or null. */
  readonly type?: UnitDimension | null;
}

/** A key that identifies an object of the account’s reference data: a unit, carrier, payment term, shipping term, account group or customer group. Exactly one field is given. If nothing matches, the error is `NOT_FOUND`. */
export type ReferenceDataIdentifier =
  /** The id of the object. */
  | { readonly id: string; readonly name?: never; readonly source?: never }
  /** The name of the object. An exact match is preferred to one that differs only in case, and then the account’s object to the system’s; if more than one object is left, the error is `AMBIGUOUS`. A unit is found by its name (`US dollar`), not by its abbreviation (`USD`). Leading and trailing whitespace is trimmed. */
  | { readonly id?: never; readonly name: string; readonly source?: never }
  /** A record in a source system. Only customers are linked to source records, so this matches nothing and the error is always `NOT_FOUND`. */
  | { readonly id?: never; readonly name?: never; readonly source: SourceRecordInput };

/** The position of a customer in the hierarchy, which has two levels. */
export type RelationshipType =
  /** The customer has a parent. */
  | 'CHILD'
  /** The customer has children. */
  | 'PARENT'
  /** The customer has neither a parent nor children. */
  | 'STANDALONE';

/** A return of goods by a customer. From Commerce Layer. */
export interface Return {
  readonly __typename?: 'Return';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The return number that people use; null until it is assigned. */
  readonly number: string | null;
  /** The status of the return. */
  readonly status: ReturnStatus;
}

/** A page of a list of Return objects. */
export interface ReturnConnection {
  readonly __typename?: 'ReturnConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ReturnEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Return>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of Return objects, with its cursor. */
export interface ReturnEdge {
  readonly __typename?: 'ReturnEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Return;
}

/** The status of a return. */
export type ReturnStatus =
  /** Approved; the goods can be sent back. */
  | 'APPROVED'
  /** Cancelled. */
  | 'CANCELLED'
  /** Incomplete. */
  | 'DRAFT'
  /** The goods were received. */
  | 'RECEIVED'
  /** Refunded. */
  | 'REFUNDED'
  /** Rejected. */
  | 'REJECTED'
  /** Requested by the customer. */
  | 'REQUESTED'
  /** The goods are on their way back. */
  | 'SHIPPED';

/** The permissions of a group of account users in the sales system. In the gateway, scopes apply instead. */
export interface Role {
  readonly __typename?: 'Role';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the role, unique within the account. */
  readonly name: string;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** All permissions of the role, as `permission:action`: `customers:read`. A few dozen at most. */
  readonly permissions: ReadonlyArray<string>;
  /** The kind of work that the role is for. */
  readonly type: RoleType;
}

/** The kind of work that a role is for. */
export type RoleType =
  /** Administration of the account. */
  | 'ADMIN'
  /** Software that acts for the account. */
  | 'AGENT'
  /** Sales. */
  | 'SALES_REP'
  /** Warehouse work with a scanner. */
  | 'SCANNER'
  /** Office work; the type of every role that an account creates itself. */
  | 'USER';

/** A service of a carrier, such as ground or overnight. It comes from the sales system. */
export interface ServiceLevel {
  readonly __typename?: 'ServiceLevel';
  /** The carrier that offers the service level. */
  readonly carrier: Carrier;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** Whether customers can see and select it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** Whether it is the default service level of the carrier. At most one per carrier is. */
  readonly isDefault: boolean;
  /** The name that customers see at checkout. */
  readonly name: string;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The carrier’s code for the service level: `fedex_ground`. Any non-empty string. */
  readonly serviceLevelToken: string;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** A page of a list of ServiceLevel objects. */
export interface ServiceLevelConnection {
  readonly __typename?: 'ServiceLevelConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ServiceLevelEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ServiceLevel>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new service level, owned by the account. */
export interface ServiceLevelCreateInput {
  /** The id of the carrier that offers it, one of `carriers`: the account’s own or the system’s. */
  readonly carrierId: string;
  /** Whether customers can see and select it in the customer portal; `VISIBLE` if absent or null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** Whether it is the default of its carrier. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`. False if absent or null. */
  readonly isDefault?: boolean | null;
  /** The name that customers see at checkout. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** The carrier’s code for the service level: any non-empty string, unique among the carrier’s service levels. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly serviceLevelToken: string;
}

/** An item of a page of ServiceLevel objects, with its cursor. */
export interface ServiceLevelEdge {
  readonly __typename?: 'ServiceLevelEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: ServiceLevel;
}

/** A key that identifies a service level. Exactly one field is given. If nothing matches, the error is `NOT_FOUND`. */
export type ServiceLevelIdentifier =
  /** The id of the service level. */
  | { readonly id: string; readonly source?: never; readonly token?: never }
  /** A record in a source system. Only customers are linked to source records, so this matches nothing and the error is always `NOT_FOUND`. */
  | { readonly id?: never; readonly source: SourceRecordInput; readonly token?: never }
  /** The `serviceLevelToken`, case-sensitive, of a service level of the `carrier` in the same input, or if absent, of the customer’s present carrier; without a carrier, the error is `WRONG_CARRIER`. The account’s service level is preferred to the system’s. At most 64 characters. */
  | { readonly id?: never; readonly source?: never; readonly token: string };

/** The result of a mutation. The service level as it is now; null if there are errors. */
export interface ServiceLevelPayload {
  readonly __typename?: 'ServiceLevelPayload';
  /** The service level as it is now; null if there are errors. */
  readonly serviceLevel: ServiceLevel | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a service level. Absent fields keep their value. The carrier cannot be changed. */
export interface ServiceLevelUpdateInput {
  /** Whether customers can see and select it in the customer portal. Cannot be null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The id of the service level. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** Whether it is the default of its carrier. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`. False leaves the carrier without a default if this was the default. Cannot be null. */
  readonly isDefault?: boolean | null;
  /** The name that customers see at checkout. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
  /** The carrier’s code for the service level: any non-empty string, unique among the carrier’s service levels. At most 64 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly serviceLevelToken?: string | null;
}

/** The rules for charging freight, with the conditions for free freight. It comes from the sales system. */
export interface ShippingTerm {
  readonly __typename?: 'ShippingTerm';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The fixed charge for an order; null if none is set. Applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate: Quantity | null;
  /** The service levels that ship free from the minimum order value on, newest first. If the list is empty, every service level does. */
  readonly freeShippingServiceLevels: ServiceLevelConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The minimum order subtotal for free shipping; null if any subtotal qualifies. */
  readonly minimumOrderValue: Quantity | null;
  /** The name of the term. */
  readonly name: string;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The pricing of freight. */
  readonly type: ShippingTermType;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** The arguments of `ShippingTerm.freeShippingServiceLevels`. */
export interface ShippingTermFreeShippingServiceLevelsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** A page of a list of ShippingTerm objects. */
export interface ShippingTermConnection {
  readonly __typename?: 'ShippingTermConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ShippingTermEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ShippingTerm>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new shipping term, owned by the account. */
export interface ShippingTermCreateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The fixed charge for an order, in a unit of dimension `CURRENCY`; null clears it. Stored with any type, but applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate?: QuantityInput | null;
  /** The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free. */
  readonly freeShippingServiceLevelIds?: ReadonlyArray<string> | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`; null removes the minimum. */
  readonly minimumOrderValue?: QuantityInput | null;
  /** The name of the term, unique among the shipping terms of the account. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** The pricing of freight. */
  readonly type: ShippingTermType;
}

/** An item of a page of ShippingTerm objects, with its cursor. */
export interface ShippingTermEdge {
  readonly __typename?: 'ShippingTermEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: ShippingTerm;
}

/** The result of a mutation. The term as it is now; null if there are errors. */
export interface ShippingTermPayload {
  readonly __typename?: 'ShippingTermPayload';
  /** The term as it is now; null if there are errors. */
  readonly shippingTerm: ShippingTerm | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The pricing of an order’s freight. */
export type ShippingTermType =
  /** The rate that the carrier quotes. */
  | 'CARRIER_RATE_FREIGHT'
  /** A fixed charge, regardless of the order. */
  | 'FLAT_RATE_FREIGHT'
  /** The buyer pays no freight. */
  | 'FREE_FREIGHT';

/** A change of a shipping term. Absent fields keep their value, null clears, a list replaces the existing one. */
export interface ShippingTermUpdateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** The fixed charge for an order, in a unit of dimension `CURRENCY`; null clears it. Stored with any type, but applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate?: QuantityInput | null;
  /** The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free. */
  readonly freeShippingServiceLevelIds?: ReadonlyArray<string> | null;
  /** The id of the term. */
  readonly id: string;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`; null removes the minimum. */
  readonly minimumOrderValue?: QuantityInput | null;
  /** The name of the term, unique among the shipping terms of the account. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: string | null;
  /** The pricing of freight. Cannot be null. */
  readonly type?: ShippingTermType | null;
}

/** The shop’s data of a customer: sign-in, orders, returns. From Commerce Layer. */
export interface Shopper {
  readonly __typename?: 'Shopper';
  /** The email address for sign-in, in lower case; unique within the account. */
  readonly email: string;
  /** Whether the shopper has a password to sign in with. The password itself cannot be read. */
  readonly hasPassword: boolean;
  /** The recurring orders, newest first. */
  readonly orderSubscriptions: OrderSubscriptionConnection;
  /** The orders, including carts, newest first. */
  readonly orders: OrderConnection;
  /** The saved payment methods, newest first. */
  readonly paymentSources: PaymentSourceConnection;
  /** The returns, newest first. */
  readonly returns: ReturnConnection;
  /** The shopper’s reference at payment gateways; null if there is none. */
  readonly shopperReference: string | null;
  /** The saved lists of articles, newest first. */
  readonly skuLists: SkuListConnection;
  /** The status by the number of orders: prospect, acquired or repeat. */
  readonly status: ShopperStatus;
  /** The news subscriptions, newest first. */
  readonly subscriptions: CustomerSubscriptionConnection;
  /** The number of orders, as counted by the shop. */
  readonly totalOrdersCount: number;
}

/** The arguments of `Shopper.orderSubscriptions`. */
export interface ShopperOrderSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.orders`. */
export interface ShopperOrdersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.paymentSources`. */
export interface ShopperPaymentSourcesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.returns`. */
export interface ShopperReturnsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.skuLists`. */
export interface ShopperSkuListsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.subscriptions`. */
export interface ShopperSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: string | null;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: string | null;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: number | null;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: number | null;
}

/** The customer’s sign-in in the shop. `shopperPasswordSet` sets the password. */
export interface ShopperInput {
  /** The email address for sign-in, stored in lower case; unique within the account. At most 254 characters. */
  readonly email: string;
  /** The shopper’s reference at payment gateways. At most 255 characters. */
  readonly shopperReference?: string | null;
  /** The status by the number of orders; default `PROSPECT`, also if null. */
  readonly status?: ShopperStatus | null;
}

/** A new password, with the token that authorizes it. */
export interface ShopperPasswordResetInput {
  /** The new password: 8 to 256 characters of any kind; leading and trailing whitespace counts. Stored only as a hash. */
  readonly newPassword: string;
  /** The token that was sent, valid once and for 60 minutes. An unknown, used or expired token is `INVALID`, with the same message. */
  readonly token: string;
}

/** The result of a password reset. It does not identify the shopper. */
export interface ShopperPasswordResetPayload {
  readonly __typename?: 'ShopperPasswordResetPayload';
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A shopper who forgot the password. */
export interface ShopperPasswordResetRequestInput {
  /** The shopper’s sign-in email in the viewer’s account; case is ignored. At most 254 characters. More than 5 requests for the same email within 60 minutes fail with `LIMIT_EXCEEDED`, whether or not it is registered. */
  readonly email: string;
}

/** The result of a request for a password reset: the same whether or not the email is registered. */
export interface ShopperPasswordResetRequestPayload {
  readonly __typename?: 'ShopperPasswordResetRequestPayload';
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A new password of a shopper. The customer must have a shopper. */
export interface ShopperPasswordSetInput {
  /** The customer, by its id or another key. If there is none, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The new password: 8 to 256 characters of any kind; leading and trailing whitespace counts. Stored only as a hash. */
  readonly password: string;
}

/** The status of a shopper by the number of orders. */
export type ShopperStatus =
  /** The shopper has ordered once. */
  | 'ACQUIRED'
  /** The shopper has no orders. */
  | 'PROSPECT'
  /** The shopper has ordered more than once. */
  | 'REPEAT';

/** A list of articles that the customer saved, such as a wish list. From Commerce Layer. */
export interface SkuList {
  readonly __typename?: 'SkuList';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** Free text about the list; null if there is none. */
  readonly description: string | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the list. */
  readonly name: string;
  /** The name in the form used in URLs. */
  readonly slug: string;
}

/** A page of a list of SkuList objects. */
export interface SkuListConnection {
  readonly __typename?: 'SkuListConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<SkuListEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<SkuList>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of SkuList objects, with its cursor. */
export interface SkuListEdge {
  readonly __typename?: 'SkuListEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: SkuList;
}

/** The direction of an order. Nulls sort last in both directions. */
export type SortDirection =
  /** Ascending: smallest, earliest or alphabetically first values first. */
  | 'ASC'
  /** Descending: largest, latest or alphabetically last values first. */
  | 'DESC';

/** A record in a source system that is linked to the customer. */
export interface SourceRecord {
  readonly __typename?: 'SourceRecord';
  /** The time when data of the record last created or changed the customer. */
  readonly seenAt: DateTime;
  /** The id of the record in that system. */
  readonly sourceId: string;
  /** The source system. */
  readonly system: SourceSystem;
}

/** A record in a source system. */
export interface SourceRecordInput {
  /** The id of the record in `system`, case-sensitive. */
  readonly sourceId: string;
  /** The source system. */
  readonly system: SourceSystem;
}

/** A system that customer records come from. */
export type SourceSystem =
  /** The sales system Augno. */
  | 'AUGNO'
  /** The shop system Commerce Layer. */
  | 'COMMERCE_LAYER'
  /** The warehouse system InventoryPro. Its source id is the `shortId`. */
  | 'INVENTORY_PRO'
  /** Any other system. Its source ids begin with the name of the system and a colon: `hubspot:12345`. */
  | 'OTHER';

/** A string value, with the number of customers that have it. */
export interface StringFacet {
  readonly __typename?: 'StringFacet';
  /** The number of customers in the list that have the value. */
  readonly count: number;
  /** The value. */
  readonly value: string;
}

/** The conditions that a string must match. At least one field is given; several must all match. Case and accents are ignored, except by `exists`; whitespace and punctuation are not. A missing string matches only `exists: false`. */
export interface StringFilter {
  /** Matches strings that contain this text anywhere: 1 to 256 characters. Costs more than the other fields. */
  readonly contains?: string | null;
  /** Matches strings that are equal to this text: 1 to 256 characters. */
  readonly equals?: string | null;
  /** Matches strings that are present if true, missing strings if false. */
  readonly exists?: boolean | null;
  /** Matches strings that are equal to one of these texts: at most 250, each of 1 to 256 characters. An empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null;
  /** Matches strings that start with this text: 1 to 256 characters. */
  readonly startsWith?: string | null;
}

/** Subscriptions, over server-sent events. All data belongs to the viewer’s account. */
export interface Subscription {
  readonly __typename?: 'Subscription';
  /** Publishes each change of the account’s customers once, in the order of `customerChanges`. With `after`, it starts with the changes after that cursor; without it, with new changes. To resume after a disconnect, pass the last `cursor` you received as `after`. */
  readonly customerChanged: CustomerChange;
}

/** The arguments of `Subscription.customerChanged`. */
export interface SubscriptionCustomerChangedArgs {
  /** Starts after the change with this cursor. */
  readonly after?: string | null;
  /** Returns only changes that match this filter; all changes if absent. */
  readonly filter?: CustomerChangeFilter | null;
  /** Returns only changes of these customers: at most 250. A merge is the last change of a merged customer; use the id of the merge target to follow the target. */
  readonly ids?: ReadonlyArray<string> | null;
}

/** A tag of customers. From Commerce Layer. */
export interface Tag {
  readonly __typename?: 'Tag';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The name of the tag: 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`. Unique within the account. */
  readonly name: string;
}

/** A page of a list of Tag objects. */
export interface TagConnection {
  readonly __typename?: 'TagConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<TagEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Tag>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** An item of a page of Tag objects, with its cursor. */
export interface TagEdge {
  readonly __typename?: 'TagEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Tag;
}

/** A unit of measure. A value converts to the base unit of the dimension by `value × ratioNumerator / ratioDenominator + offsetNumerator / offsetDenominator`. It comes from the sales system. */
export interface Unit {
  readonly __typename?: 'Unit';
  /** The abbreviation at the end of display values: `kg`; for a currency its ISO 4217 code: `USD`. Unique among the account’s units. */
  readonly abbreviation: string;
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** Whether this is the base unit of its dimension, which the ratios are relative to. One per dimension, provided by the system. */
  readonly isBaseUnit: boolean;
  /** The name of the unit: `Kilogram`. Unique among the account’s units. */
  readonly name: string;
  /** The denominator of the offset to the base unit. Never 0. */
  readonly offsetDenominator: Decimal;
  /** The numerator of the offset to the base unit, in base units: 0 except for temperatures. */
  readonly offsetNumerator: Decimal;
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. */
  readonly ratioDenominator: Decimal;
  /** The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. */
  readonly ratioNumerator: Decimal;
  /** The dimension of the unit. Cannot be changed. */
  readonly type: UnitDimension;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
}

/** A page of a list of Unit objects. */
export interface UnitConnection {
  readonly __typename?: 'UnitConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Unit>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new unit, owned by the account. It is never the base unit of its dimension. Once created, it cannot be changed, because that would change every amount stated in it. */
export interface UnitCreateInput {
  /** The abbreviation at the end of display values: `plt`; for a currency its ISO 4217 code. Unique among the account’s units. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly abbreviation: string;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: boolean | null;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: string | null;
  /** The name of the unit: `Pallet`. Unique among the account’s units. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: string;
  /** The denominator of the offset to the base unit; 1 if absent or null. Cannot be 0. */
  readonly offsetDenominator?: Decimal | null;
  /** The numerator of the offset to the base unit, in base units; 0 if absent or null. */
  readonly offsetNumerator?: Decimal | null;
  /** The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. */
  readonly ratioDenominator: Decimal;
  /** The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. */
  readonly ratioNumerator: Decimal;
  /** The dimension of the unit. */
  readonly type: UnitDimension;
}

/** The dimension that a unit measures. Only units of the same dimension convert into each other. */
export type UnitDimension =
  /** Area: square metres, square feet. */
  | 'AREA'
  /** Money. Conversion between currencies uses the fixed ratios of the units, not current exchange rates. */
  | 'CURRENCY'
  /** Length: metres, feet. */
  | 'LENGTH'
  /** Mass: grams, pounds. */
  | 'MASS'
  /** Countable items: each, dozen, case. */
  | 'QUANTITY'
  /** Temperature: kelvin, °C, °F. Conversion also uses an offset. */
  | 'TEMPERATURE'
  /** Time: seconds, hours, days. */
  | 'TIME'
  /** Volume: litres, gallons. */
  | 'VOLUME';

/** An item of a page of Unit objects, with its cursor. */
export interface UnitEdge {
  readonly __typename?: 'UnitEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: string;
  /** The item. */
  readonly node: Unit;
}

/** The result of a mutation. The new unit; null if there are errors. */
export interface UnitPayload {
  readonly __typename?: 'UnitPayload';
  /** The new unit; null if there are errors. */
  readonly unit: Unit | null;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The outcome of an upsert. */
export type UpsertOutcome =
  /** No customer had the key: a customer was created with it. */
  | 'CREATED'
  /** The customer with the key already matches the input: nothing was saved, neither a version nor an event. */
  | 'UNCHANGED'
  /** The customer with the key was updated. */
  | 'UPDATED';

/** A person, shared by all accounts that have the person as a user, and visible only to these. It comes from the sales system. */
export interface User {
  readonly __typename?: 'User';
  /** The creation time. */
  readonly createdAt: DateTime;
  /** The email address of the person; null if unknown. */
  readonly email: string | null;
  /** The time when the person verified the email address; null if it is not verified. */
  readonly emailVerifiedAt: DateTime | null;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: string;
  /** The URL of the person’s picture; null if there is none. */
  readonly imageUrl: string | null;
  /** The full name of the person; null if unknown. */
  readonly name: string | null;
  /** The time of the last change. */
  readonly updatedAt: DateTime;
  /** The sign-in name of the person; null if there is none. */
  readonly username: string | null;
}

/** A problem with the input that the caller can fix. Nothing was saved. */
export interface UserError {
  readonly __typename?: 'UserError';
  /** The kind of the problem. */
  readonly code: UserErrorCode;
  /** A message for people: what is wrong and what would be right. It contains ids, names and counts of other objects only if the caller has the scope to read them. */
  readonly message: string;
  /** The path of the invalid field in `input`, with list indices as strings; empty if the problem is the input as a whole. At most as deep as the input. */
  readonly path: ReadonlyArray<string>;
}

/** The kind of a problem with the input. */
export type UserErrorCode =
  /** More than one object matches the name or email; the id or the exact name identifies one. */
  | 'AMBIGUOUS'
  /** The parent, or the target of a merge, is discontinued; reactivate it first. */
  | 'DISCONTINUED'
  /** The customer would become its own ancestor; choose another parent. */
  | 'HIERARCHY_CYCLE'
  /** The hierarchy would get a third level: a parent that has a parent, or a child that has children; choose another parent. */
  | 'HIERARCHY_DEPTH'
  /** The idempotency key was used with other input within the last 24 hours; use a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The value is invalid, such as an email, a website, a country, an id of another type, an inactive payment term or a used token; the message says what would be right. */
  | 'INVALID'
  /** It cannot be deleted while other objects refer to it, or while it is the default service level of a carrier; change these references first. The message has their number, for callers that can read them. */
  | 'IN_USE'
  /** The list has too many items: send fewer. Or a password reset was requested too often: retry later. */
  | 'LIMIT_EXCEEDED'
  /** The referenced object does not exist, belongs to another account or was deleted; the message names the field of `Query` that lists valid objects. */
  | 'NOT_FOUND'
  /** The field is required, or cannot be cleared: send a value, or omit the field. */
  | 'REQUIRED'
  /** The version of the customer differs from `ifVersion`; the payload has the current customer. Reload the customer and try again. */
  | 'STALE_VERSION'
  /** The object is owned by the system; create an object of the account instead. */
  | 'SYSTEM_OWNED'
  /** Another object already has this number, short id, email, reference or name, which must be unique. */
  | 'TAKEN'
  /** The value has more characters than its description allows. */
  | 'TOO_LONG'
  /** The default service level does not belong to the default carrier. Set both to a matching pair, or set the service level to null. */
  | 'WRONG_CARRIER'
  /** A price group is used as a type, or a type group as a price group. */
  | 'WRONG_GROUP_TYPE';

/** The caller: whose data it sees and what it may do. */
export interface Viewer {
  readonly __typename?: 'Viewer';
  /** The account of the caller, which all data belongs to. */
  readonly account: Account;
  /** The signed-in account user; null for a service or without sign-in. */
  readonly accountUser: AccountUser | null;
  /** The scopes of the caller: `customers:read`, `customers:write`, `settings:write`. At most these three. */
  readonly scopes: ReadonlyArray<string>;
}

/** A representation of an object in a federated graph: the name of its type and one of its keys, `{ __typename: "Customer", id: "cus_…" }`. */
export type _Any = unknown;

/** An entity that other services of a federated graph can refer to: any type that has an id. */
export type _Entity = Account | AccountGroup | AccountUser | Address | Attachment | Carrier | Customer | CustomerEvent | CustomerGroup | CustomerSubscription | Department | Geolocation | Order | OrderSubscription | PaymentSource | PaymentTerm | Priority | Quantity | Return | Role | ServiceLevel | ShippingTerm | SkuList | Tag | Unit | User;

/** The subgraph, for composition into a federated graph. */
export interface _Service {
  readonly __typename?: '_Service';
  /** The SDL of the schema as an Apollo Federation 2 subgraph; the same as the output of `customer-gateway schema --federation`. */
  readonly sdl: string;
}
