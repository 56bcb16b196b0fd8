// Made from schema.graphql by scripts/client-types.mjs ("npm run schema").

/** A company that uses the gateway. It sees its own customers and settings, and those that the system provides. */
export interface Account {
  readonly __typename?: 'Account';
  /** When the account was created. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The company’s name. */
  readonly name: string;
  /** When the account was last changed. */
  readonly updatedAt: DateTime;
}

/** A group of customers, for pricing or by kind. From the sales system. */
export interface AccountGroup {
  readonly __typename?: 'AccountGroup';
  /** Whether its members’ orders earn commission. An exempt group exempts every member. */
  readonly commissionPolicy: CommissionPolicy;
  /** When the group was created. */
  readonly createdAt: DateTime;
  /** The group’s members, newest first: the customers whose type it is, or that have it as a price group. */
  readonly customers: CustomerConnection;
  /** Free text about the group; null when there is none. */
  readonly description: string | null;
  /** Whether its members pay freight. A group with free freight frees every member. */
  readonly freightPolicy: FreightPolicy;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The group’s name, unique within the account. */
  readonly name: string;
  /** What the group is for. Never changes. */
  readonly type: AccountGroupType;
  /** When the group was last changed. */
  readonly updatedAt: DateTime;
}

/** The arguments of `AccountGroup.customers`. */
export interface AccountGroupCustomersArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** Only customers that match this. */
  readonly filter?: CustomerFilter | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
  /** The order: by the first key, among equals by the next, at last by id. Newest first when absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** A page of a list of AccountGroup objects. */
export interface AccountGroupConnection {
  readonly __typename?: 'AccountGroupConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<AccountGroupEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<AccountGroup>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new group of customers. */
export interface AccountGroupCreateInput {
  /** Whether its members’ orders earn commission; COMMISSION_APPLIED when absent or null. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** Free text about the group; an empty one counts as null. At most 2,000 characters. */
  readonly description?: string | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether its members pay freight; BILLED_FREIGHT when absent or null. */
  readonly freightPolicy?: FreightPolicy | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The group’s name, unique within the account. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** What the group is for. Never changes. */
  readonly type: AccountGroupType;
}

/** One AccountGroup of a page, and its place in the list. */
export interface AccountGroupEdge {
  readonly __typename?: 'AccountGroupEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: AccountGroup;
}

/** An account group, and how many customers are in it. */
export interface AccountGroupFacet {
  readonly __typename?: 'AccountGroupFacet';
  /** How many customers of the list have the value. */
  readonly count: number;
  /** The group. */
  readonly value: AccountGroup;
}

/** What came of a mutation. The group as it is now; null when there are errors. */
export interface AccountGroupPayload {
  readonly __typename?: 'AccountGroupPayload';
  /** The group as it is now; null when there are errors. */
  readonly accountGroup: AccountGroup | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What an account group is for. Never changes. */
export type AccountGroupType =
  /** Pricing rules apply to its members; a customer can be in many. */
  | 'PRICING_GROUP'
  /** Says what kind of customer its members are; a customer is in one at most. */
  | 'TYPE_GROUP';

/** A change of a group of customers: absent keeps, null clears. Its type never changes. */
export interface AccountGroupUpdateInput {
  /** Whether its members’ orders earn commission, at once for all. Cannot be cleared. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** Free text about the group; an empty one counts as null. At most 2,000 characters. */
  readonly description?: string | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether its members pay freight, at once for all. Cannot be cleared. */
  readonly freightPolicy?: FreightPolicy | null;
  /** The group’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The group’s name, unique within the account. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
}

/** A person’s seat in the account: a sales rep is one. From the sales system. */
export interface AccountUser {
  readonly __typename?: 'AccountUser';
  /** When they were added to the account. */
  readonly createdAt: DateTime;
  /** Where they work; null when in no department. */
  readonly department: Department | null;
  /** The person’s email address, as in `user`. */
  readonly email: string | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The address of their picture, as in `user`. */
  readonly imageUrl: string | null;
  /** When they last used the account; null when never. */
  readonly lastUsedAt: DateTime | null;
  /** The person’s full name, as in `user`. */
  readonly name: string | null;
  /** What they may do in the sales system; null when they have no role. */
  readonly role: Role | null;
  /** Whether they can use the account. */
  readonly status: AccountUserStatus;
  /** When the seat was last changed. */
  readonly updatedAt: DateTime;
  /** The person. */
  readonly user: User | null;
  /** The name they sign in with, as in `user`. */
  readonly username: string | null;
}

/** A page of a list of AccountUser objects. */
export interface AccountUserConnection {
  readonly __typename?: 'AccountUserConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<AccountUserEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<AccountUser>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One AccountUser of a page, and its place in the list. */
export interface AccountUserEdge {
  readonly __typename?: 'AccountUserEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: AccountUser;
}

/** An account user, and how many customers have them as sales rep. */
export interface AccountUserFacet {
  readonly __typename?: 'AccountUserFacet';
  /** How many customers of the list have the value. */
  readonly count: number;
  /** The account user. */
  readonly value: AccountUser;
}

/** Whether a person can use the account. */
export type AccountUserStatus =
  /** Can use it. */
  | 'ACTIVE'
  /** Is locked out of it. */
  | 'DISABLED'
  /** Has been removed from it; the record stays. */
  | 'REMOVED';

/** A place where a customer gets shipments or bills. From the sales system, the warehouse or the shop’s address book. */
export interface Address {
  readonly __typename?: 'Address';
  /** When the address was created. */
  readonly createdAt: DateTime;
  /** The email address there; null when unknown. */
  readonly email: string | null;
  /** Street, city and country; null when only a name is known. */
  readonly geolocation: Geolocation | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** What the address is called, often the company at it. */
  readonly name: string;
  /** The phone number there, as written; null when unknown. */
  readonly phone: string | null;
  /** Whose address it is. */
  readonly type: AddressType;
  /** When the address was last changed. */
  readonly updatedAt: DateTime;
}

/** A page of a list of Address objects. */
export interface AddressConnection {
  readonly __typename?: 'AddressConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<AddressEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Address>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One Address of a page, and its place in the list. */
export interface AddressEdge {
  readonly __typename?: 'AddressEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Address;
}

/** What one single address must match. Every comparison is exact, case included; what is absent or null restricts nothing. */
export interface AddressFilter {
  /** The city or town, `Geolocation.locality`. */
  readonly city?: string | null;
  /** The ISO 3166-1 alpha-2 code: `US`. */
  readonly country?: string | null;
  /** The ZIP or postal code. */
  readonly postalCode?: string | null;
  /** The state or province, as the country abbreviates it: `IL`. */
  readonly state?: string | null;
}

/** An address. Empty texts count as null; where an address is there already, absent keeps and null clears. */
export interface AddressInput {
  /** The country’s ISO 3166-1 alpha-2 code, in any case: `US`. */
  readonly country: string;
  /** The email address there. At most 254 characters. */
  readonly email?: string | null;
  /** City or town. At most 100 characters. */
  readonly locality?: string | null;
  /** What the address is called, often the company at it. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** The phone number there, kept as written. At most 64 characters. */
  readonly phone?: string | null;
  /** ZIP or postal code. At most 32 characters. */
  readonly postalCode?: string | null;
  /** State or province, as the country abbreviates it. At most 100 characters. */
  readonly state?: string | null;
  /** Street and number. At most 255 characters. */
  readonly streetLine1?: string | null;
  /** Suite, floor, building. At most 255 characters. */
  readonly streetLine2?: string | null;
  /** Whose address it is. */
  readonly type?: AddressType | null;
}

/** What came of a mutation. The address as it is now; null when there are errors. */
export interface AddressPayload {
  readonly __typename?: 'AddressPayload';
  /** The address as it is now; null when there are errors. */
  readonly address: Address | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Whose address it is. */
export type AddressType =
  /** A third party’s or an end customer’s, shipped to directly. */
  | 'DROP_SHIP'
  /** The customer’s own, for shipping or billing. */
  | 'STANDARD';

/** A file that belongs to a customer. From Commerce Layer. */
export interface Attachment {
  readonly __typename?: 'Attachment';
  /** When it was attached. */
  readonly createdAt: DateTime;
  /** What it is; null when nobody said. */
  readonly description: string | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The file’s name. */
  readonly name: string;
  /** Where it can be fetched; null when it is not online. */
  readonly url: string | null;
}

/** A page of a list of Attachment objects. */
export interface AttachmentConnection {
  readonly __typename?: 'AttachmentConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<AttachmentEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Attachment>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One Attachment of a page, and its place in the list. */
export interface AttachmentEdge {
  readonly __typename?: 'AttachmentEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Attachment;
}

/** Who brings shipments to customers. From the sales system. */
export interface Carrier {
  readonly __typename?: 'Carrier';
  /** The account’s number with the carrier; null when none is set. */
  readonly accountNumber: string | null;
  /** Which known carrier it is; null for a custom one. */
  readonly code: CarrierCode | null;
  /** When the carrier was created. */
  readonly createdAt: DateTime;
  /** Whether customers can see and choose it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** When the carrier was deleted; null while it can be chosen. Customers that had it keep it. */
  readonly deletedAt: DateTime | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The carrier’s name, unique among the account’s carriers. */
  readonly name: string;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** The services that the carrier offers the account, newest first. */
  readonly serviceLevels: ServiceLevelConnection;
  /** When the carrier was last changed. */
  readonly updatedAt: DateTime;
}

/** The arguments of `Carrier.serviceLevels`. */
export interface CarrierServiceLevelsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** Who pays the carrier. */
export type CarrierBillingType =
  /** The account, which ships. */
  | 'SENDER'
  /** Someone else, by `billingAccount`. */
  | 'THIRD_PARTY';

/** The carriers that the system knows. FEDEX, UPS and USPS rate shipments and print labels live. */
export type CarrierCode =
  /** Delivered by the account’s own vehicles. */
  | 'DELIVERY'
  /** FedEx, integrated. */
  | 'FEDEX'
  /** Freight arranged and paid by the receiver. */
  | 'FREIGHT_COLLECT'
  /** A less-than-truckload freight carrier. */
  | 'LTL'
  /** A second less-than-truckload freight carrier. */
  | 'LTL1'
  /** UPS, integrated; needs the account’s number with it. */
  | 'UPS'
  /** United States Postal Service, integrated; needs the account’s number with it. */
  | 'USPS'
  /** The customer picks the order up; nothing is shipped. */
  | 'WILL_CALL';

/** A page of a list of Carrier objects. */
export interface CarrierConnection {
  readonly __typename?: 'CarrierConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<CarrierEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Carrier>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new carrier of the account’s own. */
export interface CarrierCreateInput {
  /** The account’s number with the carrier; UPS and USPS cannot be without. At most 64 characters. */
  readonly accountNumber?: string | null;
  /** Which known carrier it is; absent or null for a custom one. Never changes. */
  readonly code?: CarrierCode | null;
  /** Whether customers can see and choose it in the customer portal; VISIBLE when absent or null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The carrier’s name, unique among the account’s that were not deleted. At most 255 characters. Space around it is left out. */
  readonly name: string;
}

/** One Carrier of a page, and its place in the list. */
export interface CarrierEdge {
  readonly __typename?: 'CarrierEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Carrier;
}

/** A carrier, and how many customers have it by default. */
export interface CarrierFacet {
  readonly __typename?: 'CarrierFacet';
  /** How many customers of the list have the value. */
  readonly count: number;
  /** The carrier, deleted or not. */
  readonly value: Carrier;
}

/** What came of a mutation. The carrier as it is now; null when there are errors. */
export interface CarrierPayload {
  readonly __typename?: 'CarrierPayload';
  /** The carrier as it is now; null when there are errors. */
  readonly carrier: Carrier | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a carrier: absent keeps, null clears. */
export interface CarrierUpdateInput {
  /** The account’s number with the carrier; UPS and USPS cannot be without. At most 64 characters. */
  readonly accountNumber?: string | null;
  /** Whether customers can see and choose it in the customer portal. Cannot be cleared. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The carrier’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The carrier’s name, unique among the account’s that were not deleted. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
}

/** Whether sales commission is calculated on orders. */
export type CommissionPolicy =
  /** Commission is calculated. */
  | 'COMMISSION_APPLIED'
  /** The orders are exempt from commission. */
  | 'COMMISSION_EXEMPT';

/** A quantity in another unit. */
export interface ConvertedQuantity {
  readonly __typename?: 'ConvertedQuantity';
  /** The value as people write it: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to its currency’s own number of digits; other values lose only trailing zeros. */
  readonly displayValue: string;
  /** False when the exact value has no finite decimal, or more than 30 digits after the point, and was rounded half to even. */
  readonly exact: boolean;
  /** The unit that was asked for. */
  readonly unit: Unit;
  /** The amount in the other unit, to 30 digits after the point. */
  readonly value: Decimal;
}

/** A count, and how sure it is. */
export interface Count {
  readonly __typename?: 'Count';
  /** How sure it is. */
  readonly precision: CountPrecision;
  /** The count; at most the cap. */
  readonly value: number;
}

/** How sure a count is. */
export type CountPrecision =
  /** There are more: counting stopped at the cap. */
  | 'AT_LEAST'
  /** About so many, as the database estimates. */
  | 'ESTIMATE'
  /** There are exactly so many. */
  | 'EXACT';

/** A business that is sold to: one record of what the sales system (Augno), the warehouse (InventoryPro) and the shop (Commerce Layer) know of it. */
export interface Customer {
  readonly __typename?: 'Customer';
  /** False once the customer is discontinued. Its history stays. From the warehouse. */
  readonly active: boolean;
  /** All its addresses, newest first. */
  readonly addresses: AddressConnection;
  /** Files that belong to it, newest first. */
  readonly attachments: AttachmentConnection;
  /** The default billing address, one of `addresses`; null when none is set. */
  readonly billToAddress: Address | null;
  /** The customers that belong to it, newest first; none unless it is a PARENT. */
  readonly childAccounts: CustomerConnection;
  /** The customer’s own commission policy; `effective` counts its groups in. From the sales system. */
  readonly commissionPolicy: CommissionPolicy;
  /** How to reach the customer; null when nothing is known. */
  readonly contactInfo: CustomerContactInfo | null;
  /** When it was first known to any of the systems. */
  readonly createdAt: DateTime;
  /** The most that the customer may owe; null when there is no limit set. From the sales system. */
  readonly creditLimit: Quantity | null;
  /** The shop’s group that it is in; null when in none. */
  readonly customerGroup: CustomerGroup | null;
  /** What a new order starts with; null when nothing is set. */
  readonly defaults: CustomerDefaults | null;
  /** When it was discontinued; null while it is active. */
  readonly discontinuedAt: DateTime | null;
  /** Whether orders and documents go by EDI. From the sales system. */
  readonly ediStatus: EdiStatus;
  /** The policies that hold once the customer’s groups are counted in, and where each comes from. */
  readonly effective: EffectivePolicies;
  /** What was changed, by whom and when, newest first. */
  readonly events: CustomerEventConnection;
  /** How its shipments go and who pays for it. Never null in this gateway. */
  readonly freightPreferences: CustomerFreightPreferences | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** Whatever else is kept with it, by keys of one’s own; `{}` when nothing. */
  readonly metadata: JSONObject;
  /** The shop environment that it is of. */
  readonly mode: Mode;
  /** The business’s name, as on documents. */
  readonly name: string;
  /** Free text about the customer; null when there is none. */
  readonly note: string | null;
  /** What it wants to hear of. Never null in this gateway. */
  readonly notificationPreferences: CustomerNotificationPreferences | null;
  /** The number that people know the customer by; unique within the account. From the sales system. */
  readonly number: string;
  /** The customer that it belongs to; null unless it is a CHILD. */
  readonly parentAccount: Customer | null;
  /** The groups of type PRICING_GROUP that it belongs to, newest first. */
  readonly priceGroups: AccountGroupConnection;
  /** What a third system calls it; unique within the account and the origin. Null when nothing does. From Commerce Layer. */
  readonly reference: string | null;
  /** Which system the reference is from; null when not said. */
  readonly referenceOrigin: string | null;
  /** Where the customer stands in the hierarchy; follows from parentAccount and childAccounts. */
  readonly relationshipType: RelationshipType;
  /** The default shipping address, one of `addresses`; null when none is set. */
  readonly shipToAddress: Address | null;
  /** What the shop knows of it; null when it has no sign-in there. */
  readonly shopper: Shopper | null;
  /** The warehouse’s key of the customer, case as written; unique within the account. Null when the warehouse does not know it. */
  readonly shortId: string | null;
  /** The records that it was read from, by system and id; at most 250. */
  readonly sources: ReadonlyArray<CustomerSource>;
  /** Whether the customer can transact. From the sales system. */
  readonly status: CustomerStatus;
  /** The words that it is marked with, newest first. At most 10. */
  readonly tags: TagConnection;
  /** What kind of customer it is: a group of type TYPE_GROUP; null when not said. */
  readonly type: AccountGroup | null;
  /** When it was last changed. */
  readonly updatedAt: DateTime;
  /** Grows by one with every change of the customer; what `ifVersion` compares. */
  readonly version: number;
}

/** The arguments of `Customer.addresses`. */
export interface CustomerAddressesArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.attachments`. */
export interface CustomerAttachmentsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.childAccounts`. */
export interface CustomerChildAccountsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** Only customers that match this. */
  readonly filter?: CustomerFilter | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
  /** The order: by the first key, among equals by the next, at last by id. Newest first when absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** The arguments of `Customer.events`. */
export interface CustomerEventsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.priceGroups`. */
export interface CustomerPriceGroupsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Customer.tags`. */
export interface CustomerTagsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** A new address of a customer. */
export interface CustomerAddressCreateInput {
  /** The address. */
  readonly address: AddressInput;
  /** The id of the customer that it is to belong to. */
  readonly customerId: string;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
}

/** Which address to delete. */
export interface CustomerAddressDeleteInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The address’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
}

/** A change of an address: absent keeps, null clears. Texts lose the space around them, and empty ones count as null. */
export interface CustomerAddressUpdateInput {
  /** The country’s ISO 3166-1 alpha-2 code, in any case: `US`. Cannot be cleared; needed with the first part of a place that is given. */
  readonly country?: string | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The email address there. At most 254 characters. */
  readonly email?: string | null;
  /** The address’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** City or town. At most 100 characters. */
  readonly locality?: string | null;
  /** What the address is called, often the company at it. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
  /** The phone number there, kept as written. At most 64 characters. */
  readonly phone?: string | null;
  /** ZIP or postal code. At most 32 characters. */
  readonly postalCode?: string | null;
  /** State or province, as the country abbreviates it. At most 100 characters. */
  readonly state?: string | null;
  /** Street and number. At most 255 characters. */
  readonly streetLine1?: string | null;
  /** Suite, floor, building. At most 255 characters. */
  readonly streetLine2?: string | null;
  /** Whose address it is. Cannot be cleared. */
  readonly type?: AddressType | null;
}

/** Upserts to be done in one call. */
export interface CustomerBulkUpsertInput {
  /** The upserts: at most 250, else the request is refused with `LIMIT_EXCEEDED`. Each has its own `idempotencyKey`, which stands for the same upsert in `customerUpsert`. `dryRun` is alike in all of them: those that differ from the first are `INVALID`. */
  readonly customers: ReadonlyArray<CustomerUpsertInput>;
}

/** What came of the upserts of a call. */
export interface CustomerBulkUpsertPayload {
  readonly __typename?: 'CustomerBulkUpsertPayload';
  /** One for each of `customers`, in their order: at most 250. The paths of its errors begin in the call’s input: `["customers", "3", "name"]`. */
  readonly results: ReadonlyArray<CustomerUpsertPayload>;
}

/** One change of a customer, in the order in which the account’s changes were committed: the same for everyone, always. */
export interface CustomerChange {
  readonly __typename?: 'CustomerChange';
  /** What was done. MERGE is both: others were merged into it, or it into another. */
  readonly action: CustomerEventAction;
  /** Who did it: an account user’s id or a service’s name; null when unknown. */
  readonly actor: string | null;
  /** Every field that changed; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** Opaque; its place among the account’s changes. For `after` and `before` of `customerChanges` and `after` of `customerChanged`, whatever their `ids` and `filter`. */
  readonly cursor: string;
  /** The customer as it is now, not as the change left it; null when it is gone: deleted, or merged into another. */
  readonly customer: Customer | null;
  /** The customer that it was about, whatever became of it since. */
  readonly customerId: string;
  /** What the customer was merged into, as it is now; null when it was not. */
  readonly mergedInto: Customer | null;
  /** When it was done. Clocks differ: the order of changes is that of their cursors. */
  readonly occurredAt: DateTime;
}

/** A page of a list of CustomerChange objects. */
export interface CustomerChangeConnection {
  readonly __typename?: 'CustomerChangeConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<CustomerChangeEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerChange>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One CustomerChange of a page, and its place in the list. */
export interface CustomerChangeEdge {
  readonly __typename?: 'CustomerChangeEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: CustomerChange;
}

/** Which changes: those that fulfil every field that is given. It looks at what a change says itself, never at the customer as it is now, so that a change that is read again is let through again. */
export interface CustomerChangeFilter {
  /** What was done, one of these: at most 250. */
  readonly actions?: ReadonlyArray<CustomerEventAction> | null;
  /** A change of one of these fields, or of what is below it, by their paths as `FieldChange.field` has them (`contactInfo` is all of it): at most 250. */
  readonly fields?: ReadonlyArray<string> | null;
}

/** A page of a list of customers. */
export interface CustomerConnection {
  readonly __typename?: 'CustomerConnection';
  /** As `totalCount`, but as cheap as it can be: never counts past `cap`, and says how sure it is. */
  readonly count: Count;
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  /** How the list’s customers divide by status, type, carrier and so on; each is counted only when selected. */
  readonly facets: CustomerFacets;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many customers the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** The arguments of `CustomerConnection.count`. */
export interface CustomerConnectionCountArgs {
  /** Where counting stops: 1 to 1000000; 10,000 when null. */
  readonly cap?: number | null;
}

/** How to reach a customer. From the sales system; name and fax from the warehouse. */
export interface CustomerContactInfo {
  readonly __typename?: 'CustomerContactInfo';
  /** The email address; null when unknown. */
  readonly email: string | null;
  /** The fax number, as written; null when unknown. */
  readonly fax: string | null;
  /** The person to ask for; null when unknown. */
  readonly name: string | null;
  /** The phone number, as written; null when unknown. */
  readonly phone: string | null;
  /** The website; null when unknown. */
  readonly url: string | null;
}

/** How to reach a customer. Absent keeps, null or an empty text clears. */
export interface CustomerContactInfoInput {
  /** The email address. At most 254 characters. */
  readonly email?: string | null;
  /** The fax number, kept as written. At most 64 characters. */
  readonly fax?: string | null;
  /** The person to ask for. At most 255 characters. */
  readonly name?: string | null;
  /** The phone number, kept as written. At most 64 characters. */
  readonly phone?: string | null;
  /** The website, with `http://` or `https://`. At most 2,048 characters. */
  readonly url?: string | null;
}

/** A new customer. What is absent or null is as new customers have it. Texts lose the space around them, and empty ones count as null. */
export interface CustomerCreateInput {
  /** Its default billing address, which is made with it. */
  readonly billToAddress?: AddressInput | null;
  /** Its own commission policy; COMMISSION_EXEMPT at first. Cannot be cleared. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** How to reach it; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The most that it may owe; null sets no limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The shop’s group that it is in. */
  readonly customerGroupId?: string | null;
  /** What a new order starts with; null clears all of it. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents go by EDI; DISABLED at first. Cannot be cleared. */
  readonly ediStatus?: EdiStatus | null;
  /** How its shipments go and who pays; null sets all of it back to what a new customer has. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** Whatever else is kept with it, as a whole: replaces what is there; null makes it `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The business’s name, as on documents. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** Free text about it. At most 10,000 characters. */
  readonly note?: string | null;
  /** What it wants to hear of; null sets all of it back to what a new customer has. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** The number that people know it by; unique within the account. At most 64 characters. The next free `C-000001` when absent, null or empty. */
  readonly number?: string | null;
  /** The customer that it belongs to: one without a parent of its own, and not discontinued. */
  readonly parentId?: string | null;
  /** All of its price groups, groups of type PRICING_GROUP: at most 250. Replaces those that it has. */
  readonly priceGroupIds?: ReadonlyArray<string> | null;
  /** What a third system calls it; unique within the account and the origin. At most 255 characters. */
  readonly reference?: string | null;
  /** Which system the reference is from; only with one. At most 64 characters. */
  readonly referenceOrigin?: string | null;
  /** Its default shipping address, which is made with it. */
  readonly shipToAddress?: AddressInput | null;
  /** Its sign-in in the shop; null takes that away, and the password with it. */
  readonly shopper?: ShopperInput | null;
  /** The warehouse’s key, case as written; unique within the account. At most 64 characters. */
  readonly shortId?: string | null;
  /** Whether it can transact; NORMAL at first. Cannot be cleared. */
  readonly status?: CustomerStatus | null;
  /** All of its tags: at most 10, each 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`; capitals become small. Replaces those that it has. */
  readonly tags?: ReadonlyArray<string> | null;
  /** What kind of customer it is: a group of type TYPE_GROUP, else `WRONG_GROUP_TYPE`. */
  readonly typeId?: string | null;
}

/** What a new order of the customer starts with. From the sales system. */
export interface CustomerDefaults {
  readonly __typename?: 'CustomerDefaults';
  /** When its invoices are due; null when none is set. */
  readonly paymentTerm: PaymentTerm | null;
  /** How urgently its orders are worked; null when none is set. */
  readonly priority: Priority | null;
  /** Who sells to it; null when nobody is set. */
  readonly salesRep: AccountUser | null;
  /** How its freight is charged; null when none is set. */
  readonly shippingTerm: ShippingTerm | null;
}

/** What a new order of the customer starts with. Absent keeps, null clears. */
export interface CustomerDefaultsInput {
  /** When its invoices are due: an ACTIVE one of `paymentTerms`. */
  readonly paymentTermId?: string | null;
  /** How urgently its orders are worked. */
  readonly priority?: PriorityCode | null;
  /** Who sells to it: one of `accountUsers` that was not removed. */
  readonly salesRepId?: string | null;
  /** How its freight is charged: one of `shippingTerms`. */
  readonly shippingTermId?: string | null;
}

/** One customer of a page, and its place in the list. */
export interface CustomerEdge {
  readonly __typename?: 'CustomerEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Customer;
}

/** One change of the customer: who changed what, when. Written by the gateway, or read from a source’s audit trail. */
export interface CustomerEvent {
  readonly __typename?: 'CustomerEvent';
  /** What was done. */
  readonly action: CustomerEventAction;
  /** Who did it: an account user’s id or a service’s name; null when unknown. */
  readonly actor: string | null;
  /** Every field that changed; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** When it was done. */
  readonly occurredAt: DateTime;
}

/** What was done to a customer. */
export type CustomerEventAction =
  /** It was created. */
  | 'CREATE'
  /** It was deleted. */
  | 'DELETE'
  /** It was discontinued. */
  | 'DISCONTINUE'
  /** It was read from a source system. */
  | 'IMPORT'
  /** Others were merged into it. */
  | 'MERGE'
  /** It was taken up again. */
  | 'REACTIVATE'
  /** Fields of it, or what belongs to it, were changed. */
  | 'UPDATE';

/** A page of a list of CustomerEvent objects. */
export interface CustomerEventConnection {
  readonly __typename?: 'CustomerEventConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<CustomerEventEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerEvent>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One CustomerEvent of a page, and its place in the list. */
export interface CustomerEventEdge {
  readonly __typename?: 'CustomerEventEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: CustomerEvent;
}

/** How the customers of a list divide, for filters with counts. Counted under the list’s own query and filter, but each facet leaves out the filter’s field of its own dimension, so that its counts are what one would get by choosing a value instead (what is nested in `and`, `or` and `not` stays). The values with the most customers come first, at most 100; what the filter chose is among them, with 0 where no customer has it. Customers without a value are not counted. */
export interface CustomerFacets {
  readonly __typename?: 'CustomerFacets';
  /** By default carrier. Leaves out `filter.carrierIds`. */
  readonly carriers: ReadonlyArray<CarrierFacet>;
  /** By price group; a customer counts in each that it has. Leaves out `filter.pricingGroupIds`. */
  readonly priceGroups: ReadonlyArray<AccountGroupFacet>;
  /** By default sales rep. Leaves out `filter.salesRepIds`. */
  readonly salesReps: ReadonlyArray<AccountUserFacet>;
  /** By state or province; a customer counts in each that it has an address in, of those that match the rest of `filter.address`. Leaves out `filter.address.state`. */
  readonly states: ReadonlyArray<StringFacet>;
  /** By status. Leaves out `filter.statuses`. */
  readonly statuses: ReadonlyArray<CustomerStatusFacet>;
  /** By type. Leaves out `filter.customerGroupIds`. */
  readonly types: ReadonlyArray<AccountGroupFacet>;
}

/** What customers must match. Fields combine with AND; the values of a list combine with OR. Absent or null restricts nothing, an empty list matches nothing, and so does an id that is not the account’s. At most 50 conditions, nested ones included. Filters look at the customer’s own fields, not at what its groups bring. */
export interface CustomerFilter {
  /** True: only active customers; false: only discontinued ones. */
  readonly active?: boolean | null;
  /** One single address of the customer must match everything given here. */
  readonly address?: AddressFilter | null;
  /** All of these hold. An empty list restricts nothing. */
  readonly and?: ReadonlyArray<CustomerFilter> | null;
  /** The default carrier. At most 250. */
  readonly carrierIds?: ReadonlyArray<string> | null;
  /** The customer’s own commission policy, not what `effective` says. At most 250. */
  readonly commissionPolicies?: ReadonlyArray<CommissionPolicy> | null;
  /** When the customer was created. */
  readonly createdAt?: DateTimeRange | null;
  /** The customer’s type: ids of account groups of type TYPE_GROUP. At most 250. */
  readonly customerGroupIds?: ReadonlyArray<string> | null;
  /** Whether EDI is enabled. At most 250. */
  readonly ediStatuses?: ReadonlyArray<EdiStatus> | null;
  /** The customer’s own freight policy, not what `effective` says. At most 250. */
  readonly freightPolicies?: ReadonlyArray<FreightPolicy> | null;
  /** The customer’s id. At most 250. */
  readonly ids?: ReadonlyArray<string> | null;
  /** The shop environment. */
  readonly mode?: Mode | null;
  /** This does not hold: customers without a value count as not matching it. */
  readonly not?: CustomerFilter | null;
  /** At least one of these holds. An empty list matches nothing. */
  readonly or?: ReadonlyArray<CustomerFilter> | null;
  /** Whether the customer has children. */
  readonly parentAccountStatus?: ParentAccountStatus | null;
  /** The default payment term. At most 250. */
  readonly paymentTermIds?: ReadonlyArray<string> | null;
  /** Any of the customer’s price groups: ids of account groups of type PRICING_GROUP. At most 250. */
  readonly pricingGroupIds?: ReadonlyArray<string> | null;
  /** The place in the hierarchy. At most 250. */
  readonly relationshipTypes?: ReadonlyArray<RelationshipType> | null;
  /** The default sales rep: ids of account users. At most 250. */
  readonly salesRepIds?: ReadonlyArray<string> | null;
  /** The default service level. At most 250. */
  readonly serviceLevelIds?: ReadonlyArray<string> | null;
  /** The default shipping term. At most 250. */
  readonly shippingTermIds?: ReadonlyArray<string> | null;
  /** The shopper’s status; customers without shopper match none. At most 250. */
  readonly shopperStatuses?: ReadonlyArray<ShopperStatus> | null;
  /** The status. At most 250. */
  readonly statuses?: ReadonlyArray<CustomerStatus> | null;
  /** Any of the customer’s tags, by name. At most 250. */
  readonly tags?: ReadonlyArray<string> | null;
  /** When the customer was last changed. */
  readonly updatedAt?: DateTimeRange | null;
}

/** How a customer’s shipments go, and who pays for it. From the sales system. */
export interface CustomerFreightPreferences {
  readonly __typename?: 'CustomerFreightPreferences';
  /** The third party’s account number with the carrier; null unless `billingType` is THIRD_PARTY. */
  readonly billingAccount: string | null;
  /** Who pays the carrier; null when not said. */
  readonly billingType: CarrierBillingType | null;
  /** The default carrier, deleted or not; null when none is set. */
  readonly carrier: Carrier | null;
  /** The default service level, one of the carrier’s; null when none is set. */
  readonly serviceLevel: ServiceLevel | null;
  /** The customer’s own freight policy; `Customer.effective` counts its groups in. */
  readonly status: FreightPolicy;
}

/** How a customer’s shipments go, and who pays for it. Absent keeps, null clears. */
export interface CustomerFreightPreferencesInput {
  /** The third party’s account number with the carrier: given if and only if `billingType` is THIRD_PARTY. At most 64 characters. */
  readonly billingAccount?: string | null;
  /** Who pays the carrier. */
  readonly billingType?: CarrierBillingType | null;
  /** The default carrier, one of `carriers`. A carrier that was deleted cannot be chosen again. */
  readonly carrierId?: string | null;
  /** The default service level: one of the default carrier’s, else `WRONG_CARRIER`. */
  readonly serviceLevelId?: string | null;
  /** The customer’s own freight policy; BILLED_FREIGHT at first. Cannot be null. */
  readonly status?: FreightPolicy | null;
}

/** The shop’s grouping of its customers. Another thing than an AccountGroup. From Commerce Layer. */
export interface CustomerGroup {
  readonly __typename?: 'CustomerGroup';
  /** A short code, unique within the account; null when it has none. */
  readonly code: string | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The group’s name. */
  readonly name: string;
}

/** Price groups of a customer. */
export interface CustomerGroupsInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The ids of account groups of type PRICING_GROUP, else `WRONG_GROUP_TYPE`: at most 250. One that is named twice counts once. */
  readonly groupIds: ReadonlyArray<string>;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
}

/** What a customer is known by. Exactly one field is given. */
export type CustomerIdentifier =
  /** The id. */
  | { readonly id: string; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The number, as people know it. */
  | { readonly id?: never; readonly number: string; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** What a third system calls it. */
  | { readonly id?: never; readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The address that the shopper signs in with; case does not matter. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail: string; readonly shortId?: never; readonly source?: never }
  /** The warehouse’s key, case as written. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: string; readonly source?: never }
  /** A record in a source system that it was read from. */
  | { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: CustomerSourceInput };

/** What a customer is asked for by, and what it is known by once it was created so. Exactly one field is given. Space around a text is left out. */
export type CustomerKeyInput =
  /** The number, case as written. At most 64 characters. */
  | { readonly number: string; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** What a third system calls it; without origin it is one without. At most 255 characters. */
  | { readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never }
  /** The address that the shopper signs in with; case does not matter. A customer that is created has it as `shopper.email`. `shopper` may say more of it, but names no other address, and is not null: `INVALID`. At most 254 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail: string; readonly shortId?: never; readonly source?: never }
  /** The warehouse’s key, case as written. At most 64 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: string; readonly source?: never }
  /** A record in a source system. It is among the `sources` of a customer that is created; `syncedAt` moves when the customer was changed by it, and not when it brought nothing new. Records of merged customers are their target’s. At most 255 characters. */
  | { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: CustomerSourceInput };

/** Customers that are one. */
export interface CustomerMergeInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The ids of the customers that go into it: 1 to 250, each once, the target not among them. */
  readonly sourceIds: ReadonlyArray<string>;
  /** The id of the customer that stays. `DISCONTINUED` when it is discontinued and a source is active. */
  readonly targetId: string;
}

/** What came of a mutation. The target as it is now; null when there are errors. */
export interface CustomerMergePayload {
  readonly __typename?: 'CustomerMergePayload';
  /** The target as it is now; null when there are errors. */
  readonly customer: Customer | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a customer’s metadata. */
export interface CustomerMetadataInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
  /** A JSON merge patch (RFC 7396): what is null in it is removed, objects are patched key by key, all else replaces what is there, lists too. Of the metadata as a whole then: At most 65,536 characters. */
  readonly patch: JSONObject;
}

/** What a customer wants to hear of. From the sales system. */
export interface CustomerNotificationPreferences {
  readonly __typename?: 'CustomerNotificationPreferences';
  /** Whether invoices are sent by email: true when at least one recipient takes them. */
  readonly acceptsInvoiceEmails: boolean;
}

/** What a customer wants to hear of. Absent keeps. */
export interface CustomerNotificationPreferencesInput {
  /** Whether invoices are sent by email; not so at first. Cannot be null. */
  readonly acceptsInvoiceEmails?: boolean | null;
}

/** What came of a mutation. The customer as it is now; null when there are errors, but for STALE_VERSION, where it shows what is there instead. */
export interface CustomerPayload {
  readonly __typename?: 'CustomerPayload';
  /** The customer as it is now; null when there are errors, but for STALE_VERSION, where it shows what is there instead. */
  readonly customer: Customer | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What a third system calls a customer. */
export interface CustomerReferenceInput {
  /** The reference, case as written. */
  readonly reference: string;
  /** The system that it is from; absent or null looks for a reference without origin. */
  readonly referenceOrigin?: string | null;
}

/** Whose child a customer is to be. */
export interface CustomerSetParentInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
  /** The id of the parent: a customer without a parent of its own, and not discontinued. Null makes the customer standalone; absent is `REQUIRED`. */
  readonly parentId?: string | null;
}

/** One key of an order of customers. */
export interface CustomerSort {
  /** Which way. */
  readonly direction?: SortDirection | null;
  /** What to order by. */
  readonly field: CustomerSortField;
}

/** What customers can be ordered by. */
export type CustomerSortField =
  /** When the customer was created. */
  | 'CREATED_AT'
  /** The credit limit’s value, whatever its unit. No credit limit comes last. */
  | 'CREDIT_LIMIT'
  /** The name, character by character: capitals before small letters, accented letters last. */
  | 'NAME'
  /** The number, character by character: "10" before "9". */
  | 'NUMBER'
  /** The status: normal, preferred, hold shipment, hold all. */
  | 'STATUS'
  /** How many orders the shopper has. No shopper comes last. */
  | 'TOTAL_ORDERS_COUNT'
  /** When the customer was last changed. */
  | 'UPDATED_AT';

/** A record in a source system that this customer was read from. */
export interface CustomerSource {
  readonly __typename?: 'CustomerSource';
  /** The record’s id there. */
  readonly sourceId: string;
  /** When it was last read and had something new. */
  readonly syncedAt: DateTime;
  /** The system. */
  readonly system: SourceSystem;
}

/** A record in a source system. */
export interface CustomerSourceInput {
  /** The record’s id there, case as written. */
  readonly sourceId: string;
  /** The system. */
  readonly system: SourceSystem;
}

/** Whether a customer can transact. Holds flag orders for a person to look at; they do not reject them. */
export type CustomerStatus =
  /** Everything is on hold. */
  | 'HOLD_ALL'
  /** Orders are taken, shipments are held. */
  | 'HOLD_SHIPMENT'
  /** No restrictions. */
  | 'NORMAL'
  /** No restrictions, and marked as preferred. */
  | 'PREFERRED';

/** A status, and how many customers have it. */
export interface CustomerStatusFacet {
  readonly __typename?: 'CustomerStatusFacet';
  /** How many customers of the list have the value. */
  readonly count: number;
  /** The status. */
  readonly value: CustomerStatus;
}

/** A subscription to news, by email. From Commerce Layer. */
export interface CustomerSubscription {
  readonly __typename?: 'CustomerSubscription';
  /** When it began. */
  readonly createdAt: DateTime;
  /** The address that the news goes to. */
  readonly customerEmail: string;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** What another system calls the subscription; null when nothing. */
  readonly reference: string | null;
}

/** A page of a list of CustomerSubscription objects. */
export interface CustomerSubscriptionConnection {
  readonly __typename?: 'CustomerSubscriptionConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<CustomerSubscriptionEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerSubscription>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One CustomerSubscription of a page, and its place in the list. */
export interface CustomerSubscriptionEdge {
  readonly __typename?: 'CustomerSubscriptionEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: CustomerSubscription;
}

/** Tags of a customer. */
export interface CustomerTagsInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
  /** Each 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`; capitals become small. One that is named twice counts once. */
  readonly tags: ReadonlyArray<string>;
}

/** A change of a customer: absent keeps, null clears, a list replaces. Texts lose the space around them, and empty ones count as null. */
export interface CustomerUpdateInput {
  /** Its default billing address: one of its `addresses`. */
  readonly billToAddressId?: string | null;
  /** Its own commission policy; COMMISSION_EXEMPT at first. Cannot be cleared. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** How to reach it; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The most that it may owe; null sets no limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The shop’s group that it is in. */
  readonly customerGroupId?: string | null;
  /** What a new order starts with; null clears all of it. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents go by EDI; DISABLED at first. Cannot be cleared. */
  readonly ediStatus?: EdiStatus | null;
  /** How its shipments go and who pays; null sets all of it back to what a new customer has. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
  /** Whatever else is kept with it, as a whole: replaces what is there; null makes it `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The business’s name, as on documents. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
  /** Free text about it. At most 10,000 characters. */
  readonly note?: string | null;
  /** What it wants to hear of; null sets all of it back to what a new customer has. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** The number that people know it by; unique within the account. At most 64 characters. Cannot be cleared. */
  readonly number?: string | null;
  /** All of its price groups, groups of type PRICING_GROUP: at most 250. Replaces those that it has. */
  readonly priceGroupIds?: ReadonlyArray<string> | null;
  /** What a third system calls it; unique within the account and the origin. At most 255 characters. */
  readonly reference?: string | null;
  /** Which system the reference is from; only with one. At most 64 characters. */
  readonly referenceOrigin?: string | null;
  /** Its default shipping address: one of its `addresses`. */
  readonly shipToAddressId?: string | null;
  /** Its sign-in in the shop; null takes that away, and the password with it. */
  readonly shopper?: ShopperInput | null;
  /** The warehouse’s key, case as written; unique within the account. At most 64 characters. */
  readonly shortId?: string | null;
  /** Whether it can transact; NORMAL at first. Cannot be cleared. */
  readonly status?: CustomerStatus | null;
  /** All of its tags: at most 10, each 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`; capitals become small. Replaces those that it has. */
  readonly tags?: ReadonlyArray<string> | null;
  /** What kind of customer it is: a group of type TYPE_GROUP, else `WRONG_GROUP_TYPE`. */
  readonly typeId?: string | null;
}

/** A customer by a key, and what is to be true of it: absent keeps, null clears, a list replaces; of one that is created, what is absent is as new customers have it. Texts lose the space around them, and empty ones count as null. */
export interface CustomerUpsertInput {
  /** Its default billing address: is changed where the customer has one (absent keeps, but an absent `type` is STANDARD), else made. Null: the customer has none any more; the address stays among its `addresses`. */
  readonly billToAddress?: AddressInput | null;
  /** What it is known by. Whoever has it is changed; when nobody has, a customer is created. */
  readonly by: CustomerKeyInput;
  /** Its own commission policy; COMMISSION_EXEMPT at first. Cannot be cleared. */
  readonly commissionPolicy?: CommissionPolicy | null;
  /** How to reach it; null clears all of it. */
  readonly contactInfo?: CustomerContactInfoInput | null;
  /** The most that it may owe; null sets no limit. */
  readonly creditLimit?: QuantityInput | null;
  /** The shop’s group that it is in. */
  readonly customerGroupId?: string | null;
  /** What a new order starts with; null clears all of it. */
  readonly defaults?: CustomerDefaultsInput | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Whether orders and documents go by EDI; DISABLED at first. Cannot be cleared. */
  readonly ediStatus?: EdiStatus | null;
  /** How its shipments go and who pays; null sets all of it back to what a new customer has. */
  readonly freightPreferences?: CustomerFreightPreferencesInput | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** Whatever else is kept with it, as a whole: replaces what is there; null makes it `{}`. At most 65,536 characters. */
  readonly metadata?: JSONObject | null;
  /** The business’s name, as on documents. At most 255 characters. Space around it is left out. Must be given when a customer is created: `REQUIRED`. Cannot be cleared. */
  readonly name?: string | null;
  /** Free text about it. At most 10,000 characters. */
  readonly note?: string | null;
  /** What it wants to hear of; null sets all of it back to what a new customer has. */
  readonly notificationPreferences?: CustomerNotificationPreferencesInput | null;
  /** All of its price groups, groups of type PRICING_GROUP: at most 250. Replaces those that it has. */
  readonly priceGroupIds?: ReadonlyArray<string> | null;
  /** True: a customer that is discontinued is taken up again. False, or null: it is changed, and stays discontinued. */
  readonly reactivate?: boolean | null;
  /** Its default shipping address: is changed where the customer has one (absent keeps, but an absent `type` is STANDARD), else made. Null: the customer has none any more; the address stays among its `addresses`. */
  readonly shipToAddress?: AddressInput | null;
  /** Its sign-in in the shop; null takes that away, and the password with it. */
  readonly shopper?: ShopperInput | null;
  /** Whether it can transact; NORMAL at first. Cannot be cleared. */
  readonly status?: CustomerStatus | null;
  /** All of its tags: at most 10, each 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`; capitals become small. Replaces those that it has. */
  readonly tags?: ReadonlyArray<string> | null;
  /** What kind of customer it is: a group of type TYPE_GROUP, else `WRONG_GROUP_TYPE`. */
  readonly typeId?: string | null;
}

/** What came of one upsert. */
export interface CustomerUpsertPayload {
  readonly __typename?: 'CustomerUpsertPayload';
  /** The customer as it is now; null when there are errors. */
  readonly customer: Customer | null;
  /** What was done; null when there are errors. */
  readonly outcome: UpsertOutcome | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Which customer, and at which version. */
export interface CustomerVersionInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The customer’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is. */
  readonly ifVersion?: number | null;
}

/** RFC 3339 timestamp. Given in UTC with milliseconds (`2024-11-02T14:22:00.000Z`); taken with any offset (`2024-11-02T16:22:00+02:00`). */
export type DateTime = string;

/** A stretch of time. Both bounds belong to it; one that is absent or null is open. */
export interface DateTimeRange {
  /** The first instant. */
  readonly from?: DateTime | null;
  /** The last instant. */
  readonly to?: DateTime | null;
}

/** Exact decimal as a string of plain digits (`"1234.56"`): at most 35 before the point and 30 after it, no exponent, no trailing zeros. Never a float. */
export type Decimal = string;

/** What to delete. */
export interface DeleteInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** Its id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
}

/** What came of a deletion. */
export interface DeletePayload {
  readonly __typename?: 'DeletePayload';
  /** The id of what was deleted; null when there are errors, and nothing was. */
  readonly deletedId: string | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A part of the account’s company. From the sales system. */
export interface Department {
  readonly __typename?: 'Department';
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The department’s name, unique within the account. */
  readonly name: string;
  /** Free text about it; null when there is none. */
  readonly notes: string | null;
}

/** Whether orders and documents go by EDI (Electronic Data Interchange). */
export type EdiStatus =
  /** They do not. */
  | 'DISABLED'
  /** They go by EDI. */
  | 'ENABLED';

/** Whether the customer’s orders earn commission, all told. */
export interface EffectiveCommissionPolicy {
  readonly __typename?: 'EffectiveCommissionPolicy';
  /** Where the value comes from: the first of customer, type and price groups that grants the exemption; the customer when none does. */
  readonly source: PolicySource;
  /** COMMISSION_EXEMPT when the customer, its type or any price group says so. */
  readonly value: CommissionPolicy;
  /** The group that it comes from: of several price groups the first by name. Null when it is the customer’s own. */
  readonly via: AccountGroup | null;
}

/** Whether the customer pays freight, all told; its shipping term is not counted in. */
export interface EffectiveFreightPolicy {
  readonly __typename?: 'EffectiveFreightPolicy';
  /** Where the value comes from: the first of customer, type and price groups that grants the exemption; the customer when none does. */
  readonly source: PolicySource;
  /** FREE_FREIGHT when the customer, its type or any price group says so. */
  readonly value: FreightPolicy;
  /** The group that it comes from: of several price groups the first by name. Null when it is the customer’s own. */
  readonly via: AccountGroup | null;
}

/** The policies that hold once the customer’s groups are counted in. */
export interface EffectivePolicies {
  readonly __typename?: 'EffectivePolicies';
  /** Whether its orders earn commission. */
  readonly commission: EffectiveCommissionPolicy;
  /** Whether it pays freight. */
  readonly freight: EffectiveFreightPolicy;
}

/** What one field was and became. */
export interface FieldChange {
  readonly __typename?: 'FieldChange';
  /** The field, by its path in Customer: `contactInfo.email`. */
  readonly field: string;
  /** What it became, as text; null when it became null, and always for `shopper.password`. */
  readonly newValue: string | null;
  /** What it was, as text; null when it was null, and always for `shopper.password`. */
  readonly oldValue: string | null;
}

/** Whether freight is billed. */
export type FreightPolicy =
  /** Freight is billed, unless something else says that it is free. */
  | 'BILLED_FREIGHT'
  /** Freight is not billed. */
  | 'FREE_FREIGHT';

/** Where an address is. Editing an address may replace it by another, with another id. From the sales system, or the flat address of the warehouse. */
export interface Geolocation {
  readonly __typename?: 'Geolocation';
  /** The country’s ISO 3166-1 alpha-2 code: `US`. */
  readonly country: string;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** City or town, what `AddressFilter.city` looks at; null when unknown. */
  readonly locality: string | null;
  /** ZIP or postal code; null when unknown. */
  readonly postalCode: string | null;
  /** State or province, as the country abbreviates it: `IL`; null where there is none. */
  readonly state: string | null;
  /** Street and number; null when unknown. */
  readonly streetLine1: string | null;
  /** Suite, floor, building; null when there is none. */
  readonly streetLine2: string | null;
}

/** A JSON object with any content. */
export type JSONObject = { readonly [key: string]: unknown };

/** The shop environment a customer is of. */
export type Mode =
  /** The real shop. */
  | 'LIVE'
  /** For trying things out. */
  | 'TEST';

/** An amount of money in the shop. From Commerce Layer. */
export interface Money {
  readonly __typename?: 'Money';
  /** The exact amount in the currency’s main unit: dollars, not cents. */
  readonly amount: Decimal;
  /** The currency’s ISO 4217 code. */
  readonly currencyCode: string;
  /** The amount as people write it, rounded to the currency’s own number of digits: `$1,234.56`, `¥1,000`. */
  readonly displayValue: string;
}

/** Everything that can be changed, in the viewer’s account. Each is done as a whole or not at all; `userErrors` says all that was wrong with its input. */
export interface Mutation {
  readonly __typename?: 'Mutation';
  /** Creates a group of customers. */
  readonly accountGroupCreate: AccountGroupPayload;
  /** Deletes a group. A PRICING_GROUP is taken off all its customers first, each with an event and a new version; a TYPE_GROUP that customers have is `IN_USE`. */
  readonly accountGroupDelete: DeletePayload;
  /** Changes a group of customers; its policies hold for every member at once. */
  readonly accountGroupUpdate: AccountGroupPayload;
  /** Creates a carrier. */
  readonly carrierCreate: CarrierPayload;
  /** Deletes a carrier: `deletedAt` is set, customers that have it keep it, and it cannot be chosen again. The system’s are `SYSTEM_OWNED`. */
  readonly carrierDelete: DeletePayload;
  /** Changes a carrier of the account’s that was not deleted; the system’s are `SYSTEM_OWNED`. */
  readonly carrierUpdate: CarrierPayload;
  /** Adds an address to a customer, whose version grows by it. `customerUpdate` makes it a default. */
  readonly customerAddressCreate: AddressPayload;
  /** Deletes an address. `IN_USE` while it is its customer’s default billing or shipping address. */
  readonly customerAddressDelete: DeletePayload;
  /** Changes an address, and with it the version of its customer. A place that changes gets another `Geolocation`, with another id. What changes nothing is no change. */
  readonly customerAddressUpdate: AddressPayload;
  /** Up to 250 upserts, one after the other: each sees what those before it did, and one that fails stops no other. What succeeded is written at once. */
  readonly customerBulkUpsert: CustomerBulkUpsertPayload;
  /** Creates a customer, with its addresses, groups and tags. */
  readonly customerCreate: CustomerPayload;
  /** Discontinues a customer: it stays, with its history, and is no longer `active`. Nothing more for one that is discontinued already. */
  readonly customerDiscontinue: CustomerPayload;
  /** Merges customers into one. Whatever the sources have goes to the target: price groups, tags, addresses (not those that read like one of its own), children, records in source systems, events, orders, returns, subscriptions, attachments and the rest. The target keeps its own number, name, fields and defaults; of short id, reference and shopper with password it takes over the first source’s where it has none, and it counts the sources’ orders. The sources are gone then, and their ids lead to the target. `LIMIT_EXCEEDED` where all together have more than 10 tags, 250 price groups or 250 records; `HIERARCHY_DEPTH` where a source’s children would go below a target that has a parent. `dryRun` shows the result before. It cannot be undone. */
  readonly customerMerge: CustomerMergePayload;
  /** Changes a part of a customer’s metadata and leaves the rest. */
  readonly customerMetadataPatch: CustomerPayload;
  /** Puts a customer into price groups besides those that it is in; `LIMIT_EXCEEDED` over 250. Nothing more for groups that it is in already. */
  readonly customerPriceGroupsAdd: CustomerPayload;
  /** Takes a customer out of price groups. Nothing more for groups that it is not in. */
  readonly customerPriceGroupsRemove: CustomerPayload;
  /** Takes a discontinued customer up again. Nothing more for one that is active. */
  readonly customerReactivate: CustomerPayload;
  /** Makes a customer another’s child, or standalone, and keeps the relationship types of all concerned right. The hierarchy has two levels: for a customer that has children, or under one that has a parent, it is `HIERARCHY_DEPTH`; under itself or a child of its own `HIERARCHY_CYCLE`. */
  readonly customerSetParent: CustomerPayload;
  /** Marks a customer with tags besides those that it has; `LIMIT_EXCEEDED` over 10. Nothing more for tags that it has already. */
  readonly customerTagsAdd: CustomerPayload;
  /** Takes tags off a customer. Nothing more for tags that it does not have. */
  readonly customerTagsRemove: CustomerPayload;
  /** Changes a customer, discontinued or not. What changes nothing is no change: its version stays. */
  readonly customerUpdate: CustomerPayload;
  /** Creates a customer, changes it or leaves it alone, by one natural key. Of several at once with a key that nobody has, one creates, and the others find what it created. */
  readonly customerUpsert: CustomerUpsertPayload;
  /** Creates a payment term. */
  readonly paymentTermCreate: PaymentTermPayload;
  /** Deletes a term of the account’s; one that customers have is `IN_USE`, and the system’s are `SYSTEM_OWNED`. */
  readonly paymentTermDelete: DeletePayload;
  /** Changes a term of the account’s; the system’s are `SYSTEM_OWNED`. */
  readonly paymentTermUpdate: PaymentTermPayload;
  /** Creates a service level of a carrier. */
  readonly serviceLevelCreate: ServiceLevelPayload;
  /** Deletes a service level. One that customers or shipping terms have is `IN_USE`, and so is the carrier’s default until another one or none is. */
  readonly serviceLevelDelete: DeletePayload;
  /** Changes a service level of the account’s; the system’s are `SYSTEM_OWNED`. */
  readonly serviceLevelUpdate: ServiceLevelPayload;
  /** Creates a shipping term. */
  readonly shippingTermCreate: ShippingTermPayload;
  /** Deletes a term of the account’s; one that customers have is `IN_USE`, and the system’s are `SYSTEM_OWNED`. */
  readonly shippingTermDelete: DeletePayload;
  /** Changes a term of the account’s; the system’s are `SYSTEM_OWNED`. */
  readonly shippingTermUpdate: ShippingTermPayload;
  /** Sets a new password by a token that was sent; all other tokens of the shopper are void then. */
  readonly shopperPasswordReset: ShopperPasswordResetPayload;
  /** Sends a token to reset a password with, if someone of the viewer’s account has the email: as a row of `outbox_messages`, for a mailer. Answers alike and does the same work whether or not anyone has it. */
  readonly shopperPasswordResetRequest: ShopperPasswordResetRequestPayload;
  /** Sets a shopper’s password. Tokens that were sent to reset it are void from then on. Its event says that there is a new one, not what it is. */
  readonly shopperPasswordSet: CustomerPayload;
  /** Creates a unit of measure. */
  readonly unitCreate: UnitPayload;
}

/** The arguments of `Mutation.accountGroupCreate`. */
export interface MutationAccountGroupCreateArgs {
  /** The group. */
  readonly input: AccountGroupCreateInput;
}

/** The arguments of `Mutation.accountGroupDelete`. */
export interface MutationAccountGroupDeleteArgs {
  /** Which one. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.accountGroupUpdate`. */
export interface MutationAccountGroupUpdateArgs {
  /** What to change. */
  readonly input: AccountGroupUpdateInput;
}

/** The arguments of `Mutation.carrierCreate`. */
export interface MutationCarrierCreateArgs {
  /** The carrier. */
  readonly input: CarrierCreateInput;
}

/** The arguments of `Mutation.carrierDelete`. */
export interface MutationCarrierDeleteArgs {
  /** Which one. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.carrierUpdate`. */
export interface MutationCarrierUpdateArgs {
  /** What to change. */
  readonly input: CarrierUpdateInput;
}

/** The arguments of `Mutation.customerAddressCreate`. */
export interface MutationCustomerAddressCreateArgs {
  /** The address. */
  readonly input: CustomerAddressCreateInput;
}

/** The arguments of `Mutation.customerAddressDelete`. */
export interface MutationCustomerAddressDeleteArgs {
  /** Which one. */
  readonly input: CustomerAddressDeleteInput;
}

/** The arguments of `Mutation.customerAddressUpdate`. */
export interface MutationCustomerAddressUpdateArgs {
  /** What to change. */
  readonly input: CustomerAddressUpdateInput;
}

/** The arguments of `Mutation.customerBulkUpsert`. */
export interface MutationCustomerBulkUpsertArgs {
  /** The upserts. */
  readonly input: CustomerBulkUpsertInput;
}

/** The arguments of `Mutation.customerCreate`. */
export interface MutationCustomerCreateArgs {
  /** The customer. */
  readonly input: CustomerCreateInput;
}

/** The arguments of `Mutation.customerDiscontinue`. */
export interface MutationCustomerDiscontinueArgs {
  /** Which one. */
  readonly input: CustomerVersionInput;
}

/** The arguments of `Mutation.customerMerge`. */
export interface MutationCustomerMergeArgs {
  /** Which, and into which. */
  readonly input: CustomerMergeInput;
}

/** The arguments of `Mutation.customerMetadataPatch`. */
export interface MutationCustomerMetadataPatchArgs {
  /** Whose, and what. */
  readonly input: CustomerMetadataInput;
}

/** The arguments of `Mutation.customerPriceGroupsAdd`. */
export interface MutationCustomerPriceGroupsAddArgs {
  /** Whose, and which. */
  readonly input: CustomerGroupsInput;
}

/** The arguments of `Mutation.customerPriceGroupsRemove`. */
export interface MutationCustomerPriceGroupsRemoveArgs {
  /** Whose, and which. */
  readonly input: CustomerGroupsInput;
}

/** The arguments of `Mutation.customerReactivate`. */
export interface MutationCustomerReactivateArgs {
  /** Which one. */
  readonly input: CustomerVersionInput;
}

/** The arguments of `Mutation.customerSetParent`. */
export interface MutationCustomerSetParentArgs {
  /** Whose, and which parent. */
  readonly input: CustomerSetParentInput;
}

/** The arguments of `Mutation.customerTagsAdd`. */
export interface MutationCustomerTagsAddArgs {
  /** Whose, and which. */
  readonly input: CustomerTagsInput;
}

/** The arguments of `Mutation.customerTagsRemove`. */
export interface MutationCustomerTagsRemoveArgs {
  /** Whose, and which. */
  readonly input: CustomerTagsInput;
}

/** The arguments of `Mutation.customerUpdate`. */
export interface MutationCustomerUpdateArgs {
  /** What to change. */
  readonly input: CustomerUpdateInput;
}

/** The arguments of `Mutation.customerUpsert`. */
export interface MutationCustomerUpsertArgs {
  /** Which one, and what is to be true of it. */
  readonly input: CustomerUpsertInput;
}

/** The arguments of `Mutation.paymentTermCreate`. */
export interface MutationPaymentTermCreateArgs {
  /** The term. */
  readonly input: PaymentTermCreateInput;
}

/** The arguments of `Mutation.paymentTermDelete`. */
export interface MutationPaymentTermDeleteArgs {
  /** Which one. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.paymentTermUpdate`. */
export interface MutationPaymentTermUpdateArgs {
  /** What to change. */
  readonly input: PaymentTermUpdateInput;
}

/** The arguments of `Mutation.serviceLevelCreate`. */
export interface MutationServiceLevelCreateArgs {
  /** The service level. */
  readonly input: ServiceLevelCreateInput;
}

/** The arguments of `Mutation.serviceLevelDelete`. */
export interface MutationServiceLevelDeleteArgs {
  /** Which one. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.serviceLevelUpdate`. */
export interface MutationServiceLevelUpdateArgs {
  /** What to change. */
  readonly input: ServiceLevelUpdateInput;
}

/** The arguments of `Mutation.shippingTermCreate`. */
export interface MutationShippingTermCreateArgs {
  /** The term. */
  readonly input: ShippingTermCreateInput;
}

/** The arguments of `Mutation.shippingTermDelete`. */
export interface MutationShippingTermDeleteArgs {
  /** Which one. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.shippingTermUpdate`. */
export interface MutationShippingTermUpdateArgs {
  /** What to change. */
  readonly input: ShippingTermUpdateInput;
}

/** The arguments of `Mutation.shopperPasswordReset`. */
export interface MutationShopperPasswordResetArgs {
  /** Token and password. */
  readonly input: ShopperPasswordResetInput;
}

/** The arguments of `Mutation.shopperPasswordResetRequest`. */
export interface MutationShopperPasswordResetRequestArgs {
  /** Who forgot it. */
  readonly input: ShopperPasswordResetRequestInput;
}

/** The arguments of `Mutation.shopperPasswordSet`. */
export interface MutationShopperPasswordSetArgs {
  /** The password. */
  readonly input: ShopperPasswordSetInput;
}

/** The arguments of `Mutation.unitCreate`. */
export interface MutationUnitCreateArgs {
  /** The unit. */
  readonly input: UnitCreateInput;
}

/** An object that can be fetched again by its id, with `node` or `nodes`. */
export interface Node {
  readonly __typename?: 'Account' | 'AccountGroup' | 'AccountUser' | 'Address' | 'Attachment' | 'Carrier' | 'Customer' | 'CustomerEvent' | 'CustomerGroup' | 'CustomerSubscription' | 'Department' | 'Geolocation' | 'Order' | 'OrderSubscription' | 'PaymentSource' | 'PaymentTerm' | 'Priority' | 'Quantity' | 'Return' | 'Role' | 'ServiceLevel' | 'ShippingTerm' | 'SkuList' | 'Tag' | 'Unit' | 'User';
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
}

/** An order in the shop, a cart included. From Commerce Layer. */
export interface Order {
  readonly __typename?: 'Order';
  /** When the order was begun. */
  readonly createdAt: DateTime;
  /** How far the delivery is. */
  readonly fulfillmentStatus: OrderFulfillmentStatus;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The order’s number, for people; null before it has one. */
  readonly number: string | null;
  /** How far the payment is. */
  readonly paymentStatus: OrderPaymentStatus;
  /** When the customer placed it; null before. */
  readonly placedAt: DateTime | null;
  /** How far the order is. */
  readonly status: OrderStatus;
  /** What the order costs, taxes included; null before that is known. */
  readonly total: Money | null;
}

/** A page of a list of Order objects. */
export interface OrderConnection {
  readonly __typename?: 'OrderConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Order>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One Order of a page, and its place in the list. */
export interface OrderEdge {
  readonly __typename?: 'OrderEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Order;
}

/** How far an order’s delivery is. */
export type OrderFulfillmentStatus =
  /** All of it is delivered. */
  | 'FULFILLED'
  /** Some of it is on its way. */
  | 'IN_PROGRESS'
  /** There is nothing to deliver. */
  | 'NOT_REQUIRED'
  /** Not begun. */
  | 'UNFULFILLED';

/** How far an order’s payment is. */
export type OrderPaymentStatus =
  /** The whole amount is authorized. */
  | 'AUTHORIZED'
  /** There is nothing to pay. */
  | 'FREE'
  /** The whole amount is paid. */
  | 'PAID'
  /** A part is authorized. */
  | 'PARTIALLY_AUTHORIZED'
  /** A part is paid. */
  | 'PARTIALLY_PAID'
  /** A part was paid back. */
  | 'PARTIALLY_REFUNDED'
  /** A part of the authorization was given up. */
  | 'PARTIALLY_VOIDED'
  /** The whole amount was paid back. */
  | 'REFUNDED'
  /** Nothing is authorized or paid. */
  | 'UNPAID'
  /** The authorization was given up. */
  | 'VOIDED';

/** How far an order is. */
export type OrderStatus =
  /** Approved; can be paid and fulfilled. */
  | 'APPROVED'
  /** Cancelled. */
  | 'CANCELLED'
  /** Just begun, empty. */
  | 'DRAFT'
  /** A placed order that is being changed. */
  | 'EDITING'
  /** Has items and belongs to a customer; a cart. */
  | 'PENDING'
  /** Placed by the customer, not yet approved. */
  | 'PLACED'
  /** Is being placed. */
  | 'PLACING';

/** An order that repeats by itself. From Commerce Layer. */
export interface OrderSubscription {
  readonly __typename?: 'OrderSubscription';
  /** When it was created. */
  readonly createdAt: DateTime;
  /** When it ends; null when never. After `startsAt`. */
  readonly expiresAt: DateTime | null;
  /** How often: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab line. */
  readonly frequency: string;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** When it places its next order; null when it will not. */
  readonly nextRunAt: DateTime | null;
  /** Its number, for people; null before it has one. */
  readonly number: string | null;
  /** When it begins; null when at once. */
  readonly startsAt: DateTime | null;
  /** Whether it runs. */
  readonly status: OrderSubscriptionStatus;
}

/** A page of a list of OrderSubscription objects. */
export interface OrderSubscriptionConnection {
  readonly __typename?: 'OrderSubscriptionConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<OrderSubscriptionEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<OrderSubscription>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One OrderSubscription of a page, and its place in the list. */
export interface OrderSubscriptionEdge {
  readonly __typename?: 'OrderSubscriptionEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: OrderSubscription;
}

/** Whether a repeating order runs. */
export type OrderSubscriptionStatus =
  /** Waits for its next run. */
  | 'ACTIVE'
  /** Ended for good. */
  | 'CANCELLED'
  /** Not yet complete. */
  | 'DRAFT'
  /** Paused. */
  | 'INACTIVE'
  /** Is placing its order now. */
  | 'RUNNING';

/** Who provides a setting such as a carrier, a term or a unit. From the sales system. */
export interface Owner {
  readonly __typename?: 'Owner';
  /** The account that made it; null when the system provides it. */
  readonly account: Account | null;
  /** Whether the system or an account provides it. */
  readonly type: OwnerType;
}

/** Who provides a setting. */
export type OwnerType =
  /** Made by the account for itself. */
  | 'ACCOUNT'
  /** Provided for all accounts; cannot be changed or deleted. */
  | 'SYSTEM';

/** Where a page lies in its list. Both flags are true to the data, whichever way one pages. */
export interface PageInfo {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page’s last row; null when the page is empty. */
  readonly endCursor: string | null;
  /** Whether rows follow the page. */
  readonly hasNextPage: boolean;
  /** Whether rows precede the page. */
  readonly hasPreviousPage: boolean;
  /** The cursor of the page’s first row; null when the page is empty. */
  readonly startCursor: string | null;
}

/** Whether a customer has children. */
export type ParentAccountStatus =
  /** Has none; it may itself be a child. */
  | 'NON_PARENT'
  /** Has children. */
  | 'PARENT';

/** A saved means of payment. Its tokens are secrets and not kept here. From Commerce Layer. */
export interface PaymentSource {
  readonly __typename?: 'PaymentSource';
  /** When it was saved. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** What the customer calls it: `Visa ending in 4242`; null when unnamed. */
  readonly name: string | null;
  /** The gateway’s kind of payment: `stripe_payments`, `paypal_payments`, `wire_transfers` and so on. */
  readonly type: string;
}

/** A page of a list of PaymentSource objects. */
export interface PaymentSourceConnection {
  readonly __typename?: 'PaymentSourceConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<PaymentSourceEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<PaymentSource>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One PaymentSource of a page, and its place in the list. */
export interface PaymentSourceEdge {
  readonly __typename?: 'PaymentSourceEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: PaymentSource;
}

/** When an invoice is due: `Net 30`. From the sales system. */
export interface PaymentTerm {
  readonly __typename?: 'PaymentTerm';
  /** When the term was created. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The term’s name, unique among those that the account sees. */
  readonly name: string;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** Whether it can be chosen. */
  readonly status: PaymentTermStatus;
  /** When the term was last changed. */
  readonly updatedAt: DateTime;
}

/** A page of a list of PaymentTerm objects. */
export interface PaymentTermConnection {
  readonly __typename?: 'PaymentTermConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<PaymentTermEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<PaymentTerm>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new payment term of the account’s own. */
export interface PaymentTermCreateInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The term’s name, unique among those that the account sees: its own and the system’s. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** Whether it can be chosen; ACTIVE when absent or null. */
  readonly status?: PaymentTermStatus | null;
}

/** One PaymentTerm of a page, and its place in the list. */
export interface PaymentTermEdge {
  readonly __typename?: 'PaymentTermEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: PaymentTerm;
}

/** What came of a mutation. The term as it is now; null when there are errors. */
export interface PaymentTermPayload {
  readonly __typename?: 'PaymentTermPayload';
  /** The term as it is now; null when there are errors. */
  readonly paymentTerm: PaymentTerm | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Whether a payment term can be chosen. */
export type PaymentTermStatus =
  /** Can be chosen. */
  | 'ACTIVE'
  /** No longer chosen; customers that have it keep it. */
  | 'INACTIVE';

/** A change of a payment term: absent keeps. */
export interface PaymentTermUpdateInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The term’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The term’s name, unique among those that the account sees: its own and the system’s. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
  /** Whether it can be chosen; customers that have it keep it. Cannot be cleared. */
  readonly status?: PaymentTermStatus | null;
}

/** Where a policy comes from. */
export type PolicySource =
  /** The customer’s own field. */
  | 'CUSTOMER'
  /** One of the customer’s price groups. */
  | 'PRICE_GROUP'
  /** The account group that is the customer’s type. */
  | 'TYPE_GROUP';

/** Whether customers see something when they check out in the customer portal. */
export type PortalVisibility =
  /** Customers do not see it. */
  | 'HIDDEN'
  /** Customers can see and choose it. */
  | 'VISIBLE';

/** How urgently a customer’s orders are worked. Provided by the system, the same for all accounts. From the sales system. */
export interface Priority {
  readonly __typename?: 'Priority';
  /** The priority’s machine-readable code. */
  readonly code: PriorityCode;
  /** When the priority was created. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The priority’s name, for people. */
  readonly name: string;
  /** Always the system. */
  readonly owner: Owner;
  /** When the priority was last changed. */
  readonly updatedAt: DateTime;
}

/** How urgent an order is. */
export type PriorityCode =
  /** Worked ahead of normal and low. */
  | 'HIGH'
  /** Worked after normal and high. */
  | 'LOW'
  /** The urgency of most orders and picks. */
  | 'NORMAL';

/** An exact amount with its unit: a credit limit, a flat rate. From the sales system. */
export interface Quantity {
  readonly __typename?: 'Quantity';
  /** The same quantity in another unit of the same dimension; an error of code `UNIT_DIMENSION_MISMATCH` otherwise. Exact but for one rounding at the end. Currencies convert by the units’ fixed ratios, which are no exchange rate of today. */
  readonly convert: ConvertedQuantity;
  /** The value as people write it: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to its currency’s own number of digits; other values lose only trailing zeros. */
  readonly displayValue: string;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The unit that the amount is in. */
  readonly unit: Unit | null;
  /** The exact amount, in the unit. */
  readonly value: Decimal;
}

/** The arguments of `Quantity.convert`. */
export interface QuantityConvertArgs {
  /** The id of the unit to convert to. */
  readonly to: string;
}

/** An exact amount in a unit. */
export interface QuantityInput {
  /** The id of the unit that it is in; `units` lists them. */
  readonly unitId: string;
  /** The amount: at most 35 digits before the point and 30 after it. */
  readonly value: Decimal;
}

/** Everything that can be read. All of it belongs to the viewer’s account. */
export interface Query {
  readonly __typename?: 'Query';
  /** For the routers of federated graphs: the objects that representations stand for, in their order; null in the place of one that names nothing, or nothing of the account’s. Every type that has an id is found by `id`, Customer by `number` and `shortId` too; where several are given, the first of these decides. At most 250. */
  readonly _entities: ReadonlyArray<_Entity | null>;
  /** For those who compose federated graphs: this one. Closed where introspection is. */
  readonly _service: _Service;
  /** The account’s groups of customers, newest first. */
  readonly accountGroups: AccountGroupConnection;
  /** The account’s users, of every status, newest first. */
  readonly accountUsers: AccountUserConnection;
  /** The carriers that the account can choose, its own and the system’s, newest first. Deleted ones are not among them; the customers that have one still show it. */
  readonly carriers: CarrierConnection;
  /** One customer, by its id or any other key that it is known by; null when there is none, or it is not the account’s. */
  readonly customer: Customer | null;
  /** All changes of the account’s customers, in the order of their commits: one that is there has all before it there too, and none ever comes in between. `customerChanged` goes on from a cursor of this list. */
  readonly customerChanges: CustomerChangeConnection;
  /** The account’s customers, discontinued ones too (`filter.active` leaves them out), newest first. */
  readonly customers: CustomerConnection;
  /** Any object by its id; null when there is none, or when it is not the account’s. */
  readonly node: Node | null;
  /** Objects by their ids, of any types, in the ids’ order: null in the place of an id that names none, or none of the account’s. At most 250. */
  readonly nodes: ReadonlyArray<Node | null>;
  /** The payment terms that the account sees, its own and the system’s, active or not, newest first. */
  readonly paymentTerms: PaymentTermConnection;
  /** The priorities that an order can have, lowest first. There are three. */
  readonly priorities: ReadonlyArray<Priority>;
  /** The shipping terms that the account sees, its own and the system’s, newest first. */
  readonly shippingTerms: ShippingTermConnection;
  /** The units of measure that the account can use, its own and the system’s, newest first. */
  readonly units: UnitConnection;
  /** The caller: whose data it sees and what it may do. */
  readonly viewer: Viewer;
}

/** The arguments of `Query._entities`. */
export interface Query_EntitiesArgs {
  /** What stands for the objects: at most 250. */
  readonly representations: ReadonlyArray<_Any>;
}

/** The arguments of `Query.accountGroups`. */
export interface QueryAccountGroupsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
  /** Only groups of this type; all when null. */
  readonly type?: AccountGroupType | null;
}

/** The arguments of `Query.accountUsers`. */
export interface QueryAccountUsersArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.carriers`. */
export interface QueryCarriersArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.customer`. */
export interface QueryCustomerArgs {
  /** What it is known by. */
  readonly by: CustomerIdentifier;
}

/** The arguments of `Query.customerChanges`. */
export interface QueryCustomerChangesArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** Which changes; all when absent. */
  readonly filter?: CustomerChangeFilter | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** Changes of these customers only: at most 250. One that is merged has its last change then; what it went into is followed by its own id. */
  readonly ids?: ReadonlyArray<string> | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.customers`. */
export interface QueryCustomersArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** Only customers that match this. */
  readonly filter?: CustomerFilter | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
  /** The order: by the first key, among equals by the next, at last by id. Newest first when absent, null or empty. */
  readonly orderBy?: ReadonlyArray<CustomerSort> | null;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: string | null;
}

/** The arguments of `Query.node`. */
export interface QueryNodeArgs {
  /** The object’s id. */
  readonly id: string;
}

/** The arguments of `Query.nodes`. */
export interface QueryNodesArgs {
  /** The objects’ ids: at most 250. */
  readonly ids: ReadonlyArray<string>;
}

/** The arguments of `Query.paymentTerms`. */
export interface QueryPaymentTermsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.shippingTerms`. */
export interface QueryShippingTermsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Query.units`. */
export interface QueryUnitsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
  /** Only units of this dimension; all when null. */
  readonly type?: UnitDimension | null;
}

/** Where a customer stands in the hierarchy, which has two levels. */
export type RelationshipType =
  /** Has a parent. */
  | 'CHILD'
  /** Has children. */
  | 'PARENT'
  /** Neither parent nor children. */
  | 'STANDALONE';

/** Goods that a customer sends back. From Commerce Layer. */
export interface Return {
  readonly __typename?: 'Return';
  /** When the return was begun. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The return’s number, for people; null before it has one. */
  readonly number: string | null;
  /** How far the return is. */
  readonly status: ReturnStatus;
}

/** A page of a list of Return objects. */
export interface ReturnConnection {
  readonly __typename?: 'ReturnConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<ReturnEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Return>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One Return of a page, and its place in the list. */
export interface ReturnEdge {
  readonly __typename?: 'ReturnEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Return;
}

/** How far a return is. */
export type ReturnStatus =
  /** May be sent back. */
  | 'APPROVED'
  /** Given up. */
  | 'CANCELLED'
  /** Not yet complete. */
  | 'DRAFT'
  /** Back in stock’s hands. */
  | 'RECEIVED'
  /** Paid back. */
  | 'REFUNDED'
  /** Refused. */
  | 'REJECTED'
  /** Asked for by the customer. */
  | 'REQUESTED'
  /** On its way back. */
  | 'SHIPPED';

/** What a group of an account’s users may do in the sales system. It does not govern the gateway, scopes do. */
export interface Role {
  readonly __typename?: 'Role';
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The role’s name, unique within the account. */
  readonly name: string;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** What it allows, as `permission:action`: `customers:read`. Some dozens at most, all of them here. */
  readonly permissions: ReadonlyArray<string>;
  /** The kind of work it is for. */
  readonly type: RoleType;
}

/** What kind of work a role is for. */
export type RoleType =
  /** Runs the account. */
  | 'ADMIN'
  /** Acts for the account by software. */
  | 'AGENT'
  /** Sells. */
  | 'SALES_REP'
  /** Works with a scanner in the warehouse. */
  | 'SCANNER'
  /** Works in the office; the kind of every role that an account makes itself. */
  | 'USER';

/** One of a carrier’s services: ground, overnight. From the sales system. */
export interface ServiceLevel {
  readonly __typename?: 'ServiceLevel';
  /** The carrier that offers it. */
  readonly carrier: Carrier;
  /** When the service level was created. */
  readonly createdAt: DateTime;
  /** Whether customers can see and choose it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** Whether it is chosen when nobody chooses. At most one a carrier. */
  readonly isDefault: boolean;
  /** The name that customers see at checkout. */
  readonly name: string;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** The carrier’s own code for it: `fedex_ground`. Any text but the empty one. */
  readonly serviceLevelToken: string;
  /** When the service level was last changed. */
  readonly updatedAt: DateTime;
}

/** A page of a list of ServiceLevel objects. */
export interface ServiceLevelConnection {
  readonly __typename?: 'ServiceLevelConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<ServiceLevelEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ServiceLevel>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new service level of the account’s own. */
export interface ServiceLevelCreateInput {
  /** The carrier that offers it, one of `carriers`: the account’s own or the system’s. */
  readonly carrierId: string;
  /** Whether customers can see and choose it in the customer portal; VISIBLE when absent or null. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** True: it becomes the carrier’s default, and the one that was it is no longer. Only with a carrier of the account’s own, else `SYSTEM_OWNED`. False when absent or null. */
  readonly isDefault?: boolean | null;
  /** The name that customers see at checkout. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** The carrier’s own code for it, any text but the empty one; unique among the carrier’s levels. At most 64 characters. Space around it is left out. */
  readonly serviceLevelToken: string;
}

/** One ServiceLevel of a page, and its place in the list. */
export interface ServiceLevelEdge {
  readonly __typename?: 'ServiceLevelEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: ServiceLevel;
}

/** What came of a mutation. The service level as it is now; null when there are errors. */
export interface ServiceLevelPayload {
  readonly __typename?: 'ServiceLevelPayload';
  /** The service level as it is now; null when there are errors. */
  readonly serviceLevel: ServiceLevel | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a service level: absent keeps. Its carrier never changes. */
export interface ServiceLevelUpdateInput {
  /** Whether customers can see and choose it in the customer portal. Cannot be cleared. */
  readonly customerPortalVisibility?: PortalVisibility | null;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The service level’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** True: it becomes the carrier’s default, and the one that was it is no longer. Only with a carrier of the account’s own, else `SYSTEM_OWNED`. False: the carrier has no default, if this was it. Cannot be null. */
  readonly isDefault?: boolean | null;
  /** The name that customers see at checkout. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
  /** The carrier’s own code for it, any text but the empty one; unique among the carrier’s levels. At most 64 characters. Space around it is left out. Cannot be cleared. */
  readonly serviceLevelToken?: string | null;
}

/** How freight is charged, and when it is free. From the sales system. */
export interface ShippingTerm {
  readonly __typename?: 'ShippingTerm';
  /** When the term was created. */
  readonly createdAt: DateTime;
  /** The fixed charge for an order; null when none is set. Counts for FLAT_RATE_FREIGHT only. */
  readonly flatRate: Quantity | null;
  /** The service levels that ship free once the minimum is reached, newest first. None: every level does. */
  readonly freeShippingServiceLevels: ServiceLevelConnection;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The subtotal that an order must reach before free shipping holds; null when any does. */
  readonly minimumOrderValue: Quantity | null;
  /** The term’s name. */
  readonly name: string;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** How freight is priced. */
  readonly type: ShippingTermType;
  /** When the term was last changed. */
  readonly updatedAt: DateTime;
}

/** The arguments of `ShippingTerm.freeShippingServiceLevels`. */
export interface ShippingTermFreeShippingServiceLevelsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** A page of a list of ShippingTerm objects. */
export interface ShippingTermConnection {
  readonly __typename?: 'ShippingTermConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<ShippingTermEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ShippingTerm>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new shipping term of the account’s own. */
export interface ShippingTermCreateInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The fixed charge for an order, in a unit of dimension CURRENCY; null clears it. Kept with any type, and counts with FLAT_RATE_FREIGHT only. */
  readonly flatRate?: QuantityInput | null;
  /** All service levels that ship free once the minimum is reached, at most 250: replaces those that are there. None, or null: every level does. */
  readonly freeShippingServiceLevelIds?: ReadonlyArray<string> | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The subtotal that an order must reach before free shipping holds, in a unit of dimension CURRENCY; none when null. */
  readonly minimumOrderValue?: QuantityInput | null;
  /** The term’s name, unique among the account’s own. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** How freight is priced. */
  readonly type: ShippingTermType;
}

/** One ShippingTerm of a page, and its place in the list. */
export interface ShippingTermEdge {
  readonly __typename?: 'ShippingTermEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: ShippingTerm;
}

/** What came of a mutation. The term as it is now; null when there are errors. */
export interface ShippingTermPayload {
  readonly __typename?: 'ShippingTermPayload';
  /** The term as it is now; null when there are errors. */
  readonly shippingTerm: ShippingTerm | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** How an order’s freight is priced. */
export type ShippingTermType =
  /** The rate that the carrier quotes. */
  | 'CARRIER_RATE_FREIGHT'
  /** A fixed charge, whatever is ordered. */
  | 'FLAT_RATE_FREIGHT'
  /** The buyer pays no freight. */
  | 'FREE_FREIGHT';

/** A change of a shipping term: absent keeps, null clears, a list replaces. */
export interface ShippingTermUpdateInput {
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** The fixed charge for an order, in a unit of dimension CURRENCY; null clears it. Kept with any type, and counts with FLAT_RATE_FREIGHT only. */
  readonly flatRate?: QuantityInput | null;
  /** All service levels that ship free once the minimum is reached, at most 250: replaces those that are there. None, or null: every level does. */
  readonly freeShippingServiceLevelIds?: ReadonlyArray<string> | null;
  /** The term’s id. */
  readonly id: string;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The subtotal that an order must reach before free shipping holds, in a unit of dimension CURRENCY; none when null. */
  readonly minimumOrderValue?: QuantityInput | null;
  /** The term’s name, unique among the account’s own. At most 255 characters. Space around it is left out. Cannot be cleared. */
  readonly name?: string | null;
  /** How freight is priced. Cannot be cleared. */
  readonly type?: ShippingTermType | null;
}

/** What the shop knows of a customer: sign-in, orders, returns. From Commerce Layer. */
export interface Shopper {
  readonly __typename?: 'Shopper';
  /** The address that they sign in with, in lower case; unique within the account. */
  readonly email: string;
  /** Whether they can sign in with a password. The password itself cannot be read. */
  readonly hasPassword: boolean;
  /** Their repeating orders, newest first. */
  readonly orderSubscriptions: OrderSubscriptionConnection;
  /** Their orders, carts included, newest first. */
  readonly orders: OrderConnection;
  /** Their saved means of payment, newest first. */
  readonly paymentSources: PaymentSourceConnection;
  /** What they send back, newest first. */
  readonly returns: ReturnConnection;
  /** What payment gateways call the shopper; null when they do not. */
  readonly shopperReference: string | null;
  /** Their lists of articles, newest first. */
  readonly skuLists: SkuListConnection;
  /** Prospect, acquired or repeat. */
  readonly status: ShopperStatus;
  /** Their subscriptions to news, newest first. */
  readonly subscriptions: CustomerSubscriptionConnection;
  /** How many orders they have, as the shop counts them. */
  readonly totalOrdersCount: number;
}

/** The arguments of `Shopper.orderSubscriptions`. */
export interface ShopperOrderSubscriptionsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.orders`. */
export interface ShopperOrdersArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.paymentSources`. */
export interface ShopperPaymentSourcesArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.returns`. */
export interface ShopperReturnsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.skuLists`. */
export interface ShopperSkuListsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The arguments of `Shopper.subscriptions`. */
export interface ShopperSubscriptionsArgs {
  /** Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone. */
  readonly after?: string | null;
  /** Only rows before this cursor. The rules of `after` hold. */
  readonly before?: string | null;
  /** How many rows from the start, or after `after`: 0 to 250; 25 when neither `first` nor `last` is given. Not with `last`. */
  readonly first?: number | null;
  /** How many rows from the end, or before `before`: 0 to 250. Not with `first`. */
  readonly last?: number | null;
}

/** The customer’s sign-in in the shop. A password is set with `shopperPasswordSet`. */
export interface ShopperInput {
  /** The address to sign in with, kept in lower case; unique within the account. At most 254 characters. */
  readonly email: string;
  /** What payment gateways call the shopper. At most 255 characters. */
  readonly shopperReference?: string | null;
  /** How far they are on the way to being a regular; PROSPECT at first, and when null. */
  readonly status?: ShopperStatus | null;
}

/** A new password, and what was sent to set it with. */
export interface ShopperPasswordResetInput {
  /** The new password: 8 to 256 characters of any kind, kept only as a hash; space around it counts. */
  readonly newPassword: string;
  /** The token that was sent, good for 60 minutes and once. One that is unknown, used or expired is `INVALID`, in the same words. */
  readonly token: string;
}

/** What came of a reset. Nothing of whose password it is. */
export interface ShopperPasswordResetPayload {
  readonly __typename?: 'ShopperPasswordResetPayload';
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** Who forgot their password. */
export interface ShopperPasswordResetRequestInput {
  /** The address that they sign in with in the viewer’s account, in any case. At most 254 characters. More than 5 requests for one address within 60 minutes are `LIMIT_EXCEEDED`, whether or not anyone has it. */
  readonly email: string;
}

/** What came of a request for a reset: alike whether or not anyone has the email. */
export interface ShopperPasswordResetRequestPayload {
  readonly __typename?: 'ShopperPasswordResetRequestPayload';
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A shopper’s new password. */
export interface ShopperPasswordSetInput {
  /** The customer whose shopper it is; it must have one. */
  readonly customerId: string;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The new password: 8 to 256 characters of any kind, kept only as a hash; space around it counts. */
  readonly password: string;
}

/** How far a shop’s customer is on the way to being a regular. */
export type ShopperStatus =
  /** Has ordered once. */
  | 'ACQUIRED'
  /** Has no order yet. */
  | 'PROSPECT'
  /** Has ordered more than once. */
  | 'REPEAT';

/** A list of articles that the customer keeps: a wish list. From Commerce Layer. */
export interface SkuList {
  readonly __typename?: 'SkuList';
  /** When the list was made. */
  readonly createdAt: DateTime;
  /** Free text about the list; null when there is none. */
  readonly description: string | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The list’s name. */
  readonly name: string;
  /** The name as it stands in addresses. */
  readonly slug: string;
}

/** A page of a list of SkuList objects. */
export interface SkuListConnection {
  readonly __typename?: 'SkuListConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<SkuListEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<SkuList>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One SkuList of a page, and its place in the list. */
export interface SkuListEdge {
  readonly __typename?: 'SkuListEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: SkuList;
}

/** Which way an order runs. What has no value comes last either way. */
export type SortDirection =
  /** The smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** The largest, latest or last in the alphabet first. */
  | 'DESC';

/** A system that customers are read from. */
export type SourceSystem =
  /** The sales system: Augno. */
  | 'AUGNO'
  /** The shop: Commerce Layer. */
  | 'COMMERCE_LAYER'
  /** The warehouse system: InventoryPro. Its key is the shortId. */
  | 'WAREHOUSE';

/** A text, and how many customers have it. */
export interface StringFacet {
  readonly __typename?: 'StringFacet';
  /** How many customers of the list have the value. */
  readonly count: number;
  /** The text. */
  readonly value: string;
}

/** What can be followed, over server-sent events. All of it belongs to the viewer’s account. */
export interface Subscription {
  readonly __typename?: 'Subscription';
  /** Each change of the account’s customers, once, in the order of `customerChanges`. With `after` first those that came after that change; so who was cut off goes on with the last cursor that it has. Without, from now on. */
  readonly customerChanged: CustomerChange;
}

/** The arguments of `Subscription.customerChanged`. */
export interface SubscriptionCustomerChangedArgs {
  /** The cursor of the last change that is known. */
  readonly after?: string | null;
  /** Which changes; all when absent. */
  readonly filter?: CustomerChangeFilter | null;
  /** Changes of these customers only: at most 250. One that is merged has its last change then; what it went into is followed by its own id. */
  readonly ids?: ReadonlyArray<string> | null;
}

/** A word that customers are marked with. From Commerce Layer. */
export interface Tag {
  readonly __typename?: 'Tag';
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The word: 1 to 25 of `a-z`, `0-9`, `_`, `:` and `-`. Unique within the account. */
  readonly name: string;
}

/** A page of a list of Tag objects. */
export interface TagConnection {
  readonly __typename?: 'TagConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<TagEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Tag>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** One Tag of a page, and its place in the list. */
export interface TagEdge {
  readonly __typename?: 'TagEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Tag;
}

/** A unit of measure. A value in it becomes one in the dimension’s base unit by `value × ratioNumerator / ratioDenominator + offsetNumerator / offsetDenominator`. From the sales system. */
export interface Unit {
  readonly __typename?: 'Unit';
  /** The short form that display values end with: `kg`; the ISO 4217 code of a currency: `USD`. Unique among the account’s units. */
  readonly abbreviation: string;
  /** When the unit was created. */
  readonly createdAt: DateTime;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** Whether this is the dimension’s base unit, which the ratios are relative to. One a dimension, provided by the system. */
  readonly isBaseUnit: boolean;
  /** The unit’s name: `Kilogram`. Unique among the account’s units. */
  readonly name: string;
  /** Denominator of the offset to the base unit. Never 0. */
  readonly offsetDenominator: Decimal;
  /** Numerator of the offset to the base unit, in base units: 0 but for temperatures. */
  readonly offsetNumerator: Decimal;
  /** Who provides it: the system, or the account itself. */
  readonly owner: Owner;
  /** Denominator of the ratio to the base unit. Never 0. */
  readonly ratioDenominator: Decimal;
  /** Numerator of the ratio to the base unit. Never 0. */
  readonly ratioNumerator: Decimal;
  /** What the unit measures. Never changes. */
  readonly type: UnitDimension;
  /** When the unit was last changed. */
  readonly updatedAt: DateTime;
}

/** A page of a list of Unit objects. */
export interface UnitConnection {
  readonly __typename?: 'UnitConnection';
  /** The page, in order, each row with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** The page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the list has under its filter, all pages together. Exact; counted only when selected. */
  readonly totalCount: number;
}

/** A new unit of the account’s own. It is never the base unit of its dimension, and never changes: amounts in it would. */
export interface UnitCreateInput {
  /** The short form that display values end with: `plt`; the ISO 4217 code of a currency. Unique among the account’s units. At most 64 characters. Space around it is left out. */
  readonly abbreviation: string;
  /** True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards. */
  readonly dryRun?: boolean | null;
  /** 1 to 255 characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is `IDEMPOTENCY_KEY_REUSED`. A dry run neither takes a key nor asks for one. */
  readonly idempotencyKey?: string | null;
  /** The unit’s name: `Pallet`. Unique among the account’s units. At most 255 characters. Space around it is left out. */
  readonly name: string;
  /** Denominator of the offset to the base unit; 1 when absent or null. Cannot be 0. */
  readonly offsetDenominator?: Decimal | null;
  /** Numerator of the offset to the base unit, in base units; 0 when absent or null. */
  readonly offsetNumerator?: Decimal | null;
  /** Denominator of the ratio to the base unit. Cannot be 0. */
  readonly ratioDenominator: Decimal;
  /** Numerator of the ratio to the base unit. Cannot be 0. */
  readonly ratioNumerator: Decimal;
  /** What the unit measures. */
  readonly type: UnitDimension;
}

/** What a unit measures. Only units of one dimension convert into each other. */
export type UnitDimension =
  /** Area: square metres, square feet. */
  | 'AREA'
  /** Money. Converting between currencies uses the units’ fixed ratios, not today’s rate. */
  | 'CURRENCY'
  /** Length: metres, feet. */
  | 'LENGTH'
  /** Mass: grams, pounds. */
  | 'MASS'
  /** Countable items: each, dozen, case. */
  | 'QUANTITY'
  /** Temperature: kelvin, °C, °F. Units differ by an offset too. */
  | 'TEMPERATURE'
  /** Time: seconds, hours, days. */
  | 'TIME'
  /** Volume: litres, gallons. */
  | 'VOLUME';

/** One Unit of a page, and its place in the list. */
export interface UnitEdge {
  readonly __typename?: 'UnitEdge';
  /** Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`. */
  readonly cursor: string;
  /** The row itself. */
  readonly node: Unit;
}

/** What came of a mutation. The new unit; null when there are errors. */
export interface UnitPayload {
  readonly __typename?: 'UnitPayload';
  /** The new unit; null when there are errors. */
  readonly unit: Unit | null;
  /** All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** What an upsert came to. */
export type UpsertOutcome =
  /** Nobody had the key: a customer was created, and has it now. */
  | 'CREATED'
  /** The customer with the key is already as the input says: nothing was written, no version and no event. */
  | 'UNCHANGED'
  /** The customer with the key was changed. */
  | 'UPDATED';

/** A person, shared by all accounts that know them. Seen only by accounts that they are a user of. From the sales system. */
export interface User {
  readonly __typename?: 'User';
  /** When the person was first known. */
  readonly createdAt: DateTime;
  /** The person’s email address; null when unknown. */
  readonly email: string | null;
  /** When they proved that the address is theirs; null when they have not. */
  readonly emailVerifiedAt: DateTime | null;
  /** Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store. */
  readonly id: string;
  /** The address of their picture; null when they have none. */
  readonly imageUrl: string | null;
  /** The person’s full name; null when unknown. */
  readonly name: string | null;
  /** When the record was last changed. */
  readonly updatedAt: DateTime;
  /** The name they sign in with; null when they have none. */
  readonly username: string | null;
}

/** Something about an input that its sender can put right. Nothing was written then. */
export interface UserError {
  readonly __typename?: 'UserError';
  /** What is wrong, by kind. */
  readonly code: UserErrorCode;
  /** What is wrong and what would be right, for a person. It has ids, names and counts of other objects only for callers with the scope that reads them. */
  readonly message: string;
  /** The path of the offending field in `input`, list indices as strings; empty when it is the input as a whole. At most as deep as the input. */
  readonly path: ReadonlyArray<string>;
}

/** What is wrong with an input, by kind. */
export type UserErrorCode =
  /** The customer is discontinued. */
  | 'DISCONTINUED'
  /** A customer would be above itself. */
  | 'HIERARCHY_CYCLE'
  /** It would make a third level: a parent that has a parent, or a child that has children. */
  | 'HIERARCHY_DEPTH'
  /** The key was used with another input in the last 24 hours. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** It never changes. */
  | 'IMMUTABLE'
  /** It is not what it should be; the message says what would be right. */
  | 'INVALID'
  /** It cannot go while others refer to it. */
  | 'IN_USE'
  /** There are more of them than there can be. */
  | 'LIMIT_EXCEEDED'
  /** It names nothing, nothing of the account’s, or something that was deleted. */
  | 'NOT_FOUND'
  /** It must be given, or cannot be cleared. */
  | 'REQUIRED'
  /** The customer has another version than `ifVersion` says; the payload has the customer as it is now. */
  | 'STALE_VERSION'
  /** It is the system’s; no account can change it. */
  | 'SYSTEM_OWNED'
  /** Another one has it, and no two can. */
  | 'TAKEN'
  /** It has more characters than it can have. */
  | 'TOO_LONG'
  /** The service level is none of the carrier’s. */
  | 'WRONG_CARRIER'
  /** The group is of another type than it must be here. */
  | 'WRONG_GROUP_TYPE';

/** The caller: whose data it sees and what it may do. */
export interface Viewer {
  readonly __typename?: 'Viewer';
  /** The account that everything read belongs to. */
  readonly account: Account;
  /** Who is signed in; null for a service, and where nobody signed in. */
  readonly accountUser: AccountUser | null;
  /** What the caller may do: `customers:read`, `customers:write`, `settings:write`. At most these three. */
  readonly scopes: ReadonlyArray<string>;
}

/** What stands for an object in other services of a federated graph: its type’s name and a key of it, `{ __typename: "Customer", id: "cus_…" }`. */
export type _Any = unknown;

/** What other services of a federated graph can refer to: everything that has an id. */
export type _Entity = Account | AccountGroup | AccountUser | Address | Attachment | Carrier | Customer | CustomerEvent | CustomerGroup | CustomerSubscription | Department | Geolocation | Order | OrderSubscription | PaymentSource | PaymentTerm | Priority | Quantity | Return | Role | ServiceLevel | ShippingTerm | SkuList | Tag | Unit | User;

/** This graph, for those who compose it with others. */
export interface _Service {
  readonly __typename?: '_Service';
  /** The graph as a subgraph of Apollo Federation 2, in GraphQL’s schema language; `customer-gateway schema --federation` prints the same. */
  readonly sdl: string;
}
