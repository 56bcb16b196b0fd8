// Generated from schema.graphql by GraphQL Code Generator ("npm run schema").

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** RFC 3339 timestamp. Returned in UTC with milliseconds (`2024-11-02T14:22:00.000Z`); accepted with any offset (`2024-11-02T16:22:00+02:00`). A range (`from`, `to`) also accepts a date without a time (`2024-11-02`): the whole day in UTC. */
export type DateTime = string;
/** Exact decimal as a string of plain digits (`"1234.56"`): at most 35 before the decimal point and 30 after it, no exponent, no trailing zeros. Never a float. */
export type Decimal = string;
/** Any JSON value: an object, a list, a string, a number, a boolean or null. */
export type JSON = unknown;
/** A JSON object with arbitrary content. */
export type JSONObject = { readonly [key: string]: unknown };
/** A representation of an object in a federated graph: the name of its type and one of its keys, `{ __typename: "Customer", id: "cus_…" }`. */
export type _Any = unknown;
/** All built-in and custom scalars, mapped to their actual values */
export interface Scalars {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 timestamp. Returned in UTC with milliseconds (`2024-11-02T14:22:00.000Z`); accepted with any offset (`2024-11-02T16:22:00+02:00`). A range (`from`, `to`) also accepts a date without a time (`2024-11-02`): the whole day in UTC. */
  DateTime: { input: DateTime; output: DateTime; }
  /** Exact decimal as a string of plain digits (`"1234.56"`): at most 35 before the decimal point and 30 after it, no exponent, no trailing zeros. Never a float. */
  Decimal: { input: Decimal; output: Decimal; }
  /** Any JSON value: an object, a list, a string, a number, a boolean or null. */
  JSON: { input: JSON; output: JSON; }
  /** A JSON object with arbitrary content. */
  JSONObject: { input: JSONObject; output: JSONObject; }
  /** A representation of an object in a federated graph: the name of its type and one of its keys, `{ __typename: "Customer", id: "cus_…" }`. */
  _Any: { input: _Any; output: _Any; }
}

/** A company that uses the gateway. It sees its own customers and settings, and the settings that the system provides. */
export interface Account extends Node {
  readonly __typename?: 'Account';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the company. */
  readonly name: Scalars['String']['output'];
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** A group of customers: a price group or a type of customer. It comes from the sales system. */
export interface AccountGroup extends Node {
  readonly __typename?: 'AccountGroup';
  /** Whether orders of the members earn commission. An exempt group exempts every member. */
  readonly commissionPolicy: CommissionPolicy;
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The members of the group: the customers with this type or price group, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The number of members of the group by the values of `groupBy`, with the sums of their amounts: the customers that have it as type or as price group. */
  readonly customersAggregate: CustomerAggregate;
  /** Free text about the group; null if there is none. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whether the members pay freight. A group with free freight makes freight free for every member. */
  readonly freightPolicy: FreightPolicy;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the group, unique within the account. */
  readonly name: Scalars['String']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The purpose of the group. Cannot be changed. */
  readonly type: AccountGroupType;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `AccountGroup.customers`. */
export interface AccountGroupCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `AccountGroup.customersAggregate`. */
export interface AccountGroupCustomersAggregateArgs {
  /** Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups. */
  readonly count?: InputMaybe<IntRange>;
  /** Counts only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** Returns at most this number of groups: 1 to 1000; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The keys of the groups, at most 5: a group contains the customers with the same value of each key. A customer with several values of a key counts in the group of each value; a customer without a value counts in the group of null. If absent, null or empty, there is one group of all customers. */
  readonly groupBy?: InputMaybe<ReadonlyArray<CustomerAggregateKey>>;
  /** Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerAggregateSort>>;
  /** Counts only customers that match every word, as in `customers`. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of account groups in a list. At least one bound is given; both are inclusive. */
export interface AccountGroupCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these account groups; all if absent or null. */
  readonly of?: InputMaybe<AccountGroupFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** A new group of customers. */
export interface AccountGroupCreateInput {
  /** Whether orders of the members earn commission; `COMMISSION_APPLIED` if absent or null. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** Free text about the group; an empty string counts as null. At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the members pay freight; `BILLED_FREIGHT` if absent or null. */
  readonly freightPolicy?: InputMaybe<FreightPolicy>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the group, unique within the account. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** The purpose of the group. Cannot be changed later. */
  readonly type: AccountGroupType;
}

/** An item of a page of AccountGroup objects, with its cursor. */
export interface AccountGroupEdge {
  readonly __typename?: 'AccountGroupEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: AccountGroup;
}

/** An account group, with the number of customers in it. */
export interface AccountGroupFacet {
  readonly __typename?: 'AccountGroupFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The group. */
  readonly value: AccountGroup;
}

/** The conditions that account groups must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface AccountGroupFilter {
  /** Matches account groups that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<AccountGroupFilter>>;
  /** Matches account groups with one of these commission policies. At most 250 values. */
  readonly commissionPolicies?: InputMaybe<ReadonlyArray<CommissionPolicy>>;
  /** Matches account groups created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches account groups by their members, the customers that have them as type or as price group; `none: {}` matches groups without members. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches account groups with one of these freight policies. At most 250 values. */
  readonly freightPolicies?: InputMaybe<ReadonlyArray<FreightPolicy>>;
  /** Matches account groups with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches account groups by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches account groups that do not match this filter. Account groups without a value count as not matching it. */
  readonly not?: InputMaybe<AccountGroupFilter>;
  /** Matches account groups that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AccountGroupFilter>>;
  /** Matches account groups of one of these types. At most 250 values. */
  readonly types?: InputMaybe<ReadonlyArray<AccountGroupType>>;
}

/** The conditions that a list of account groups must match. All given fields must match. */
export interface AccountGroupListFilter {
  /** Matches lists by their number of account groups. */
  readonly count?: InputMaybe<AccountGroupCountFilter>;
  /** Matches lists in which all account groups match, including empty lists. */
  readonly every?: InputMaybe<AccountGroupFilter>;
  /** Matches lists in which none of the account groups matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<AccountGroupFilter>;
  /** Matches lists in which at least one of the account groups matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<AccountGroupFilter>;
}

/** The result of a mutation. The current group; null if there are errors. */
export interface AccountGroupPayload {
  readonly __typename?: 'AccountGroupPayload';
  /** The current group; null if there are errors. */
  readonly accountGroup: Maybe<AccountGroup>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The purpose of an account group. Cannot be changed. */
export type AccountGroupType =
  /** A group for pricing rules. A customer can be in many groups. */
  | 'PRICING_GROUP'
  /** A kind of customer; a customer is in at most one. */
  | 'TYPE_GROUP';

/** A change of a group of customers. Absent fields keep their value, null clears. The type cannot be changed. */
export interface AccountGroupUpdateInput {
  /** Whether orders of the members earn commission; effective immediately for all members. Cannot be null. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** Free text about the group; an empty string counts as null. At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the members pay freight; effective immediately for all members. Cannot be null. */
  readonly freightPolicy?: InputMaybe<FreightPolicy>;
  /** The id of the group. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the group, unique within the account. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
}

/** A group of customers. Absent fields keep their value, or get their default on creation; null clears. */
export interface AccountGroupUpsertItem {
  /** Whether orders of the members earn commission; `COMMISSION_APPLIED` by default. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** Free text about the group. At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Whether the members pay freight; `BILLED_FREIGHT` by default. */
  readonly freightPolicy?: InputMaybe<FreightPolicy>;
  /** The name, unique within the account. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The purpose of the group. Required on creation; cannot be null. Cannot be changed later. */
  readonly type?: InputMaybe<AccountGroupType>;
}

/** The result of an item. */
export interface AccountGroupUpsertResult {
  readonly __typename?: 'AccountGroupUpsertResult';
  /** The current account group; null if there are errors. */
  readonly accountGroup: Maybe<AccountGroup>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface AccountGroupsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<AccountGroupUpsertItem>;
}

/** The results of the items of a call. */
export interface AccountGroupsUpsertPayload {
  readonly __typename?: 'AccountGroupsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<AccountGroupUpsertResult>;
}

/** The result of a mutation. The current account; null if there are errors. */
export interface AccountPayload {
  readonly __typename?: 'AccountPayload';
  /** The current account; null if there are errors. */
  readonly account: Maybe<Account>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of the caller’s account. Absent fields keep their value. */
export interface AccountUpdateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the company. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
}

/** A person as a user of the account, such as a sales rep. */
export interface AccountUser extends Node {
  readonly __typename?: 'AccountUser';
  /** The time when the user was added to the account. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customers that have the user as default sales rep, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The number of customers that have the user as default sales rep by the values of `groupBy`, with the sums of their amounts. */
  readonly customersAggregate: CustomerAggregate;
  /** The department of the user; null if none. */
  readonly department: Maybe<Department>;
  /** The email address of the person, as in `user`. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The URL of the person’s picture, as in `user`. */
  readonly imageUrl: Maybe<Scalars['String']['output']>;
  /** The time when the user last sent a request, accurate to about a minute; null if never. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** The full name of the person, as in `user`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The role of the user in the sales system; null if none. */
  readonly role: Maybe<Role>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The access of the user to the account. */
  readonly status: AccountUserStatus;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The person. */
  readonly user: Maybe<User>;
  /** The sign-in name of the person, as in `user`. */
  readonly username: Maybe<Scalars['String']['output']>;
}

/** The arguments of `AccountUser.customers`. */
export interface AccountUserCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `AccountUser.customersAggregate`. */
export interface AccountUserCustomersAggregateArgs {
  /** Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups. */
  readonly count?: InputMaybe<IntRange>;
  /** Counts only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** Returns at most this number of groups: 1 to 1000; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The keys of the groups, at most 5: a group contains the customers with the same value of each key. A customer with several values of a key counts in the group of each value; a customer without a value counts in the group of null. If absent, null or empty, there is one group of all customers. */
  readonly groupBy?: InputMaybe<ReadonlyArray<CustomerAggregateKey>>;
  /** Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerAggregateSort>>;
  /** Counts only customers that match every word, as in `customers`. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of account users in a list. At least one bound is given; both are inclusive. */
export interface AccountUserCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these account users; all if absent or null. */
  readonly of?: InputMaybe<AccountUserFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of AccountUser objects, with its cursor. */
export interface AccountUserEdge {
  readonly __typename?: 'AccountUserEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: AccountUser;
}

/** An account user, with the number of customers that have this user as sales rep. */
export interface AccountUserFacet {
  readonly __typename?: 'AccountUserFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The account user. */
  readonly value: AccountUser;
}

/** The conditions that account users must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface AccountUserFilter {
  /** Matches account users that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<AccountUserFilter>>;
  /** Matches account users created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches account users by the customers that have them; `none: {}` matches account users without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Matches account users by their department. */
  readonly department?: InputMaybe<DepartmentFilter>;
  /** Matches account users by the person’s email address. */
  readonly email?: InputMaybe<StringFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches account users with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches account users whose last activity was in this time range; `exists: false` matches users without activity. */
  readonly lastUsedAt?: InputMaybe<DateTimeRange>;
  /** Matches account users by the name of the person. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches account users that do not match this filter. Account users without a value count as not matching it. */
  readonly not?: InputMaybe<AccountUserFilter>;
  /** Matches account users that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AccountUserFilter>>;
  /** Matches account users by their role. */
  readonly role?: InputMaybe<RoleFilter>;
  /** Matches account users with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<AccountUserStatus>>;
}

/** A key that identifies an account user. Exactly one field is given. If nothing matches, a query returns null, and a mutation the error `NOT_FOUND`. */
export type AccountUserIdentifier =
  /** The email address of the user. An exact match takes precedence over a match that differs only in case; if several users match, the error is `AMBIGUOUS`. Leading and trailing whitespace is trimmed. */
  { readonly email: Scalars['String']['input']; readonly id?: never; readonly source?: never; }
  |  /** The id of the account user, not of its `User`. */
  { readonly email?: never; readonly id: Scalars['ID']['input']; readonly source?: never; }
  |  /** A record in a source system that is linked to the object. */
  { readonly email?: never; readonly id?: never; readonly source: SourceRecordInput; };

/** The conditions that a list of account users must match. All given fields must match. */
export interface AccountUserListFilter {
  /** Matches lists by their number of account users. */
  readonly count?: InputMaybe<AccountUserCountFilter>;
  /** Matches lists in which all account users match, including empty lists. */
  readonly every?: InputMaybe<AccountUserFilter>;
  /** Matches lists in which none of the account users matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<AccountUserFilter>;
  /** Matches lists in which at least one of the account users matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<AccountUserFilter>;
}

/** The result of a mutation. The current account user; null if there are errors. */
export interface AccountUserPayload {
  readonly __typename?: 'AccountUserPayload';
  /** The current account user; null if there are errors. */
  readonly accountUser: Maybe<AccountUser>;
  /** The outcome; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A sort key for account users. */
export interface AccountUserSort {
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The field to order by. */
  readonly field: AccountUserSortField;
}

/** The fields that account users can be ordered by. */
export type AccountUserSortField =
  /** The time when the user was added to the account. */
  | 'CREATED_AT'
  /** The time when the user last sent a request; null if never. */
  | 'LAST_USED_AT';

/** The access of a person to the account. */
export type AccountUserStatus =
  /** The person can use the account. */
  | 'ACTIVE'
  /** The person cannot sign in to the account, from 5 s after the change. */
  | 'DISABLED'
  /** The person was removed from the account with `accountUserRemove` and cannot sign in; the record stays. */
  | 'REMOVED';

/** A person as a user of the account, identified by a key, with its new values. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null. */
export interface AccountUserUpsertInput {
  /** Records in source systems to link to the user, in addition to the existing ones. A record of another account user is `TAKEN`. A user has at most 250. */
  readonly addSources?: InputMaybe<ReadonlyArray<SourceRecordInput>>;
  /** The key of the account user. If no user has the key, a user with it is created; an unknown id is `NOT_FOUND`. */
  readonly by: AccountUserIdentifier;
  /** The id of the department, one of `departments`. Null clears. */
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The email address, unique within the account; stored in lower case. A person with a token that verifies this address signs in as this user. If `by` is an email, it must be the same. A new address is not verified. At most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The URL of the person’s picture, with `http://` or `https://`. At most 2,048 characters. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** The full name of the person. At most 255 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The id of the role, one of `roles`. Null clears. */
  readonly roleId?: InputMaybe<Scalars['ID']['input']>;
  /** The access to the account; a new user is `ACTIVE` by default. `REMOVED` is `INVALID`: use `accountUserRemove`. `ACTIVE` and `DISABLED` also undo a removal. Cannot be null. */
  readonly status?: InputMaybe<AccountUserStatus>;
  /** The sign-in name of the person in the sales system, case-sensitive, unique within the account. At most 254 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
}

/** The author of a change. */
export interface Actor {
  readonly __typename?: 'Actor';
  /** The account user; null if `type` is not `ACCOUNT_USER`, or if the user no longer exists. */
  readonly accountUser: Maybe<AccountUser>;
  /** The name of the person, of the service (the name of its API key or the subject of its token), or of the source system; null if unknown. */
  readonly name: Maybe<Scalars['String']['output']>;
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
export interface Address extends Node {
  readonly __typename?: 'Address';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the address belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The email address of the address; null if unknown. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** The street, city and country; null if only a name is known. */
  readonly geolocation: Maybe<Geolocation>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the address, often the name of the company at this address. */
  readonly name: Scalars['String']['output'];
  /** The phone number of the address, as entered; null if unknown. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The type of the address. */
  readonly type: AddressType;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of addresses in a list. At least one bound is given; both are inclusive. */
export interface AddressCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these addresses; all if absent or null. */
  readonly of?: InputMaybe<AddressFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of Address objects, with its cursor. */
export interface AddressEdge {
  readonly __typename?: 'AddressEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Address;
}

/** The conditions that a single address must match. Absent and null fields have no effect. An address without geolocation has no values for the fields of the place. */
export interface AddressFilter {
  /** Matches addresses that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<AddressFilter>>;
  /** Matches addresses by the ISO 3166-1 alpha-2 code of their country: `US`. */
  readonly country?: InputMaybe<StringFilter>;
  /** Matches addresses created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches addresses by their email address. */
  readonly email?: InputMaybe<StringFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches addresses with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches addresses by their city or town, `Geolocation.locality`. */
  readonly locality?: InputMaybe<StringFilter>;
  /** Matches addresses by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches addresses that do not match this filter. Addresses without a value count as not matching it. */
  readonly not?: InputMaybe<AddressFilter>;
  /** Matches addresses that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AddressFilter>>;
  /** Matches addresses by their phone number, as stored. */
  readonly phone?: InputMaybe<StringFilter>;
  /** Matches addresses by their ZIP or postal code. */
  readonly postalCode?: InputMaybe<StringFilter>;
  /** Matches addresses by their state or province, in the abbreviation used in the country. */
  readonly state?: InputMaybe<StringFilter>;
  /** Matches addresses by the first line of their street. */
  readonly streetLine1?: InputMaybe<StringFilter>;
  /** Matches addresses by the second line of their street. */
  readonly streetLine2?: InputMaybe<StringFilter>;
  /** Matches addresses of one of these types. At most 250 values. */
  readonly types?: InputMaybe<ReadonlyArray<AddressType>>;
  /** Matches addresses last changed in this range of time. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
}

/** An address. Empty strings count as null. For an existing address, absent fields keep their value and null clears. */
export interface AddressInput {
  /** The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** The email address of the address. At most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The city or town. At most 100 characters. */
  readonly locality?: InputMaybe<Scalars['String']['input']>;
  /** The name of the address, often the name of the company at this address. At most 255 characters. Leading and trailing whitespace is trimmed. Defaults to the name of the customer; cannot be null for an existing address. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The phone number of the address, stored as given. At most 64 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The ZIP or postal code. At most 32 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** The record of the address in a source system. The customer’s address with this record is updated; if an address of another customer has the record, the error is `TAKEN`. If no address has it, the record is linked to the written address. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The state or province, in the abbreviation used in the country: `IL`. At most 100 characters. */
  readonly state?: InputMaybe<Scalars['String']['input']>;
  /** The street and number. At most 255 characters. */
  readonly streetLine1?: InputMaybe<Scalars['String']['input']>;
  /** The suite, floor or building. At most 255 characters. */
  readonly streetLine2?: InputMaybe<Scalars['String']['input']>;
  /** The type of the address; `STANDARD` by default. That of an existing address cannot be null. */
  readonly type?: InputMaybe<AddressType>;
}

/** The conditions that a list of addresses must match. All given fields must match. */
export interface AddressListFilter {
  /** Matches lists by their number of addresses. */
  readonly count?: InputMaybe<AddressCountFilter>;
  /** Matches lists in which all addresses match, including empty lists. */
  readonly every?: InputMaybe<AddressFilter>;
  /** Matches lists in which none of the addresses matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<AddressFilter>;
  /** Matches lists in which at least one of the addresses matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<AddressFilter>;
}

/** The parts of the ship-to address that can be compared with the bill-to address. */
export type AddressPart =
  /** The address itself. The two addresses differ if they are different objects, even if their texts are equal. */
  | 'ADDRESS'
  /** The country. */
  | 'COUNTRY'
  /** The city or town. */
  | 'LOCALITY'
  /** The ZIP or postal code. */
  | 'POSTAL_CODE'
  /** The state or province. */
  | 'STATE'
  /** The lines of the street. */
  | 'STREET';

/** The result of a mutation. The current address; null if there are errors. */
export interface AddressPayload {
  readonly __typename?: 'AddressPayload';
  /** The current address; null if there are errors. */
  readonly address: Maybe<Address>;
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
export interface Attachment extends Node {
  readonly __typename?: 'Attachment';
  /** The time when the file was attached. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the file belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The description of the file; null if there is none. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the file. */
  readonly name: Scalars['String']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The URL of the file; null if it is not online. */
  readonly url: Maybe<Scalars['String']['output']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of attachments in a list. At least one bound is given; both are inclusive. */
export interface AttachmentCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these attachments; all if absent or null. */
  readonly of?: InputMaybe<AttachmentFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of Attachment objects, with its cursor. */
export interface AttachmentEdge {
  readonly __typename?: 'AttachmentEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Attachment;
}

/** The conditions that attachments must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface AttachmentFilter {
  /** Matches attachments that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<AttachmentFilter>>;
  /** Matches attachments created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches attachments by their description. */
  readonly description?: InputMaybe<StringFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches attachments with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches attachments by the name of the file. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches attachments that do not match this filter. Attachments without a value count as not matching it. */
  readonly not?: InputMaybe<AttachmentFilter>;
  /** Matches attachments that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AttachmentFilter>>;
}

/** The conditions that a list of attachments must match. All given fields must match. */
export interface AttachmentListFilter {
  /** Matches lists by their number of attachments. */
  readonly count?: InputMaybe<AttachmentCountFilter>;
  /** Matches lists in which all attachments match, including empty lists. */
  readonly every?: InputMaybe<AttachmentFilter>;
  /** Matches lists in which none of the attachments matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<AttachmentFilter>;
  /** Matches lists in which at least one of the attachments matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<AttachmentFilter>;
}

/** A file of a customer, identified by its id or its source record, with its new values. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null. */
export interface AttachmentUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the file belongs to, by its id or another key. If the file belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The description of the file. At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The id of an existing file. If `source` is also given, its record is linked to the file; if another file has the record, the error is `TAKEN`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the file. Required if the file is created. Cannot be cleared. At most 255 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in the source system; required without `id`. The file that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The URL of the file. At most 2,048 characters. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
}

/** The result of an item. */
export interface AttachmentUpsertResult {
  readonly __typename?: 'AttachmentUpsertResult';
  /** The current file; null if there are errors. */
  readonly attachment: Maybe<Attachment>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface AttachmentsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<AttachmentUpsertItem>;
}

/** The results of the items of a call. */
export interface AttachmentsUpsertPayload {
  readonly __typename?: 'AttachmentsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<AttachmentUpsertResult>;
}

/** A shipping carrier. It comes from the sales system. */
export interface Carrier extends Node {
  readonly __typename?: 'Carrier';
  /** The account number at the carrier; null if none is set. */
  readonly accountNumber: Maybe<Scalars['String']['output']>;
  /** The code of the known carrier; null for a custom carrier. */
  readonly code: Maybe<CarrierCode>;
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether customers can see and select it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** The customers that have the carrier as default, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The time when the carrier was deleted; null if it can be selected. Customers keep a deleted carrier. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the carrier, unique among the account’s carriers. */
  readonly name: Scalars['String']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The service levels that the carrier offers to the account, newest first. */
  readonly serviceLevels: ServiceLevelConnection;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `Carrier.customers`. */
export interface CarrierCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Carrier.serviceLevels`. */
export interface CarrierServiceLevelsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ServiceLevelFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The party that pays the carrier. */
export type CarrierBillingType =
  /** The account, as the sender. */
  | 'SENDER'
  /** A third party, by its `billingAccount`. */
  | 'THIRD_PARTY';

/** A carrier known to the system. `FEDEX`, `UPS` and `USPS` have live rates and labels. */
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A new carrier, owned by the account. */
export interface CarrierCreateInput {
  /** The account number with the carrier; required for `UPS` and `USPS`. At most 64 characters. */
  readonly accountNumber?: InputMaybe<Scalars['String']['input']>;
  /** The code of the known carrier; absent or null for a custom carrier. Cannot be changed later. */
  readonly code?: InputMaybe<CarrierCode>;
  /** Whether customers can see and select it in the customer portal; `VISIBLE` if absent or null. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the carrier, unique among the account’s carriers that are not deleted. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
}

/** An item of a page of Carrier objects, with its cursor. */
export interface CarrierEdge {
  readonly __typename?: 'CarrierEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Carrier;
}

/** A carrier, with the number of customers that have it as default. */
export interface CarrierFacet {
  readonly __typename?: 'CarrierFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The carrier, which may be deleted. */
  readonly value: Carrier;
}

/** The conditions that carriers must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface CarrierFilter {
  /** Matches carriers by the account number. */
  readonly accountNumber?: InputMaybe<StringFilter>;
  /** Matches carriers that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<CarrierFilter>>;
  /** Matches carriers with one of these codes. At most 250 values. */
  readonly codes?: InputMaybe<ReadonlyArray<CarrierCode>>;
  /** Matches carriers created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches carriers with one of these visibilities in the customer portal. At most 250 values. */
  readonly customerPortalVisibilities?: InputMaybe<ReadonlyArray<PortalVisibility>>;
  /** Matches carriers by the customers that have them; `none: {}` matches carriers without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches carriers with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches carriers by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches carriers that do not match this filter. Carriers without a value count as not matching it. */
  readonly not?: InputMaybe<CarrierFilter>;
  /** Matches carriers that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CarrierFilter>>;
  /** Matches carriers by their service levels; `none: {}` matches carriers without one. */
  readonly serviceLevels?: InputMaybe<ServiceLevelListFilter>;
}

/** The result of a mutation. The current carrier; null if there are errors. */
export interface CarrierPayload {
  readonly __typename?: 'CarrierPayload';
  /** The current carrier; null if there are errors. */
  readonly carrier: Maybe<Carrier>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a carrier. Absent fields keep their value, null clears. */
export interface CarrierUpdateInput {
  /** The account number with the carrier; required for `UPS` and `USPS`. At most 64 characters. */
  readonly accountNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whether customers can see and select it in the customer portal. Cannot be null. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the carrier. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the carrier, unique among the account’s carriers that are not deleted. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
}

/** A carrier. Absent fields keep their value, or get their default on creation; null clears. */
export interface CarrierUpsertItem {
  /** The account number with the carrier; required for `UPS` and `USPS`. At most 64 characters. */
  readonly accountNumber?: InputMaybe<Scalars['String']['input']>;
  /** The code of the known carrier; null for a custom carrier. Cannot be changed later. */
  readonly code?: InputMaybe<CarrierCode>;
  /** Whether customers can see and select it in the customer portal; `VISIBLE` by default. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** The name, unique among the account’s carriers that are not deleted. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
}

/** The result of an item. */
export interface CarrierUpsertResult {
  readonly __typename?: 'CarrierUpsertResult';
  /** The current carrier; null if there are errors. */
  readonly carrier: Maybe<Carrier>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface CarriersUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<CarrierUpsertItem>;
}

/** The results of the items of a call. */
export interface CarriersUpsertPayload {
  readonly __typename?: 'CarriersUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CarrierUpsertResult>;
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
  readonly displayValue: Scalars['String']['output'];
  /** Whether the value is exact. False if the value was rounded half to even, because the exact value is not a finite decimal or has more than 30 digits after the decimal point. */
  readonly exact: Scalars['Boolean']['output'];
  /** The requested unit. */
  readonly unit: Unit;
  /** The amount in the other unit, with up to 30 digits after the decimal point. */
  readonly value: Scalars['Decimal']['output'];
}

/** A count with its precision. */
export interface Count {
  readonly __typename?: 'Count';
  /** Whether the value is exact. */
  readonly precision: CountPrecision;
  /** The count; at most the cap. */
  readonly value: Scalars['Int']['output'];
}

/** The precision of a count. */
export type CountPrecision =
  /** There are more than the value: counting stopped at the cap. */
  | 'AT_LEAST'
  /** The value is exact. */
  | 'EXACT';

/** A business customer: one record that combines the data of the sales system (Augno), the warehouse (InventoryPro) and the shop (Commerce Layer). */
export interface Customer extends Node {
  readonly __typename?: 'Customer';
  /** Whether the customer is active. False if it is discontinued; its history stays. From the warehouse. */
  readonly active: Scalars['Boolean']['output'];
  /** All addresses, newest first. */
  readonly addresses: AddressConnection;
  /** The files of the customer, newest first. */
  readonly attachments: AttachmentConnection;
  /** The default billing address, one of `addresses`; null if none is set. */
  readonly billToAddress: Maybe<Address>;
  /** The child customers, newest first unless `orderBy` is given; empty unless `relationshipType` is `PARENT`. */
  readonly childAccounts: CustomerConnection;
  /** The number of child customers by the values of `groupBy`, with the sums of their amounts. */
  readonly childAccountsAggregate: CustomerAggregate;
  /** The customer’s own commission policy; `effectivePolicies` includes the policies of its groups. It comes from the sales system. */
  readonly commissionPolicy: CommissionPolicy;
  /** The fields with different values in the customer’s source records and without a pin. Lists that combine the items of all records have no conflicts. */
  readonly conflicts: ReadonlyArray<CustomerConflict>;
  /** The contact information of the customer; null if nothing is known. */
  readonly contactInfo: Maybe<CustomerContactInfo>;
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The credit limit of the customer; null if none is set. It comes from the sales system. */
  readonly creditLimit: Maybe<Quantity>;
  /** The customer group of the shop; null if there is none. */
  readonly customerGroup: Maybe<CustomerGroup>;
  /** The defaults for new orders of the customer; null if none is set. */
  readonly defaults: Maybe<CustomerDefaults>;
  /** The time when the customer was discontinued; null if it is active. */
  readonly discontinuedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether orders and documents are exchanged by EDI. It comes from the sales system. */
  readonly ediStatus: EdiStatus;
  /** The policies of the customer, including the policies of its groups, with the origin of each. */
  readonly effectivePolicies: EffectivePolicies;
  /** Change history, newest first. */
  readonly events: CustomerEventConnection;
  /** The origins of the customer’s current values, without empty fields. `parentAccount`, `active` and `mode` are not derived: the last write wins. */
  readonly fieldOrigins: ReadonlyArray<FieldOrigin>;
  /** The shipping and freight billing preferences of the customer. Never null in this gateway. */
  readonly freightPreferences: Maybe<CustomerFreightPreferences>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The time when the customer placed its last order; null without a placed order. */
  readonly lastOrderAt: Maybe<Scalars['DateTime']['output']>;
  /** Additional data with custom keys; `{}` if there is none. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** The shop environment of the customer. */
  readonly mode: Mode;
  /** The name of the business, as on documents. */
  readonly name: Scalars['String']['output'];
  /** Free text about the customer; null if there is none. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The notification preferences of the customer. Never null in this gateway. */
  readonly notificationPreferences: Maybe<CustomerNotificationPreferences>;
  /** The customer number that people use; unique within the account. Assigned by the gateway unless given. */
  readonly number: Scalars['String']['output'];
  /** The recurring orders, newest first. */
  readonly orderSubscriptions: OrderSubscriptionConnection;
  /** The orders, including carts, newest first unless `orderBy` is given. */
  readonly orders: OrderConnection;
  /** The parent customer; null unless `relationshipType` is `CHILD`. */
  readonly parentAccount: Maybe<Customer>;
  /** The saved payment methods, newest first. */
  readonly paymentSources: PaymentSourceConnection;
  /** The price groups of the customer: groups of type `PRICING_GROUP`, newest first. */
  readonly priceGroups: AccountGroupConnection;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. Null if there is none. From Commerce Layer. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** The system that `reference` is from; null if not set. */
  readonly referenceOrigin: Maybe<Scalars['String']['output']>;
  /** The position of the customer in the hierarchy, derived from `parentAccount` and `childAccounts`. */
  readonly relationshipType: RelationshipType;
  /** The returns, newest first. */
  readonly returns: ReturnConnection;
  /** The default shipping address, one of `addresses`; null if none is set. */
  readonly shipToAddress: Maybe<Address>;
  /** The customer’s data in the shop; null if the customer has no sign-in in the shop. */
  readonly shopper: Maybe<Shopper>;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account: the source id of the first `INVENTORY_PRO` record in `sources`. Null if there is none. */
  readonly shortId: Maybe<Scalars['String']['output']>;
  /** The saved lists of articles, newest first. */
  readonly skuLists: SkuListConnection;
  /** The records in source systems that are linked to the customer, ordered by system, then in the order in which they were linked. The first one of `INVENTORY_PRO` is the `shortId`. A customer has at most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The status of the customer: normal, preferred or on hold. It comes from the sales system. */
  readonly status: CustomerStatus;
  /** The news subscriptions, newest first. */
  readonly subscriptions: CustomerSubscriptionConnection;
  /** The tags of the customer, newest first. At most 10. */
  readonly tags: TagConnection;
  /** The number of orders stated by the shop, or else the number of the customer’s orders with status `PLACED` or `APPROVED`. */
  readonly totalOrdersCount: Scalars['Int']['output'];
  /** The type of the customer: a group of type `TYPE_GROUP`; null if none is set. */
  readonly type: Maybe<AccountGroup>;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The version of the customer. It grows by one with every change; `ifVersion` is compared with it. */
  readonly version: Scalars['Int']['output'];
}

/** The arguments of `Customer.addresses`. */
export interface CustomerAddressesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<AddressFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.attachments`. */
export interface CustomerAttachmentsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<AttachmentFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.childAccounts`. */
export interface CustomerChildAccountsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Customer.childAccountsAggregate`. */
export interface CustomerChildAccountsAggregateArgs {
  /** Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups. */
  readonly count?: InputMaybe<IntRange>;
  /** Counts only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** Returns at most this number of groups: 1 to 1000; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The keys of the groups, at most 5: a group contains the customers with the same value of each key. A customer with several values of a key counts in the group of each value; a customer without a value counts in the group of null. If absent, null or empty, there is one group of all customers. */
  readonly groupBy?: InputMaybe<ReadonlyArray<CustomerAggregateKey>>;
  /** Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerAggregateSort>>;
  /** Counts only customers that match every word, as in `customers`. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Customer.events`. */
export interface CustomerEventsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only events that match this filter; all events if absent. */
  readonly filter?: InputMaybe<CustomerChangeFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.orderSubscriptions`. */
export interface CustomerOrderSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<OrderSubscriptionFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.orders`. */
export interface CustomerOrdersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only orders that match this filter. */
  readonly filter?: InputMaybe<OrderFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the orders by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<OrderSort>>;
  /** Returns only the orders whose number contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Customer.paymentSources`. */
export interface CustomerPaymentSourcesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<PaymentSourceFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.priceGroups`. */
export interface CustomerPriceGroupsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<AccountGroupFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.returns`. */
export interface CustomerReturnsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ReturnFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.skuLists`. */
export interface CustomerSkuListsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<SkuListFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.subscriptions`. */
export interface CustomerSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<CustomerSubscriptionFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Customer.tags`. */
export interface CustomerTagsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<TagFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** A new address of a customer. */
export interface CustomerAddressCreateInput {
  /** The address to create. */
  readonly address: AddressInput;
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
}

/** The address to delete. */
export interface CustomerAddressDeleteInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the address. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
}

/** A change of an address. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null. */
export interface CustomerAddressUpdateInput {
  /** The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The email address of the address. At most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The id of the address. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The city or town. At most 100 characters. */
  readonly locality?: InputMaybe<Scalars['String']['input']>;
  /** The name of the address, often the name of the company at this address. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The phone number of the address, stored as given. At most 64 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The ZIP or postal code. At most 32 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** The state or province, in the abbreviation used in the country: `IL`. At most 100 characters. */
  readonly state?: InputMaybe<Scalars['String']['input']>;
  /** The street and number. At most 255 characters. */
  readonly streetLine1?: InputMaybe<Scalars['String']['input']>;
  /** The suite, floor or building. At most 255 characters. */
  readonly streetLine2?: InputMaybe<Scalars['String']['input']>;
  /** The type of the address. Cannot be null. */
  readonly type?: InputMaybe<AddressType>;
}

/** An address of a customer’s address book. */
export interface CustomerAddressUpsertItem {
  /** The address. Its `source` is required. */
  readonly address: AddressInput;
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly customer: CustomerIdentifier;
}

/** The result of an item. */
export interface CustomerAddressUpsertResult {
  readonly __typename?: 'CustomerAddressUpsertResult';
  /** The current address; null if there are errors. */
  readonly address: Maybe<Address>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface CustomerAddressesUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<CustomerAddressUpsertItem>;
}

/** The results of the items of a call. */
export interface CustomerAddressesUpsertPayload {
  readonly __typename?: 'CustomerAddressesUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CustomerAddressUpsertResult>;
}

/** Customers in groups, with counts and sums. */
export interface CustomerAggregate {
  readonly __typename?: 'CustomerAggregate';
  /** The number of all groups. Exact. */
  readonly groupCount: Scalars['Int']['output'];
  /** The groups in the order of `orderBy`, at most `first`. */
  readonly groups: ReadonlyArray<CustomerAggregateGroup>;
  /** Whether there are more groups than `groups` has. */
  readonly hasMore: Scalars['Boolean']['output'];
}

/** The customers that have the same values of the keys in `groupBy`. */
export interface CustomerAggregateGroup {
  readonly __typename?: 'CustomerAggregateGroup';
  /** The number of customers. Exact. */
  readonly count: Scalars['Int']['output'];
  /** The credit limits of the customers, by unit; empty if none has one. Amounts in different units are not added. */
  readonly creditLimits: ReadonlyArray<QuantitySum>;
  /** The `CustomerFilter` of exactly these customers, for `customers(filter:)` with the same `query`: the filter of the aggregate, the values of the keys and, of a nested aggregate, its parent. */
  readonly filter: Scalars['JSONObject']['output'];
  /** The values of the keys. */
  readonly keys: CustomerAggregateValues;
  /** The totals of the customers’ orders, by currency; empty if none is known. All orders count, including carts and cancelled orders, unless `filter` excludes them. */
  readonly orderTotals: ReadonlyArray<MoneySum>;
}

/** The arguments of `CustomerAggregateGroup.orderTotals`. */
export interface CustomerAggregateGroupOrderTotalsArgs {
  /** Considers only orders that match this filter, which must not have conditions on customers. */
  readonly filter?: InputMaybe<OrderFilter>;
}

/** A property that customers are grouped by. With several keys of addresses (`COUNTRY`, `STATE`, `LOCALITY`, `POSTAL_CODE`), a customer counts once for each combination in its addresses. Only addresses that match `filter.address` are considered. Texts that differ only in case or accents are one value. */
export type CustomerAggregateKey =
  /** Whether the customer accepts invoices by email. */
  | 'ACCEPTS_INVOICE_EMAILS'
  /** Whether the customer is active. */
  | 'ACTIVE'
  /** The party that pays the carrier. */
  | 'BILLING_TYPE'
  /** The default carrier. */
  | 'CARRIER'
  /** The customer’s own commission policy. */
  | 'COMMISSION_POLICY'
  /** The email address of the contact, regardless of case. */
  | 'CONTACT_EMAIL'
  /** The phone number of the contact, as stored. */
  | 'CONTACT_PHONE'
  /** The country of an address; a customer counts once for each country. */
  | 'COUNTRY'
  /** The day of the creation, in UTC. */
  | 'CREATED_DAY'
  /** The month of the creation, in UTC. */
  | 'CREATED_MONTH'
  /** The quarter of the creation, in UTC. */
  | 'CREATED_QUARTER'
  /** The week of the creation, from Monday, in UTC. */
  | 'CREATED_WEEK'
  /** The year of the creation, in UTC. */
  | 'CREATED_YEAR'
  /** The customer group of the shop. */
  | 'CUSTOMER_GROUP'
  /** The month in which the customer was discontinued, in UTC. */
  | 'DISCONTINUED_MONTH'
  /** The EDI status. */
  | 'EDI_STATUS'
  /** The customer’s own freight policy. */
  | 'FREIGHT_POLICY'
  /** Whether the customer has `conflicts`. */
  | 'HAS_CONFLICTS'
  /** The city or town of an address; a customer counts once for each. */
  | 'LOCALITY'
  /** The mode, test or live. */
  | 'MODE'
  /** The name; names that differ only in case or accents are one value. */
  | 'NAME'
  /** The parent customer. */
  | 'PARENT'
  /** The default payment term. */
  | 'PAYMENT_TERM'
  /** The postal code of an address; a customer counts once for each. */
  | 'POSTAL_CODE'
  /** A price group; a customer counts in each of its price groups. */
  | 'PRICE_GROUP'
  /** The default priority. */
  | 'PRIORITY'
  /** The position in the hierarchy. */
  | 'RELATIONSHIP_TYPE'
  /** The default sales rep. */
  | 'SALES_REP'
  /** The default service level. */
  | 'SERVICE_LEVEL'
  /** The default shipping term. */
  | 'SHIPPING_TERM'
  /** The shopper status. */
  | 'SHOPPER_STATUS'
  /** A source system; a customer counts once in each system with records of it. */
  | 'SOURCE'
  /** The state or province of an address; a customer counts once for each state. */
  | 'STATE'
  /** The status. */
  | 'STATUS'
  /** A tag; a customer counts for each of its tags. */
  | 'TAG'
  /** The type. */
  | 'TYPE'
  /** The day of the last change, in UTC. */
  | 'UPDATED_DAY'
  /** The month of the last change, in UTC. */
  | 'UPDATED_MONTH'
  /** The year of the last change, in UTC. */
  | 'UPDATED_YEAR';

/** A sort key for groups of customers. */
export interface CustomerAggregateSort {
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The property to order by. */
  readonly field: CustomerAggregateSortField;
  /** The unit of `CREDIT_LIMIT_SUM`; required for this order, not allowed for others. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
}

/** The properties that groups of customers can be ordered by. */
export type CustomerAggregateSortField =
  /** The number of customers. */
  | 'COUNT'
  /** The sum of the credit limits in `unitId`; null for groups without one. */
  | 'CREDIT_LIMIT_SUM'
  /** The values of the keys, in the order of `groupBy`: times by time, enum values in the order of the enum, texts by code point, objects by id. */
  | 'KEY';

/** The values shared by the customers of a group. A field is null if the customers have no value, or if `groupBy` does not contain its key. */
export interface CustomerAggregateValues {
  readonly __typename?: 'CustomerAggregateValues';
  /** Whether the customers accept invoices by email. Of `ACCEPTS_INVOICE_EMAILS`. */
  readonly acceptsInvoiceEmails: Maybe<Scalars['Boolean']['output']>;
  /** Whether the customers are active. Of `ACTIVE`. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** The party that pays the carrier. Of `BILLING_TYPE`. */
  readonly billingType: Maybe<CarrierBillingType>;
  /** The default carrier, which may be deleted. Of `CARRIER`. */
  readonly carrier: Maybe<Carrier>;
  /** The customers’ own commission policy. Of `COMMISSION_POLICY`. */
  readonly commissionPolicy: Maybe<CommissionPolicy>;
  /** The email address of the contact, in one of its spellings. Of `CONTACT_EMAIL`. */
  readonly contactEmail: Maybe<Scalars['String']['output']>;
  /** The phone number of the contact. Of `CONTACT_PHONE`. */
  readonly contactPhone: Maybe<Scalars['String']['output']>;
  /** The country of an address. Of `COUNTRY`. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** The day of the creation, in UTC: `2024-03-31`. Of `CREATED_DAY`. */
  readonly createdDay: Maybe<Scalars['String']['output']>;
  /** The month of the creation, in UTC: `2024-03`. Of `CREATED_MONTH`. */
  readonly createdMonth: Maybe<Scalars['String']['output']>;
  /** The quarter of the creation, in UTC: `2024-Q1`. Of `CREATED_QUARTER`. */
  readonly createdQuarter: Maybe<Scalars['String']['output']>;
  /** The Monday of the week of the creation, in UTC: `2024-03-25`. Of `CREATED_WEEK`. */
  readonly createdWeek: Maybe<Scalars['String']['output']>;
  /** The year of the creation, in UTC: `2024`. Of `CREATED_YEAR`. */
  readonly createdYear: Maybe<Scalars['String']['output']>;
  /** The customer group of the shop. Of `CUSTOMER_GROUP`. */
  readonly customerGroup: Maybe<CustomerGroup>;
  /** The month in which the customers were discontinued, in UTC: `2024-03`. Of `DISCONTINUED_MONTH`. */
  readonly discontinuedMonth: Maybe<Scalars['String']['output']>;
  /** The EDI status. Of `EDI_STATUS`. */
  readonly ediStatus: Maybe<EdiStatus>;
  /** The customers’ own freight policy. Of `FREIGHT_POLICY`. */
  readonly freightPolicy: Maybe<FreightPolicy>;
  /** Whether the customers have `conflicts`. Of `HAS_CONFLICTS`. */
  readonly hasConflicts: Maybe<Scalars['Boolean']['output']>;
  /** The city or town of an address. Of `LOCALITY`. */
  readonly locality: Maybe<Scalars['String']['output']>;
  /** The mode, test or live. Of `MODE`. */
  readonly mode: Maybe<Mode>;
  /** The name, in one of its spellings. Of `NAME`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The parent customer. Of `PARENT`. */
  readonly parentAccount: Maybe<Customer>;
  /** The default payment term. Of `PAYMENT_TERM`. */
  readonly paymentTerm: Maybe<PaymentTerm>;
  /** The postal code of an address. Of `POSTAL_CODE`. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** The price group. Of `PRICE_GROUP`. */
  readonly priceGroup: Maybe<AccountGroup>;
  /** The default priority. Of `PRIORITY`. */
  readonly priority: Maybe<Priority>;
  /** The position in the hierarchy. Of `RELATIONSHIP_TYPE`. */
  readonly relationshipType: Maybe<RelationshipType>;
  /** The default sales rep. Of `SALES_REP`. */
  readonly salesRep: Maybe<AccountUser>;
  /** The default service level. Of `SERVICE_LEVEL`. */
  readonly serviceLevel: Maybe<ServiceLevel>;
  /** The default shipping term. Of `SHIPPING_TERM`. */
  readonly shippingTerm: Maybe<ShippingTerm>;
  /** The shopper status. Of `SHOPPER_STATUS`. */
  readonly shopperStatus: Maybe<ShopperStatus>;
  /** The source system. Of `SOURCE`. */
  readonly source: Maybe<SourceSystem>;
  /** The state or province of an address. Of `STATE`. */
  readonly state: Maybe<Scalars['String']['output']>;
  /** The status. Of `STATUS`. */
  readonly status: Maybe<CustomerStatus>;
  /** The tag. Of `TAG`. */
  readonly tag: Maybe<Tag>;
  /** The type. Of `TYPE`. */
  readonly type: Maybe<AccountGroup>;
  /** The day of the last change, in UTC: `2024-03-31`. Of `UPDATED_DAY`. */
  readonly updatedDay: Maybe<Scalars['String']['output']>;
  /** The month of the last change, in UTC: `2024-03`. Of `UPDATED_MONTH`. */
  readonly updatedMonth: Maybe<Scalars['String']['output']>;
  /** The year of the last change, in UTC: `2024`. Of `UPDATED_YEAR`. */
  readonly updatedYear: Maybe<Scalars['String']['output']>;
}

/** A change of a customer. Changes have a fixed order, the order in which the account’s changes were committed. */
export interface CustomerChange {
  readonly __typename?: 'CustomerChange';
  /** The kind of the change. `MERGE` means that other customers were merged into this customer, or this customer into another. */
  readonly action: CustomerEventAction;
  /** The author of the change; null if unknown, as for changes of callers without sign-in. */
  readonly actor: Maybe<Actor>;
  /** All changed fields; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The opaque position of the change among the account’s changes, for `after` and `before` of `customerChanges` and `after` of `customerChanged`, with any `ids` and `filter`. */
  readonly cursor: Scalars['String']['output'];
  /** The current customer, not its state after the change; null if it was deleted or merged into another customer. */
  readonly customer: Maybe<Customer>;
  /** The id of the changed customer, even if it has since been deleted or merged. */
  readonly customerId: Scalars['ID']['output'];
  /** The customer that this customer was merged into, in its current state; null if it was not merged. */
  readonly mergedInto: Maybe<Customer>;
  /** The time of the change. Clocks can differ: the order of changes is the order of their cursors, not of this time. */
  readonly occurredAt: Scalars['DateTime']['output'];
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
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of CustomerChange objects, with its cursor. */
export interface CustomerChangeEdge {
  readonly __typename?: 'CustomerChangeEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: CustomerChange;
}

/** The conditions that changes must match; all given fields must match. The filter compares the change itself, not the current customer, so the same change always gives the same result. */
export interface CustomerChangeFilter {
  /** Matches changes of one of these kinds: at most 250. */
  readonly actions?: InputMaybe<ReadonlyArray<CustomerEventAction>>;
  /** Matches changes by one of these kinds of actors: at most 250. */
  readonly actorTypes?: InputMaybe<ReadonlyArray<ActorType>>;
  /** Matches changes by one of these actors: an account user by its id, a service or a source system by its name, as in `Actor.name`. At most 250. */
  readonly actors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Matches changes of one of these fields, as in `FieldChange.field`: at most 250. */
  readonly fields?: InputMaybe<ReadonlyArray<CustomerField>>;
  /** Matches changes in this range of time. */
  readonly occurredAt?: InputMaybe<DateTimeRange>;
}

/** Source records of a customer that have different values of the same fields. `customerFieldPin` settles a conflict. */
export interface CustomerConflict {
  readonly __typename?: 'CustomerConflict';
  /** The fields that the records disagree on. */
  readonly fieldGroup: CustomerFieldGroup;
  /** The top-level key of `metadata`; null if `fieldGroup` is not `METADATA`. */
  readonly metadataKey: Maybe<Scalars['String']['output']>;
  /** The rule that chose the winner. */
  readonly rule: SurvivorshipRuleKind;
  /** The value of each record that has one, the winner’s first. */
  readonly values: ReadonlyArray<CustomerConflictValue>;
  /** The record whose value the customer has; null if no value can be used, because another customer has the key or the referenced object was deleted. */
  readonly winner: Maybe<SourceRecord>;
}

/** The value that a source record has in a conflict. */
export interface CustomerConflictValue {
  readonly __typename?: 'CustomerConflictValue';
  /** The time when the record was last modified in its source system; null if unknown. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The record that has the value. */
  readonly source: SourceRecord;
  /** The value. A group with several fields is an object with the field names; a reference is an id; tags are a list of names, other lists a list of ids. */
  readonly value: Scalars['JSON']['output'];
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
  readonly totalCount: Scalars['Int']['output'];
}

/** The arguments of `CustomerConnection.count`. */
export interface CustomerConnectionCountArgs {
  /** Stops counting at this number: 1 to 1000000; 10,000 if null. */
  readonly cap?: InputMaybe<Scalars['Int']['input']>;
}

/** The contact information of a customer. It comes from the sales system; name and fax from the warehouse. */
export interface CustomerContactInfo {
  readonly __typename?: 'CustomerContactInfo';
  /** The email address; null if unknown. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** The fax number, as entered; null if unknown. */
  readonly fax: Maybe<Scalars['String']['output']>;
  /** The name of the contact person; null if unknown. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The phone number, as entered; null if unknown. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** The website URL; null if unknown. */
  readonly url: Maybe<Scalars['String']['output']>;
}

/** The contact information of a customer. Absent fields keep their value; null or an empty string clears. */
export interface CustomerContactInfoInput {
  /** The email address. At most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The fax number, stored as given. At most 64 characters. */
  readonly fax?: InputMaybe<Scalars['String']['input']>;
  /** The name of the contact person. At most 255 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The phone number, stored as given. At most 64 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The URL of the website, with `http://` or `https://`. At most 2,048 characters. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
}

/** A range of the number of customers in a list. At least one bound is given; both are inclusive. */
export interface CustomerCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these customers; all if absent or null. */
  readonly of?: InputMaybe<CustomerFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** A new customer. Absent or null fields get their defaults. Strings are trimmed, and empty strings count as null. */
export interface CustomerCreateInput {
  /** The default billing address, created together with the customer. */
  readonly billToAddress?: InputMaybe<AddressInput>;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: InputMaybe<CustomerContactInfoInput>;
  /** The time when a source system created the customer; requires the scope `customers:import`. `Customer.createdAt` moves back to it, never forward. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: InputMaybe<QuantityInput>;
  /** The customer group of the shop. */
  readonly customerGroup?: InputMaybe<ReferenceDataIdentifier>;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: InputMaybe<CustomerDefaultsInput>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: InputMaybe<EdiStatus>;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: InputMaybe<CustomerFreightPreferencesInput>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether the customer is live or test data; a new customer is `LIVE` by default. Cannot be null. */
  readonly mode?: InputMaybe<Mode>;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. If absent, null or empty, the name of a new customer is the contact’s email, the shopper’s email or the key. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: InputMaybe<CustomerNotificationPreferencesInput>;
  /** The customer number that people use; unique within the account. At most 64 characters. A number in the generated format, the account’s prefix and six or more digits, is `INVALID` unless the customer already has it or `by` contains it. If absent, null or empty, the gateway generates the account’s prefix and the next free number (`GW-000001`). */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The parent: a customer that has no parent and is not discontinued. */
  readonly parent?: InputMaybe<CustomerIdentifier>;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: InputMaybe<ReadonlyArray<ReferenceDataIdentifier>>;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The system of `reference`; allowed only with a reference. At most 64 characters. */
  readonly referenceOrigin?: InputMaybe<Scalars['String']['input']>;
  /** The default shipping address, created together with the customer. */
  readonly shipToAddress?: InputMaybe<AddressInput>;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: InputMaybe<ShopperInput>;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. It is the id of the first `INVENTORY_PRO` record in `sources`: another value replaces that record, null removes all records of the system. At most 255 characters. */
  readonly shortId?: InputMaybe<Scalars['String']['input']>;
  /** The records in source systems that the customer comes from. A customer has at most 250 records. If another customer has one, the error is `TAKEN`. The first record of `INVENTORY_PRO` is the customer’s `shortId`. */
  readonly sources?: InputMaybe<ReadonlyArray<SourceRecordInput>>;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: InputMaybe<CustomerStatus>;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: InputMaybe<ReferenceDataIdentifier>;
}

/** The defaults for new orders of the customer. It comes from the sales system. */
export interface CustomerDefaults {
  readonly __typename?: 'CustomerDefaults';
  /** The default payment term; null if none is set. */
  readonly paymentTerm: Maybe<PaymentTerm>;
  /** The default priority; null if none is set. */
  readonly priority: Maybe<Priority>;
  /** The default sales rep; null if none is set. */
  readonly salesRep: Maybe<AccountUser>;
  /** The default shipping term; null if none is set. */
  readonly shippingTerm: Maybe<ShippingTerm>;
}

/** The defaults for new orders of a customer. Absent fields keep their value, null clears. */
export interface CustomerDefaultsInput {
  /** The payment term: an `ACTIVE` one of `paymentTerms`. */
  readonly paymentTerm?: InputMaybe<ReferenceDataIdentifier>;
  /** The urgency of the customer’s orders. */
  readonly priority?: InputMaybe<PriorityCode>;
  /** The sales rep: one of `accountUsers` that is not `REMOVED`. */
  readonly salesRep?: InputMaybe<AccountUserIdentifier>;
  /** The shipping term: one of `shippingTerms`. */
  readonly shippingTerm?: InputMaybe<ReferenceDataIdentifier>;
}

/** A customer of a page, with its cursor. */
export interface CustomerEdge {
  readonly __typename?: 'CustomerEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Customer;
}

/** One change of the customer: who changed what, when. */
export interface CustomerEvent extends Node {
  readonly __typename?: 'CustomerEvent';
  /** The kind of the change. */
  readonly action: CustomerEventAction;
  /** The author of the change; null if unknown, as for changes of callers without sign-in. */
  readonly actor: Maybe<Actor>;
  /** All changed fields; at most as many as a customer has. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** The current customer; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The time of the change. */
  readonly occurredAt: Scalars['DateTime']['output'];
}

/** The kind of a change of a customer. */
export type CustomerEventAction =
  /** The customer was created. */
  | 'CREATE'
  /** The customer was deleted. */
  | 'DELETE'
  /** The customer was discontinued. */
  | 'DISCONTINUE'
  /** Reserved for the erasure of a customer’s personal data; never returned yet. */
  | 'ERASE'
  /** An import from a source system created or changed the customer. */
  | 'IMPORT'
  /** A record in a source system was linked to the customer. */
  | 'LINK'
  /** Other customers were merged into the customer. */
  | 'MERGE'
  /** The customer was reactivated. */
  | 'REACTIVATE'
  /** A record in a source system was removed from the customer. */
  | 'UNLINK'
  /** Reserved for the undoing of a merge; never returned yet. */
  | 'UNMERGE'
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of events in a list. At least one bound is given; both are inclusive. */
export interface CustomerEventCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these events; all if absent or null. */
  readonly of?: InputMaybe<CustomerEventFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of CustomerEvent objects, with its cursor. */
export interface CustomerEventEdge {
  readonly __typename?: 'CustomerEventEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: CustomerEvent;
}

/** The conditions that an event in the history of a customer must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect; an empty list matches nothing. */
export interface CustomerEventFilter {
  /** Matches events of one of these kinds. At most 250 values. */
  readonly actions?: InputMaybe<ReadonlyArray<CustomerEventAction>>;
  /** Matches events by one of these kinds of actors. At most 250 values. */
  readonly actorTypes?: InputMaybe<ReadonlyArray<ActorType>>;
  /** Matches events by one of these actors: an account user by its id, a service or a source system by its name, as in `Actor.name`. At most 250 values. */
  readonly actors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Matches events that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<CustomerEventFilter>>;
  /** Matches events by the account user who is the customer’s default sales rep now if true, by all others if false. */
  readonly bySalesRep?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches events with a change of one of these fields, as in `FieldChange.field`. At most 250 values. */
  readonly fields?: InputMaybe<ReadonlyArray<CustomerField>>;
  /** Matches events that do not match this filter. Events without a value count as not matching it. */
  readonly not?: InputMaybe<CustomerEventFilter>;
  /** Matches events in this range of time. */
  readonly occurredAt?: InputMaybe<DateTimeRange>;
  /** Matches events that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CustomerEventFilter>>;
}

/** The conditions that a list of events must match. All given fields must match. */
export interface CustomerEventListFilter {
  /** Matches lists by their number of events. */
  readonly count?: InputMaybe<CustomerEventCountFilter>;
  /** Matches lists in which all events match, including empty lists. */
  readonly every?: InputMaybe<CustomerEventFilter>;
  /** Matches lists in which none of the events matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<CustomerEventFilter>;
  /** Matches lists in which at least one of the events matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<CustomerEventFilter>;
}

/** The number of customers per value, for filters with counts. Counts apply the query and filter of the list, except that each facet ignores the filter’s field of its own dimension, so a count is the number of customers if that value is selected instead. Conditions nested in `and`, `or` and `not` always apply. The values with the most customers come first. Values selected in the filter are on the first page, with count 0 if no customer has them. Customers without a value are not counted. */
export interface CustomerFacets {
  readonly __typename?: 'CustomerFacets';
  /** The counts by default carrier. Ignores `filter.carrierIds`. */
  readonly carriers: ReadonlyArray<CarrierFacet>;
  /** The counts by country, as ISO 3166-1 alpha-2 code; a customer counts in each country where it has an address that matches the rest of `filter.address`. Ignores `filter.address.country`. */
  readonly countries: ReadonlyArray<StringFacet>;
  /** The counts by default payment term. Ignores `filter.paymentTermIds`. */
  readonly paymentTerms: ReadonlyArray<PaymentTermFacet>;
  /** The counts by price group; a customer counts in each of its price groups. Ignores `filter.priceGroupIds`. */
  readonly priceGroups: ReadonlyArray<AccountGroupFacet>;
  /** The counts by default sales rep. Ignores `filter.salesRepIds`. */
  readonly salesReps: ReadonlyArray<AccountUserFacet>;
  /** The counts by default shipping term. Ignores `filter.shippingTermIds`. */
  readonly shippingTerms: ReadonlyArray<ShippingTermFacet>;
  /** The counts by source system; a customer counts once in each system with records of it, including gone records. Ignores `filter.sourceSystems`. */
  readonly sources: ReadonlyArray<SourceSystemFacet>;
  /** The counts by state or province; a customer counts in each state where it has an address that matches the rest of `filter.address`. States that differ only in case or accents are one value. Ignores `filter.address.state`. */
  readonly states: ReadonlyArray<StringFacet>;
  /** The counts by status. Ignores `filter.statuses`. */
  readonly statuses: ReadonlyArray<CustomerStatusFacet>;
  /** The counts by the name of a tag; a customer counts for each of its tags. Ignores `filter.tags`. */
  readonly tags: ReadonlyArray<StringFacet>;
  /** The counts by customer type. Ignores `filter.typeIds`. */
  readonly types: ReadonlyArray<AccountGroupFacet>;
}

/** The arguments of `CustomerFacets.carriers`. */
export interface CustomerFacetsCarriersArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.countries`. */
export interface CustomerFacetsCountriesArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.paymentTerms`. */
export interface CustomerFacetsPaymentTermsArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.priceGroups`. */
export interface CustomerFacetsPriceGroupsArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.salesReps`. */
export interface CustomerFacetsSalesRepsArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.shippingTerms`. */
export interface CustomerFacetsShippingTermsArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.sources`. */
export interface CustomerFacetsSourcesArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.states`. */
export interface CustomerFacetsStatesArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.statuses`. */
export interface CustomerFacetsStatusesArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.tags`. */
export interface CustomerFacetsTagsArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `CustomerFacets.types`. */
export interface CustomerFacetsTypesArgs {
  /** Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns at most this number of values: 1 to 250; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
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
  /** The field `createdAt`. */
  | 'CREATED_AT'
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
  /** The field `mode`. */
  | 'MODE'
  /** The field `name`. */
  | 'NAME'
  /** The field `note`. */
  | 'NOTE'
  /** A field of `notificationPreferences`. */
  | 'NOTIFICATION_PREFERENCES'
  /** The field `number`. */
  | 'NUMBER'
  /** A field that this version of the gateway does not know, for example during an upgrade. */
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

/** The fields of a customer that are derived from its source records. One record gives all fields of a group. */
export type CustomerFieldGroup =
  /** The field `billToAddress`: which address it is. */
  | 'BILL_TO_ADDRESS'
  /** The field `commissionPolicy`. */
  | 'COMMISSION_POLICY'
  /** The field `contactInfo.email`. */
  | 'CONTACT_EMAIL'
  /** The field `contactInfo.fax`. */
  | 'CONTACT_FAX'
  /** The field `contactInfo.name`. */
  | 'CONTACT_NAME'
  /** The field `contactInfo.phone`. */
  | 'CONTACT_PHONE'
  /** The field `contactInfo.url`. */
  | 'CONTACT_URL'
  /** The field `creditLimit`: its value and its unit. */
  | 'CREDIT_LIMIT'
  /** The field `customerGroup`. */
  | 'CUSTOMER_GROUP'
  /** The fields of `defaults`: `paymentTerm`, `shippingTerm`, `priority` and `salesRep`. */
  | 'DEFAULTS'
  /** The field `ediStatus`. */
  | 'EDI_STATUS'
  /** The fields of `freightPreferences`: `status`, `carrier`, `serviceLevel`, `billingType` and `billingAccount`. */
  | 'FREIGHT_PREFERENCES'
  /** A top-level key of `metadata`, each by itself. */
  | 'METADATA'
  /** The field `name`. */
  | 'NAME'
  /** The field `note`. */
  | 'NOTE'
  /** The field `notificationPreferences.acceptsInvoiceEmails`. */
  | 'NOTIFICATION_PREFERENCES'
  /** The field `number`. */
  | 'NUMBER'
  /** The list `priceGroups`. */
  | 'PRICE_GROUPS'
  /** The fields `reference` and `referenceOrigin`. */
  | 'REFERENCE'
  /** The field `shipToAddress`: which address it is. */
  | 'SHIP_TO_ADDRESS'
  /** The fields of `shopper`: `email`, `status`, `shopperReference` and `totalOrdersCount`. */
  | 'SHOPPER'
  /** The field `status`. */
  | 'STATUS'
  /** The list `tags`. */
  | 'TAGS'
  /** The field `type`. */
  | 'TYPE';

/** A customer and the fields to pin. */
export interface CustomerFieldPinInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The fields to pin. */
  readonly fieldGroup: CustomerFieldGroup;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The top-level key of `metadata`, only with `METADATA`. If absent or null, all current keys are pinned, or all keys of `source`. */
  readonly metadataKey?: InputMaybe<Scalars['String']['input']>;
  /** The record in the customer’s `sources` whose value is pinned. The error is `NOT_FOUND` if the customer does not have the record, `INVALID` if the record has no value of these fields, and `TAKEN` if another customer has the value. If absent or null, the current value is pinned, which can be empty. */
  readonly source?: InputMaybe<SourceRecordInput>;
}

/** A customer and the fields to release. */
export interface CustomerFieldReleaseInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The fields to release. */
  readonly fieldGroup: CustomerFieldGroup;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The top-level key of `metadata`, only with `METADATA`. If absent or null, all keys are released. */
  readonly metadataKey?: InputMaybe<Scalars['String']['input']>;
}

/** The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. An empty list, or an id that does not exist in the account, matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups. Conditions on a related object, such as `salesRep`, do not match customers without it, except `exists: false`. */
export interface CustomerFilter {
  /** Matches customers that accept invoices by email if true, the others if false. */
  readonly acceptsInvoiceEmails?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches active customers if true, discontinued customers if false. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches customers with an address that matches all of these conditions. */
  readonly address?: InputMaybe<AddressFilter>;
  /** Matches customers by their addresses; `none: {}` matches customers without an address. */
  readonly addresses?: InputMaybe<AddressListFilter>;
  /** Matches customers that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<CustomerFilter>>;
  /** Matches customers by their files. */
  readonly attachments?: InputMaybe<AttachmentListFilter>;
  /** Matches customers by their bill-to address. */
  readonly billToAddress?: InputMaybe<AddressFilter>;
  /** Matches customers by their `billingAccount` at the carrier. */
  readonly billingAccount?: InputMaybe<StringFilter>;
  /** Matches customers where one of these parties pays the carrier. At most 250 values. */
  readonly billingTypes?: InputMaybe<ReadonlyArray<CarrierBillingType>>;
  /** Matches customers by their default carrier. */
  readonly carrier?: InputMaybe<CarrierFilter>;
  /** Matches customers with one of these default carriers. At most 250 values. */
  readonly carrierIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by their children; `none: {}` matches customers without children. */
  readonly children?: InputMaybe<CustomerListFilter>;
  /** Matches customers whose own commission policy, not the `effectivePolicies` one, is one of these. At most 250 values. */
  readonly commissionPolicies?: InputMaybe<ReadonlyArray<CommissionPolicy>>;
  /** Matches customers by the email address of the contact. */
  readonly contactEmail?: InputMaybe<StringFilter>;
  /** Matches customers by the fax number of the contact, as stored. */
  readonly contactFax?: InputMaybe<StringFilter>;
  /** Matches customers by the name of the contact person. */
  readonly contactName?: InputMaybe<StringFilter>;
  /** Matches customers by the phone number of the contact, as stored. */
  readonly contactPhone?: InputMaybe<StringFilter>;
  /** Matches customers by the URL of their website. */
  readonly contactUrl?: InputMaybe<StringFilter>;
  /** Matches customers created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches customers by their credit limit. */
  readonly creditLimit?: InputMaybe<QuantityFilter>;
  /** Matches customers by their customer group. */
  readonly customerGroup?: InputMaybe<CustomerGroupFilter>;
  /** Matches customers in one of these customer groups of the shop. At most 250 values. */
  readonly customerGroupIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches children whose value differs from their parent’s in any of these fields; a missing value differs from a present one. Never matches customers without a parent. At most 250 values. */
  readonly differsFromParent?: InputMaybe<ReadonlyArray<ParentField>>;
  /** Matches customers discontinued in this range of time. */
  readonly discontinuedAt?: InputMaybe<DateTimeRange>;
  /** Matches customers with one of these EDI statuses. At most 250 values. */
  readonly ediStatuses?: InputMaybe<ReadonlyArray<EdiStatus>>;
  /** Matches customers with the same text in all of these fields, regardless of case and accents. Never matches customers without a value in one of the fields. At most 250 values. */
  readonly equalTexts?: InputMaybe<ReadonlyArray<CustomerText>>;
  /** Matches customers by their change history; `none: { occurredAt: … }` matches customers without a change in that time. */
  readonly events?: InputMaybe<CustomerEventListFilter>;
  /** Matches customers whose orders that match this filter add up to more than their credit limit. Only totals in the currency of the limit are added; a unit that the account derives from the base currency is converted. Never matches customers without a credit limit or without such orders. */
  readonly exceedsCreditLimit?: InputMaybe<OrderFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches customers whose own freight policy, not the `effectivePolicies` one, is one of these. At most 250 values. */
  readonly freightPolicies?: InputMaybe<ReadonlyArray<FreightPolicy>>;
  /** Matches customers with `conflicts` if true, customers without any if false. */
  readonly hasConflicts?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches customers with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by `lastOrderAt`, the time when their last order was placed. Customers without a placed order match only `exists: false`. */
  readonly lastOrderAt?: InputMaybe<DateTimeRange>;
  /** Matches customers by a value in their `metadata`. */
  readonly metadata?: InputMaybe<MetadataFilter>;
  /** Matches customers whose mode, test or live, is one of these. At most 250 values. */
  readonly modes?: InputMaybe<ReadonlyArray<Mode>>;
  /** Matches customers by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches customers that do not match this filter. Customers without a value count as not matching it. */
  readonly not?: InputMaybe<CustomerFilter>;
  /** Matches customers by their note. */
  readonly note?: InputMaybe<StringFilter>;
  /** Matches customers by their number. */
  readonly number?: InputMaybe<StringFilter>;
  /** Matches customers that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CustomerFilter>>;
  /** Matches customers by their recurring orders. */
  readonly orderSubscriptions?: InputMaybe<OrderSubscriptionListFilter>;
  /** Matches customers by their orders, including carts and cancelled ones; `none: {}` matches customers without an order. */
  readonly orders?: InputMaybe<OrderListFilter>;
  /** Matches customers by their parent. */
  readonly parent?: InputMaybe<CustomerFilter>;
  /** Matches customers with or without children. */
  readonly parentAccountStatus?: InputMaybe<ParentAccountStatus>;
  /** Matches the child customers of these customers. At most 250 values. */
  readonly parentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by their saved payment methods. */
  readonly paymentSources?: InputMaybe<PaymentSourceListFilter>;
  /** Matches customers by their default payment term. */
  readonly paymentTerm?: InputMaybe<PaymentTermFilter>;
  /** Matches customers with one of these default payment terms. At most 250 values. */
  readonly paymentTermIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers with a pinned value in any of these groups of fields. At most 250 values. */
  readonly pinned?: InputMaybe<ReadonlyArray<CustomerFieldGroup>>;
  /** Matches customers in any of these price groups, account groups of type `PRICING_GROUP`. At most 250 values. */
  readonly priceGroupIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by their price groups. */
  readonly priceGroups?: InputMaybe<AccountGroupListFilter>;
  /** Matches customers by their default priority. */
  readonly priority?: InputMaybe<PriorityFilter>;
  /** Matches customers by their `reference`. */
  readonly reference?: InputMaybe<StringFilter>;
  /** Matches customers at one of these positions in the hierarchy. At most 250 values. */
  readonly relationshipTypes?: InputMaybe<ReadonlyArray<RelationshipType>>;
  /** Matches customers by their returns; `none: {}` matches customers without a return. */
  readonly returns?: InputMaybe<ReturnListFilter>;
  /** Matches customers by their default sales rep. */
  readonly salesRep?: InputMaybe<AccountUserFilter>;
  /** Matches customers whose default sales rep is one of these account users. At most 250 values. */
  readonly salesRepIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by their default service level. */
  readonly serviceLevel?: InputMaybe<ServiceLevelFilter>;
  /** Matches customers with one of these default service levels. At most 250 values. */
  readonly serviceLevelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches duplicates: customers that have the same value as another customer of the account in any of these fields, regardless of case and accents. Missing values are not compared. At most 250 values. */
  readonly sharesWithAnother?: InputMaybe<ReadonlyArray<SharedField>>;
  /** Matches customers by their ship-to address. */
  readonly shipToAddress?: InputMaybe<AddressFilter>;
  /** Matches customers whose ship-to address differs from the bill-to address in any of these parts, regardless of case and accents; a missing value differs from a present one. Never matches customers without one of the two addresses. At most 250 values. */
  readonly shipToDiffersFromBillTo?: InputMaybe<ReadonlyArray<AddressPart>>;
  /** Matches customers by their default shipping term. */
  readonly shippingTerm?: InputMaybe<ShippingTermFilter>;
  /** Matches customers with one of these default shipping terms. At most 250 values. */
  readonly shippingTermIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers by the email address of the shopper. */
  readonly shopperEmail?: InputMaybe<StringFilter>;
  /** Matches customers with one of these shopper statuses, never those without a shopper. At most 250 values. */
  readonly shopperStatuses?: InputMaybe<ReadonlyArray<ShopperStatus>>;
  /** Matches customers by their key in the warehouse system. */
  readonly shortId?: InputMaybe<StringFilter>;
  /** Matches customers by their saved lists of articles. */
  readonly skuLists?: InputMaybe<SkuListListFilter>;
  /** Matches customers with a record of any of these source systems in `sources`. At most 250 values. */
  readonly sourceSystems?: InputMaybe<ReadonlyArray<SourceSystem>>;
  /** Matches customers by their records in source systems, `sources`. */
  readonly sources?: InputMaybe<SourceRecordListFilter>;
  /** Matches customers whose source records have different values of the same fields, regardless of the customer’s own values. `hasConflicts` matches only conflicts without a pin. */
  readonly sourcesDiffer?: InputMaybe<SourceDifference>;
  /** Matches customers with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<CustomerStatus>>;
  /** Matches customers by their subscriptions to news. */
  readonly subscriptions?: InputMaybe<CustomerSubscriptionListFilter>;
  /** Matches customers with a tag that matches all of these conditions; `exists: false` matches customers without a tag. */
  readonly tag?: InputMaybe<TagFilter>;
  /** Matches customers that have any of these tags, by name. At most 250 values. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Matches customers by the number of orders stated by the shop. Never matches customers without such a number. */
  readonly totalOrdersCount?: InputMaybe<IntRange>;
  /** Matches customers by their type. */
  readonly type?: InputMaybe<AccountGroupFilter>;
  /** Matches customers whose type is one of these account groups of type `TYPE_GROUP`. At most 250 values. */
  readonly typeIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customers last changed in this range of time. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
}

/** The shipping and freight billing preferences of a customer. It comes from the sales system. */
export interface CustomerFreightPreferences {
  readonly __typename?: 'CustomerFreightPreferences';
  /** The third party’s account number with the carrier; null unless `billingType` is `THIRD_PARTY`. */
  readonly billingAccount: Maybe<Scalars['String']['output']>;
  /** The party that pays the carrier; null if not set. */
  readonly billingType: Maybe<CarrierBillingType>;
  /** The default carrier, which may be deleted; null if none is set. */
  readonly carrier: Maybe<Carrier>;
  /** The default service level, one of the carrier’s; null if none is set. */
  readonly serviceLevel: Maybe<ServiceLevel>;
  /** The customer’s own freight policy; `Customer.effectivePolicies` includes the policies of its groups. */
  readonly status: FreightPolicy;
}

/** The shipping and freight billing preferences of a customer. Absent fields keep their value, null clears. */
export interface CustomerFreightPreferencesInput {
  /** The third party’s account number with the carrier; required if `billingType` is `THIRD_PARTY`, not allowed otherwise. At most 64 characters. */
  readonly billingAccount?: InputMaybe<Scalars['String']['input']>;
  /** The party that pays the carrier. */
  readonly billingType?: InputMaybe<CarrierBillingType>;
  /** The default carrier, one of `carriers`. A deleted carrier cannot be selected again. */
  readonly carrier?: InputMaybe<ReferenceDataIdentifier>;
  /** The default service level. It must belong to the default carrier, otherwise the error is `WRONG_CARRIER`. */
  readonly serviceLevel?: InputMaybe<ServiceLevelIdentifier>;
  /** The customer’s own freight policy; a new customer gets `BILLED_FREIGHT` by default. Cannot be null. */
  readonly status?: InputMaybe<FreightPolicy>;
}

/** A customer group of the shop, not to be confused with `AccountGroup`. From Commerce Layer. */
export interface CustomerGroup extends Node {
  readonly __typename?: 'CustomerGroup';
  /** A short code, unique within the account; null if there is none. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** The customers that have the group as customer group, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the group. */
  readonly name: Scalars['String']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
}

/** The arguments of `CustomerGroup.customers`. */
export interface CustomerGroupCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** A page of a list of CustomerGroup objects. */
export interface CustomerGroupConnection {
  readonly __typename?: 'CustomerGroupConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerGroupEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<CustomerGroup>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of CustomerGroup objects, with its cursor. */
export interface CustomerGroupEdge {
  readonly __typename?: 'CustomerGroupEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: CustomerGroup;
}

/** The conditions that customer groups must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface CustomerGroupFilter {
  /** Matches customer groups that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<CustomerGroupFilter>>;
  /** Matches customer groups by their code. */
  readonly code?: InputMaybe<StringFilter>;
  /** Matches customer groups created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches customer groups by the customers that have them; `none: {}` matches customer groups without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches customer groups with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches customer groups by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches customer groups that do not match this filter. Customer groups without a value count as not matching it. */
  readonly not?: InputMaybe<CustomerGroupFilter>;
  /** Matches customer groups that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CustomerGroupFilter>>;
}

/** A customer group of the shop. Absent fields keep their value, or get their default on creation; null clears. */
export interface CustomerGroupUpsertItem {
  /** A short code, unique within the account; an empty string counts as null. At most 64 characters. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** The name, which several groups can have. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
}

/** The result of an item. */
export interface CustomerGroupUpsertResult {
  readonly __typename?: 'CustomerGroupUpsertResult';
  /** The current customer group; null if there are errors. */
  readonly customerGroup: Maybe<CustomerGroup>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface CustomerGroupsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<CustomerGroupUpsertItem>;
}

/** The results of the items of a call. */
export interface CustomerGroupsUpsertPayload {
  readonly __typename?: 'CustomerGroupsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CustomerGroupUpsertResult>;
}

/** A key that identifies a customer. Exactly one field is given. */
export type CustomerIdentifier =
  /** The id of the customer. */
  { readonly id: Scalars['ID']['input']; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never; }
  |  /** The customer number, case-sensitive. */
  { readonly id?: never; readonly number: Scalars['String']['input']; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never; }
  |  /** The key of the customer in another system. */
  { readonly id?: never; readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never; }
  |  /** The email address for sign-in in the shop; case is ignored. */
  { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail: Scalars['String']['input']; readonly shortId?: never; readonly source?: never; }
  |  /** The key of the customer in the warehouse system, case-sensitive. */
  { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: Scalars['String']['input']; readonly source?: never; }
  |  /** A record in a source system that is linked to the customer. */
  { readonly id?: never; readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: SourceRecordInput; };

/** The key that identifies a customer; a new customer gets this key. Exactly one field is given. Strings are trimmed. */
export type CustomerKeyInput =
  /** The customer number, case-sensitive. At most 64 characters. */
  { readonly number: Scalars['String']['input']; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never; }
  |  /** The key of the customer in another system; without an origin, it matches a reference without origin. At most 255 characters. */
  { readonly number?: never; readonly reference: CustomerReferenceInput; readonly shopperEmail?: never; readonly shortId?: never; readonly source?: never; }
  |  /** The email address for sign-in in the shop; case is ignored. A new customer gets it as `shopper.email`. If `shopper` is also given, it must have the same email and cannot be null, otherwise the error is `INVALID`. At most 254 characters. */
  { readonly number?: never; readonly reference?: never; readonly shopperEmail: Scalars['String']['input']; readonly shortId?: never; readonly source?: never; }
  |  /** The key of the customer in the warehouse system, case-sensitive: the same as `source` with the system `INVENTORY_PRO`, which is recorded. At most 255 characters. */
  { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId: Scalars['String']['input']; readonly source?: never; }
  |  /** A record in a source system. The customer gets it in `sources`; its `seenAt` is updated if the upsert changes the customer, not if the outcome is `UNCHANGED`. Records of merged customers belong to the merge target. At most 255 characters. */
  { readonly number?: never; readonly reference?: never; readonly shopperEmail?: never; readonly shortId?: never; readonly source: SourceRecordInput; };

/** The conditions that a list of customers must match. All given fields must match. */
export interface CustomerListFilter {
  /** Matches lists by their number of customers. */
  readonly count?: InputMaybe<CustomerCountFilter>;
  /** Matches lists in which all customers match, including empty lists. */
  readonly every?: InputMaybe<CustomerFilter>;
  /** Matches lists in which none of the customers matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<CustomerFilter>;
  /** Matches lists in which at least one of the customers matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<CustomerFilter>;
}

/** The customers to merge. */
export interface CustomerMergeInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The customers to merge into the target: 1 to 250. A customer that is listed twice, even by different keys, is `INVALID`, and so is the target. */
  readonly duplicates: ReadonlyArray<CustomerIdentifier>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The customer that the duplicates are merged into. The error is `DISCONTINUED` if it is discontinued and a duplicate is active. */
  readonly target: CustomerIdentifier;
}

/** The result of a mutation. The current target; null if there are errors. */
export interface CustomerMergePayload {
  readonly __typename?: 'CustomerMergePayload';
  /** The current target; null if there are errors. */
  readonly customer: Maybe<Customer>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a customer’s metadata. */
export interface CustomerMetadataInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A JSON merge patch (RFC 7396): null removes a key, objects are merged key by key, and all other values, including lists, replace the existing value. The size limit applies to the resulting metadata as a whole. At most 65,536 characters. */
  readonly patch: Scalars['JSONObject']['input'];
}

/** The notification preferences of a customer. It comes from the sales system. */
export interface CustomerNotificationPreferences {
  readonly __typename?: 'CustomerNotificationPreferences';
  /** Whether the customer receives invoices by email. */
  readonly acceptsInvoiceEmails: Scalars['Boolean']['output'];
}

/** The notification preferences of a customer. Absent fields keep their value. */
export interface CustomerNotificationPreferencesInput {
  /** Whether the customer receives invoices by email; default false. Cannot be null. */
  readonly acceptsInvoiceEmails?: InputMaybe<Scalars['Boolean']['input']>;
}

/** The result of a mutation. The current customer; null if there are errors. Also returned with `STALE_VERSION`, so a client can show both versions. */
export interface CustomerPayload {
  readonly __typename?: 'CustomerPayload';
  /** The current customer; null if there are errors. Also returned with `STALE_VERSION`, so a client can show both versions. */
  readonly customer: Maybe<Customer>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A customer and price groups. */
export interface CustomerPriceGroupsInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Account groups of type `PRICING_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`: at most 250. Duplicates count once. */
  readonly priceGroups: ReadonlyArray<ReferenceDataIdentifier>;
}

/** The record to delete: either its id, or its type and its source record. */
export interface CustomerRecordDeleteInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the record; its prefix identifies the type. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A source record of the record, with `type`. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The type of the record, with `source`. */
  readonly type?: InputMaybe<CustomerRecordType>;
}

/** The types of the shop records of a customer. */
export type CustomerRecordType =
  /** A file. */
  | 'ATTACHMENT'
  /** A subscription to email news. */
  | 'CUSTOMER_SUBSCRIPTION'
  /** An order. */
  | 'ORDER'
  /** A recurring order. */
  | 'ORDER_SUBSCRIPTION'
  /** A saved payment method. */
  | 'PAYMENT_SOURCE'
  /** A return of goods. */
  | 'RETURN'
  /** A saved list of articles. */
  | 'SKU_LIST';

/** The key of a customer in another system. */
export interface CustomerReferenceInput {
  /** The reference, case-sensitive. */
  readonly reference: Scalars['String']['input'];
  /** The system that the reference is from; if absent or null, only a reference without origin matches. */
  readonly referenceOrigin?: InputMaybe<Scalars['String']['input']>;
}

/** A customer and its new parent. */
export interface CustomerSetParentInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The parent: a customer that has no parent and is not discontinued. Null makes the customer standalone; if absent, the error is `REQUIRED`. */
  readonly parent?: InputMaybe<CustomerIdentifier>;
}

/** A sort key for customers. */
export interface CustomerSort {
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The field to order by. */
  readonly field: CustomerSortField;
}

/** The fields that customers can be ordered by. */
export type CustomerSortField =
  /** The creation time. */
  | 'CREATED_AT'
  /** The credit limit, by unit, then by value, so only limits in the same unit are compared; null without a limit. */
  | 'CREDIT_LIMIT'
  /** The time when the customer was discontinued; null if it is active. */
  | 'DISCONTINUED_AT'
  /** The name, as in a dictionary: case and accents matter only between otherwise equal names, and digits compare as numbers. */
  | 'NAME'
  /** The number, compared like names, so that digits compare as numbers: "9" before "10". */
  | 'NUMBER'
  /** The key in the warehouse system, compared by code point; null for customers without one. */
  | 'SHORT_ID'
  /** The status: normal, preferred, hold shipment, hold all. */
  | 'STATUS'
  /** The number of orders as given by the shop; null where none was given, also if orders are counted. */
  | 'TOTAL_ORDERS_COUNT'
  /** The time of the last change. */
  | 'UPDATED_AT';

/** A customer and a record in a source system. */
export interface CustomerSourceAddInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whether to move the record if another customer has it. */
  readonly move?: InputMaybe<Scalars['Boolean']['input']>;
  /** The record. If another customer has it, the error is `TAKEN` unless `move` is true. */
  readonly source: SourceRecordInput;
}

/** A customer and a record in a source system. */
export interface CustomerSourceRemoveInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The record. If another customer has it, the error is `NOT_FOUND`. */
  readonly source: SourceRecordInput;
}

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
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The status. */
  readonly value: CustomerStatus;
}

/** A subscription to email news. From Commerce Layer. */
export interface CustomerSubscription extends Node {
  readonly __typename?: 'CustomerSubscription';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the subscription belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The email address that receives the news. */
  readonly customerEmail: Scalars['String']['output'];
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The key of the subscription in another system; null if there is none. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of subscriptions in a list. At least one bound is given; both are inclusive. */
export interface CustomerSubscriptionCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these subscriptions; all if absent or null. */
  readonly of?: InputMaybe<CustomerSubscriptionFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of CustomerSubscription objects, with its cursor. */
export interface CustomerSubscriptionEdge {
  readonly __typename?: 'CustomerSubscriptionEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: CustomerSubscription;
}

/** The conditions that subscriptions must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface CustomerSubscriptionFilter {
  /** Matches subscriptions that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<CustomerSubscriptionFilter>>;
  /** Matches subscriptions created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches subscriptions by the email address. */
  readonly customerEmail?: InputMaybe<StringFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches subscriptions with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches subscriptions that do not match this filter. Subscriptions without a value count as not matching it. */
  readonly not?: InputMaybe<CustomerSubscriptionFilter>;
  /** Matches subscriptions that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CustomerSubscriptionFilter>>;
  /** Matches subscriptions by their `reference`. */
  readonly reference?: InputMaybe<StringFilter>;
}

/** The conditions that a list of subscriptions must match. All given fields must match. */
export interface CustomerSubscriptionListFilter {
  /** Matches lists by their number of subscriptions. */
  readonly count?: InputMaybe<CustomerSubscriptionCountFilter>;
  /** Matches lists in which all subscriptions match, including empty lists. */
  readonly every?: InputMaybe<CustomerSubscriptionFilter>;
  /** Matches lists in which none of the subscriptions matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<CustomerSubscriptionFilter>;
  /** Matches lists in which at least one of the subscriptions matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<CustomerSubscriptionFilter>;
}

/** A subscription to email news of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface CustomerSubscriptionUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the subscription belongs to, by its id or another key. If the subscription belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The email address that receives the news; default: the shopper’s. Required if the subscription is created and the customer has no shopper. Cannot be cleared. At most 254 characters. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** The key of the subscription in another system. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The record in the source system. The subscription that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
}

/** The result of an item. */
export interface CustomerSubscriptionUpsertResult {
  readonly __typename?: 'CustomerSubscriptionUpsertResult';
  /** The current subscription; null if there are errors. */
  readonly customerSubscription: Maybe<CustomerSubscription>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface CustomerSubscriptionsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<CustomerSubscriptionUpsertItem>;
}

/** The results of the items of a call. */
export interface CustomerSubscriptionsUpsertPayload {
  readonly __typename?: 'CustomerSubscriptionsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CustomerSubscriptionUpsertResult>;
}

/** A customer and tags. */
export interface CustomerTagsInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The tags: each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. Duplicates count once. */
  readonly tags: ReadonlyArray<Scalars['String']['input']>;
}

/** The texts of a customer that can be compared with each other. */
export type CustomerText =
  /** The `billingAccount` at the carrier. */
  | 'BILLING_ACCOUNT'
  /** The email address of the contact. */
  | 'CONTACT_EMAIL'
  /** The name of the contact person. */
  | 'CONTACT_NAME'
  /** The phone number of the contact, regardless of spaces and punctuation. */
  | 'CONTACT_PHONE'
  /** The URL of the website. */
  | 'CONTACT_URL'
  /** The name. */
  | 'NAME'
  /** The number; two customers can have it in different spellings only. */
  | 'NUMBER'
  /** The `reference`. */
  | 'REFERENCE'
  /** The email address of the shopper; two customers can have it in different spellings only. */
  | 'SHOPPER_EMAIL'
  /** The key in the warehouse system; two customers can have it in different spellings only. */
  | 'SHORT_ID';

/** A change of a customer. Absent fields keep their value, null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null. */
export interface CustomerUpdateInput {
  /** The id of the default billing address: one of the customer’s `addresses`. */
  readonly billToAddressId?: InputMaybe<Scalars['ID']['input']>;
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: InputMaybe<CustomerContactInfoInput>;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: InputMaybe<QuantityInput>;
  /** The customer group of the shop. */
  readonly customerGroup?: InputMaybe<ReferenceDataIdentifier>;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: InputMaybe<CustomerDefaultsInput>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: InputMaybe<EdiStatus>;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: InputMaybe<CustomerFreightPreferencesInput>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether the customer is live or test data; a new customer is `LIVE` by default. Cannot be null. */
  readonly mode?: InputMaybe<Mode>;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: InputMaybe<CustomerNotificationPreferencesInput>;
  /** The customer number that people use; unique within the account. At most 64 characters. A number in the generated format, the account’s prefix and six or more digits, is `INVALID` unless the customer already has it or `by` contains it. Cannot be null. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: InputMaybe<ReadonlyArray<ReferenceDataIdentifier>>;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The system of `reference`; allowed only with a reference. At most 64 characters. */
  readonly referenceOrigin?: InputMaybe<Scalars['String']['input']>;
  /** The id of the default shipping address: one of the customer’s `addresses`. */
  readonly shipToAddressId?: InputMaybe<Scalars['ID']['input']>;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: InputMaybe<ShopperInput>;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. It is the id of the first `INVENTORY_PRO` record in `sources`: another value replaces that record, null removes all records of the system. At most 255 characters. */
  readonly shortId?: InputMaybe<Scalars['String']['input']>;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: InputMaybe<CustomerStatus>;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: InputMaybe<ReferenceDataIdentifier>;
}

/** A customer, identified by a key, with its new values. Absent fields keep their value (or get their default if the customer is created), null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null. */
export interface CustomerUpsertInput {
  /** Whether the customer is active: true reactivates it, false discontinues it. If absent or null, the state does not change; a new customer is active. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Further records in source systems, added to the customer’s existing records. A customer has at most 250 records. If another customer has one, the error is `TAKEN`. The first record of `INVENTORY_PRO` is the customer’s `shortId`. */
  readonly addSources?: InputMaybe<ReadonlyArray<SourceRecordInput>>;
  /** The default billing address: the customer’s address with the given `source`, or else its current default, or else a new address. Absent fields of an existing address keep their value. A change of an address that is the default for billing and shipping creates a copy, unless both are given and refer to the same address. Null unsets it; the address stays in `addresses`. */
  readonly billToAddress?: InputMaybe<AddressInput>;
  /** The key of the customer. The customer with this key is updated; without such a customer, one is created. Other keys of the input do not match: a key that another customer has is `TAKEN`. A field that differs from its key in `by` is `INVALID`. */
  readonly by: CustomerKeyInput;
  /** The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null. */
  readonly commissionPolicy?: InputMaybe<CommissionPolicy>;
  /** The contact information; null clears all of it. */
  readonly contactInfo?: InputMaybe<CustomerContactInfoInput>;
  /** The time when a source system created the customer; requires the scope `customers:import`. `Customer.createdAt` moves back to it, never forward. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The credit limit; null removes the limit. */
  readonly creditLimit?: InputMaybe<QuantityInput>;
  /** The customer group of the shop. */
  readonly customerGroup?: InputMaybe<ReferenceDataIdentifier>;
  /** The defaults for new orders; null clears all of them. */
  readonly defaults?: InputMaybe<CustomerDefaultsInput>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null. */
  readonly ediStatus?: InputMaybe<EdiStatus>;
  /** The shipping and freight billing preferences; null resets all of them to their defaults. */
  readonly freightPreferences?: InputMaybe<CustomerFreightPreferencesInput>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Additional data with custom keys. Replaces the existing object as a whole; null stores `{}`. At most 65,536 characters. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether the customer is live or test data; a new customer is `LIVE` by default. Cannot be null. */
  readonly mode?: InputMaybe<Mode>;
  /** The name of the business, as on documents. At most 255 characters. Leading and trailing whitespace is trimmed. If absent, null or empty, the name of a new customer is the contact’s email, the shopper’s email or the key. Cannot be null for an existing customer. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Free text about the customer. At most 10,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The notification preferences; null resets all of them to their defaults. */
  readonly notificationPreferences?: InputMaybe<CustomerNotificationPreferencesInput>;
  /** The customer number that people use; unique within the account. At most 64 characters. A number in the generated format, the account’s prefix and six or more digits, is `INVALID` unless the customer already has it or `by` contains it. If absent, the number of a new customer is generated. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The parent: a customer that has no parent and is not discontinued; in `customersUpsert`, also one that an earlier item creates. Null makes the customer standalone. */
  readonly parent?: InputMaybe<CustomerIdentifier>;
  /** All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list. */
  readonly priceGroups?: InputMaybe<ReadonlyArray<ReferenceDataIdentifier>>;
  /** The key of the customer in another system; unique within the account and `referenceOrigin`. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The system of `reference`; allowed only with a reference. At most 64 characters. */
  readonly referenceOrigin?: InputMaybe<Scalars['String']['input']>;
  /** The default shipping address: the customer’s address with the given `source`, or else its current default, or else a new address. Absent fields of an existing address keep their value. A change of an address that is the default for billing and shipping creates a copy, unless both are given and refer to the same address. Null unsets it; the address stays in `addresses`. */
  readonly shipToAddress?: InputMaybe<AddressInput>;
  /** The customer’s sign-in in the shop; null removes it together with the password. */
  readonly shopper?: InputMaybe<ShopperInput>;
  /** The key of the customer in the warehouse system, case-sensitive; unique within the account. It is the id of the first `INVENTORY_PRO` record in `sources`: another value replaces that record, null removes all records of the system. At most 255 characters. */
  readonly shortId?: InputMaybe<Scalars['String']['input']>;
  /** The status of the customer; a new customer gets `NORMAL` by default. Cannot be null. */
  readonly status?: InputMaybe<CustomerStatus>;
  /** All tags of the customer: at most 10, each 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`; upper case is converted to lower case. An update replaces the existing list. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`. */
  readonly type?: InputMaybe<ReferenceDataIdentifier>;
}

/** The result of an upsert. */
export interface CustomerUpsertPayload {
  readonly __typename?: 'CustomerUpsertPayload';
  /** The current customer; null if there are errors. */
  readonly customer: Maybe<Customer>;
  /** The outcome of the upsert; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A customer and its expected version. */
export interface CustomerVersionInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked. */
  readonly ifVersion?: InputMaybe<Scalars['Int']['input']>;
}

/** The upserts of one call. With `idempotencyKey`, repeating the call returns the same results. `dryRun` applies to all items. */
export interface CustomersUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The upserts: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. Each can have its own `idempotencyKey`, shared with `customerUpsert`. An item whose `dryRun` differs from that of the call is `INVALID`. */
  readonly items: ReadonlyArray<CustomerUpsertInput>;
}

/** The results of the upserts of a call. */
export interface CustomersUpsertPayload {
  readonly __typename?: 'CustomersUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<CustomerUpsertPayload>;
}

/** A range of time. Both bounds are inclusive; an absent or null bound is open. A date without a time is a whole day in UTC: `{ from: "2024-11-01", to: "2024-11-30" }` is November. */
export interface DateTimeRange {
  /** Matches times that are present if true, missing ones if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The start of the range; for a date without a time, the start of the day. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The end of the range; for a date without a time, the end of the day. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
}

/** The object to delete. */
export interface DeleteInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the object to delete. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
}

/** The result of a deletion. */
export interface DeletePayload {
  readonly __typename?: 'DeletePayload';
  /** The id of the deleted object; null if there are errors. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A department of the account’s company. */
export interface Department extends Node {
  readonly __typename?: 'Department';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the department, unique within the account. */
  readonly name: Scalars['String']['output'];
  /** Free text about the department; null if there is none. */
  readonly notes: Maybe<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
}

/** A page of a list of Department objects. */
export interface DepartmentConnection {
  readonly __typename?: 'DepartmentConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<DepartmentEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Department>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of Department objects, with its cursor. */
export interface DepartmentEdge {
  readonly __typename?: 'DepartmentEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Department;
}

/** The conditions that departments must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface DepartmentFilter {
  /** Matches departments by the account users that have them; `none: {}` matches departments without account users. */
  readonly accountUsers?: InputMaybe<AccountUserListFilter>;
  /** Matches departments that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<DepartmentFilter>>;
  /** Matches departments created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches departments with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches departments by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches departments that do not match this filter. Departments without a value count as not matching it. */
  readonly not?: InputMaybe<DepartmentFilter>;
  /** Matches departments that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<DepartmentFilter>>;
}

/** The result of a mutation. The current department; null if there are errors. */
export interface DepartmentPayload {
  readonly __typename?: 'DepartmentPayload';
  /** The current department; null if there are errors. */
  readonly department: Maybe<Department>;
  /** The outcome; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A department of the account with its new values. Absent fields keep their value. */
export interface DepartmentUpsertInput {
  /** Records in source systems to link to the department, in addition to the existing ones. A record of another department is `TAKEN`. At most 250 for each. */
  readonly addSources?: InputMaybe<ReadonlyArray<SourceRecordInput>>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of an existing department. With it, `name` renames the department. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the department, unique within the account. Without `id`, the account’s object with this name is updated and keeps its name; an exact match takes precedence over a match that differs only in case. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** Free text about the department; an empty string counts as null. At most 2,000 characters. */
  readonly notes?: InputMaybe<Scalars['String']['input']>;
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
  /** The origin of the value: the first of the customer, its type and its price groups that grants the exemption, or else the customer. */
  readonly source: PolicySource;
  /** The policy: `COMMISSION_EXEMPT` if the customer, its type or any of its price groups is exempt. */
  readonly value: CommissionPolicy;
  /** The group that the value comes from; if several price groups apply, the first by name. Null for the customer’s own policy. */
  readonly via: Maybe<AccountGroup>;
}

/** The freight policy of the customer, including the policies of its groups but not its shipping term. */
export interface EffectiveFreightPolicy {
  readonly __typename?: 'EffectiveFreightPolicy';
  /** The origin of the value: the first of the customer, its type and its price groups that grants the exemption, or else the customer. */
  readonly source: PolicySource;
  /** The policy: `FREE_FREIGHT` if the customer, its type or any of its price groups has free freight. */
  readonly value: FreightPolicy;
  /** The group that the value comes from; if several price groups apply, the first by name. Null for the customer’s own policy. */
  readonly via: Maybe<AccountGroup>;
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
  readonly newValue: Maybe<Scalars['String']['output']>;
  /** The old value as a string; null if it was null, and always for `shopper.password`. */
  readonly oldValue: Maybe<Scalars['String']['output']>;
  /** The exact path in `Customer`: `contactInfo.email`. The password of a shopper is `shopper.password`. */
  readonly path: Scalars['String']['output'];
}

/** Where the present value of a field of a customer comes from. */
export interface FieldOrigin {
  readonly __typename?: 'FieldOrigin';
  /** The fields. */
  readonly fieldGroup: CustomerFieldGroup;
  /** The kind of origin. */
  readonly kind: FieldOriginKind;
  /** The top-level key of `metadata`; null if `fieldGroup` is not `METADATA`. */
  readonly metadataKey: Maybe<Scalars['String']['output']>;
  /** The latest `modifiedAt` of `sources`; null if there is none. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The source records of `SOURCE`: one, or several of a list. Otherwise empty. */
  readonly sources: ReadonlyArray<SourceRecord>;
}

/** The kinds of origins of a value, in the order in which they decide. */
export type FieldOriginKind =
  /** The baseline: values set by requests without a source, values from before the customer’s first source, and generated numbers. */
  | 'BASELINE'
  /** A pin: an account user set the value, or `customerFieldPin`. It wins until it is released. */
  | 'PIN'
  /** Source records. A list that has the items of all records can also have items of the baseline. */
  | 'SOURCE';

/** Whether freight is billed. */
export type FreightPolicy =
  /** Freight is billed, unless another rule makes it free. */
  | 'BILLED_FREIGHT'
  /** Freight is not billed. */
  | 'FREE_FREIGHT';

/** The location of an address. An update of the address can replace it with a new one, with a new id. It comes from the sales system or the flat address of the warehouse. */
export interface Geolocation extends Node {
  readonly __typename?: 'Geolocation';
  /** The ISO 3166-1 alpha-2 code of the country: `US`; null if unknown. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The city or town; null if unknown. */
  readonly locality: Maybe<Scalars['String']['output']>;
  /** The ZIP or postal code; null if unknown. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** The state or province, in the abbreviation used in the country: `IL`; null if there is none. */
  readonly state: Maybe<Scalars['String']['output']>;
  /** The street and number; null if unknown. */
  readonly streetLine1: Maybe<Scalars['String']['output']>;
  /** The suite, floor or building; null if there is none. */
  readonly streetLine2: Maybe<Scalars['String']['output']>;
}

/** The numbers of records of one kind in an import run. */
export interface ImportCounts {
  readonly __typename?: 'ImportCounts';
  /** The records whose object was created. */
  readonly created: Scalars['Int']['output'];
  /** The stored records that a complete import no longer had. */
  readonly gone: Scalars['Int']['output'];
  /** The kind of the records, such as `customer` or `serviceLevel`; `unknown` for parts of the input that are not records. */
  readonly kind: Scalars['String']['output'];
  /** The records that were not written. */
  readonly rejected: Scalars['Int']['output'];
  /** The records that changed nothing. */
  readonly unchanged: Scalars['Int']['output'];
  /** The records that had been read when the import stopped, but not written. */
  readonly unprocessed: Scalars['Int']['output'];
  /** The records whose object was changed. */
  readonly updated: Scalars['Int']['output'];
  /** The records of which some values were left out. They are also counted as created, updated or unchanged. */
  readonly warned: Scalars['Int']['output'];
}

/** A record that an import did not write. Only the file of rejects contains the record itself. Texts of more than 500 characters are shortened. */
export interface ImportReject extends Node {
  readonly __typename?: 'ImportReject';
  /** The reasons, at most 20. */
  readonly errors: ReadonlyArray<ImportRejectError>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The kind of the records, such as `customer` or `serviceLevel`; `unknown` for parts of the input that are not records. */
  readonly kind: Scalars['String']['output'];
  /** The place in the input: `customers.ndjson:12` or `page.json#/data/3`. */
  readonly position: Scalars['String']['output'];
  /** The id of the record in the source system; null if it has none. */
  readonly sourceId: Maybe<Scalars['String']['output']>;
}

/** A page of a list of ImportReject objects. */
export interface ImportRejectConnection {
  readonly __typename?: 'ImportRejectConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ImportRejectEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ImportReject>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of rejected records in a list. At least one bound is given; both are inclusive. */
export interface ImportRejectCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these rejected records; all if absent or null. */
  readonly of?: InputMaybe<ImportRejectFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of ImportReject objects, with its cursor. */
export interface ImportRejectEdge {
  readonly __typename?: 'ImportRejectEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: ImportReject;
}

/** A reason for which an import rejected a record. */
export interface ImportRejectError {
  readonly __typename?: 'ImportRejectError';
  /** The kind of the problem, as in `ImportWarning.code`. */
  readonly code: Scalars['String']['output'];
  /** The problem. */
  readonly message: Scalars['String']['output'];
  /** The path of the value; empty for the whole record. */
  readonly path: Scalars['String']['output'];
}

/** The conditions that rejected records must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ImportRejectFilter {
  /** Matches rejected records that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ImportRejectFilter>>;
  /** Matches rejected records by their kind: `customer`. */
  readonly kind?: InputMaybe<StringFilter>;
  /** Matches rejected records that do not match this filter. Rejected records without a value count as not matching it. */
  readonly not?: InputMaybe<ImportRejectFilter>;
  /** Matches rejected records that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ImportRejectFilter>>;
  /** Matches rejected records by their place in the input. */
  readonly position?: InputMaybe<StringFilter>;
  /** Matches rejected records by their id in the source system. */
  readonly sourceId?: InputMaybe<StringFilter>;
}

/** The conditions that a list of rejected records must match. All given fields must match. */
export interface ImportRejectListFilter {
  /** Matches lists by their number of rejected records. */
  readonly count?: InputMaybe<ImportRejectCountFilter>;
  /** Matches lists in which all rejected records match, including empty lists. */
  readonly every?: InputMaybe<ImportRejectFilter>;
  /** Matches lists in which none of the rejected records matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<ImportRejectFilter>;
  /** Matches lists in which at least one of the rejected records matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<ImportRejectFilter>;
}

/** An import into the account by the command `import`, or a remap of stored records. The last 100 runs are stored. Texts of more than 500 characters are shortened. */
export interface ImportRun extends Node {
  readonly __typename?: 'ImportRun';
  /** Whether the input was to have all records of its kinds, so that others were marked as gone. */
  readonly complete: Scalars['Boolean']['output'];
  /** The numbers of records by kind, in the order in which kinds are written. */
  readonly counts: ReadonlyArray<ImportCounts>;
  /** Whether the run wrote nothing else than itself. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** The time of the end; null if the run is `RUNNING`. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the file or folder, without its path; `-` for standard input; null for a remap. */
  readonly input: Maybe<Scalars['String']['output']>;
  /** The keys used to link new records to existing customers, in this order: `number`, `shortId`, `reference`, `email`. */
  readonly match: ReadonlyArray<Scalars['String']['output']>;
  /** The number of rejected records that are not in `rejects`, because there are too many. */
  readonly omittedRejects: Scalars['Int']['output'];
  /** The time when the counts were last stored. */
  readonly progressAt: Scalars['DateTime']['output'];
  /** The rejected records in the order of their rejection: the first 1000 of a run. */
  readonly rejects: ImportRejectConnection;
  /** Whether the run mapped stored records again, instead of reading documents. */
  readonly remap: Scalars['Boolean']['output'];
  /** The time of the start. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The state. A run whose process has not answered for 5 minutes is `FAILED`. */
  readonly state: ImportRunState;
  /** The place of the first record that was not processed; null if it is not known. */
  readonly stopPosition: Maybe<Scalars['String']['output']>;
  /** The reason of the end if the run is `STOPPED` or `FAILED`, otherwise null. */
  readonly stopReason: Maybe<Scalars['String']['output']>;
  /** Whether records of which a value would be left out were rejected. */
  readonly strict: Scalars['Boolean']['output'];
  /** The source system. */
  readonly system: SourceSystem;
  /** Fields of the input that the import does not know, at most 100. */
  readonly unknownFields: ReadonlyArray<ImportUnknownField>;
  /** The values that were left out, grouped by kind, code and path, in the order of their first occurrence. */
  readonly warnings: ImportWarningConnection;
}

/** The arguments of `ImportRun.rejects`. */
export interface ImportRunRejectsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ImportRejectFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `ImportRun.warnings`. */
export interface ImportRunWarningsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ImportWarningFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** A page of a list of ImportRun objects. */
export interface ImportRunConnection {
  readonly __typename?: 'ImportRunConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ImportRunEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ImportRun>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of ImportRun objects, with its cursor. */
export interface ImportRunEdge {
  readonly __typename?: 'ImportRunEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: ImportRun;
}

/** The conditions that import runs must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ImportRunFilter {
  /** Matches import runs that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ImportRunFilter>>;
  /** Matches runs that marked other records as gone if true. */
  readonly complete?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches runs that wrote nothing if true, the others if false. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches import runs that ended in this range of time. */
  readonly endedAt?: InputMaybe<DateTimeRange>;
  /** Matches import runs with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches import runs by the name of the file or folder. */
  readonly input?: InputMaybe<StringFilter>;
  /** Matches import runs that do not match this filter. Import runs without a value count as not matching it. */
  readonly not?: InputMaybe<ImportRunFilter>;
  /** Matches import runs that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ImportRunFilter>>;
  /** Matches import runs by their rejected records; `none: {}` matches runs without one. */
  readonly rejects?: InputMaybe<ImportRejectListFilter>;
  /** Matches remaps of stored records if true, imports if false. */
  readonly remap?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches import runs that started in this range of time. */
  readonly startedAt?: InputMaybe<DateTimeRange>;
  /** Matches import runs in one of these states. At most 250 values. */
  readonly states?: InputMaybe<ReadonlyArray<ImportRunState>>;
  /** Matches strict import runs if true, the others if false. */
  readonly strict?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches import runs of one of these source systems. At most 250 values. */
  readonly systems?: InputMaybe<ReadonlyArray<SourceSystem>>;
  /** Matches import runs by their warnings. */
  readonly warnings?: InputMaybe<ImportWarningListFilter>;
}

/** The state of an import run. */
export type ImportRunState =
  /** The whole input was read. Some records can be rejected. */
  | 'COMPLETED'
  /** An error ended the import, or its process was killed. Records that it had written stay. */
  | 'FAILED'
  /** The import runs. */
  | 'RUNNING'
  /** The import stopped before the end of its input: it was interrupted, it reached a limit, or the input is damaged. Records already written are kept. */
  | 'STOPPED';

/** A field of the input that the import does not know. It is stored with the record. */
export interface ImportUnknownField {
  readonly __typename?: 'ImportUnknownField';
  /** The number of records that have the field. */
  readonly count: Scalars['Int']['output'];
  /** The kind of the records, such as `customer` or `serviceLevel`; `unknown` for parts of the input that are not records. */
  readonly kind: Scalars['String']['output'];
  /** The path in the record, with `[]` for indexes of lists. */
  readonly path: Scalars['String']['output'];
  /** The place in the input: `customers.ndjson:12` or `page.json#/data/3`. The first one with the field. */
  readonly position: Scalars['String']['output'];
}

/** Values that an import omitted for the same reason, in records of one kind. Texts of more than 500 characters are shortened. */
export interface ImportWarning extends Node {
  readonly __typename?: 'ImportWarning';
  /** The reason: a code of `UserErrorCode`, or `CONVERTED`, `CONFLICT`, `UNKNOWN_TYPE`, `OUTDATED` or `DUPLICATE`. */
  readonly code: Scalars['String']['output'];
  /** The number of values. */
  readonly count: Scalars['Int']['output'];
  /** The first values, at most 3. */
  readonly examples: ReadonlyArray<ImportWarningExample>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The kind of the records, such as `customer` or `serviceLevel`; `unknown` for parts of the input that are not records. */
  readonly kind: Scalars['String']['output'];
  /** The problem of the first value. */
  readonly message: Scalars['String']['output'];
  /** The path of the value, with `[]` for indexes of lists; empty for the whole record. */
  readonly path: Scalars['String']['output'];
}

/** A page of a list of ImportWarning objects. */
export interface ImportWarningConnection {
  readonly __typename?: 'ImportWarningConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<ImportWarningEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<ImportWarning>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of warnings in a list. At least one bound is given; both are inclusive. */
export interface ImportWarningCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these warnings; all if absent or null. */
  readonly of?: InputMaybe<ImportWarningFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of ImportWarning objects, with its cursor. */
export interface ImportWarningEdge {
  readonly __typename?: 'ImportWarningEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: ImportWarning;
}

/** A value that an import left out. */
export interface ImportWarningExample {
  readonly __typename?: 'ImportWarningExample';
  /** The place in the input: `customers.ndjson:12` or `page.json#/data/3`. */
  readonly position: Scalars['String']['output'];
  /** The value as JSON, shortened. */
  readonly value: Scalars['String']['output'];
}

/** The conditions that warnings must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ImportWarningFilter {
  /** Matches warnings that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ImportWarningFilter>>;
  /** Matches warnings by their reason. */
  readonly code?: InputMaybe<StringFilter>;
  /** Matches warnings by the number of values. */
  readonly count?: InputMaybe<IntRange>;
  /** Matches warnings by the kind of their records: `customer`. */
  readonly kind?: InputMaybe<StringFilter>;
  /** Matches warnings that do not match this filter. Warnings without a value count as not matching it. */
  readonly not?: InputMaybe<ImportWarningFilter>;
  /** Matches warnings that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ImportWarningFilter>>;
  /** Matches warnings by the path of the value. */
  readonly path?: InputMaybe<StringFilter>;
}

/** The conditions that a list of warnings must match. All given fields must match. */
export interface ImportWarningListFilter {
  /** Matches lists by their number of warnings. */
  readonly count?: InputMaybe<ImportWarningCountFilter>;
  /** Matches lists in which all warnings match, including empty lists. */
  readonly every?: InputMaybe<ImportWarningFilter>;
  /** Matches lists in which none of the warnings matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<ImportWarningFilter>;
  /** Matches lists in which at least one of the warnings matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<ImportWarningFilter>;
}

/** A range of integers. Both bounds are inclusive; an absent or null bound is open. */
export interface IntRange {
  /** Matches numbers that are present if true, missing ones if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The smallest integer. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** The largest integer. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** The conditions that a value in metadata must match. At least one condition besides `path` is given; all given conditions must match. */
export interface MetadataFilter {
  /** Matches values whose text contains this text anywhere, regardless of case and accents: 1 to 256 characters. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Matches values equal to this text, with case and accents; numbers, booleans, lists and objects are compared as JSON. At most 256 characters. */
  readonly equals?: InputMaybe<Scalars['String']['input']>;
  /** Matches values that are present and not null if true, missing or null ones if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches numbers of at least this number. */
  readonly from?: InputMaybe<Scalars['Decimal']['input']>;
  /** Matches values that are equal to one of these texts, as by `equals`: at most 250. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The path of keys to the value: `["credit", "rating"]`, or `"rating"` for a top-level key. The key of a list item is its index, starting at 0. 1 to 10 keys, each of 1 to 256 characters. */
  readonly path: ReadonlyArray<Scalars['String']['input']>;
  /** Matches numbers of at most this number; texts of digits are not numbers. */
  readonly to?: InputMaybe<Scalars['Decimal']['input']>;
}

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
  readonly amount: Scalars['Decimal']['output'];
  /** The ISO 4217 code of the currency. */
  readonly currencyCode: Scalars['String']['output'];
  /** The formatted amount, rounded to the number of digits of the currency: `$1,234.56`, `¥1,000`. */
  readonly displayValue: Scalars['String']['output'];
}

/** The conditions that a sum of money must match. Amounts are compared exactly, and only within `currencyCode`, which `from` and `to` require. */
export interface MoneyFilter {
  /** Matches amounts in this currency, by its ISO 4217 code in upper or lower case: `USD`. */
  readonly currencyCode?: InputMaybe<Scalars['String']['input']>;
  /** Matches amounts that are present if true, missing ones if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches amounts of at least this number. */
  readonly from?: InputMaybe<Scalars['Decimal']['input']>;
  /** Matches amounts of at most this number. */
  readonly to?: InputMaybe<Scalars['Decimal']['input']>;
}

/** An exact amount of money. */
export interface MoneyInput {
  /** The amount: at most 35 digits before the decimal point and 30 after it. */
  readonly amount: Scalars['Decimal']['input'];
  /** The ISO 4217 code of the currency, in upper or lower case: `USD`. */
  readonly currencyCode: Scalars['String']['input'];
}

/** The sum, average, minimum and maximum of amounts in one currency. */
export interface MoneySum {
  readonly __typename?: 'MoneySum';
  /** The average: `sum` divided by `count`, rounded half to even to 30 digits after the decimal point. */
  readonly avg: Scalars['Decimal']['output'];
  /** The number of amounts; those that are null do not count. */
  readonly count: Scalars['Int']['output'];
  /** The ISO 4217 code of the currency. */
  readonly currencyCode: Scalars['String']['output'];
  /** The largest amount. */
  readonly max: Scalars['Decimal']['output'];
  /** The smallest amount. */
  readonly min: Scalars['Decimal']['output'];
  /** The sum; exact. */
  readonly sum: Scalars['Decimal']['output'];
}

/** Mutations, in the viewer’s account. Each mutation is saved completely or not at all; `userErrors` lists all problems with its input. In bulk upserts, such as `customersUpsert`, this applies to each item. */
export interface Mutation {
  readonly __typename?: 'Mutation';
  /** Creates a group of customers. */
  readonly accountGroupCreate: AccountGroupPayload;
  /** Deletes a group. A `PRICING_GROUP` is first removed from all its customers, each with an event and a new version; a `TYPE_GROUP` with customers cannot be deleted (`IN_USE`). */
  readonly accountGroupDelete: DeletePayload;
  /** Updates a group of customers. Its policies apply to every member immediately. */
  readonly accountGroupUpdate: AccountGroupPayload;
  /** Creates or updates groups of customers. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly accountGroupsUpsert: AccountGroupsUpsertPayload;
  /** Updates the account of the caller. */
  readonly accountUpdate: AccountPayload;
  /** Removes a user from the account by setting the status `REMOVED`. From 5 s after the change, the person can no longer sign in. Customers keep the user as their sales rep, and events keep the user as their actor. */
  readonly accountUserRemove: AccountUserPayload;
  /** Creates or updates a user of the account. Of several concurrent upserts with the same new key, one creates the object and the others find it. */
  readonly accountUserUpsert: AccountUserPayload;
  /** Creates or updates records of customers: files. An item matches the file of its `id`, else of its `source`; without a match, a file is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly attachmentsUpsert: AttachmentsUpsertPayload;
  /** Creates a carrier. */
  readonly carrierCreate: CarrierPayload;
  /** Deletes a carrier by setting `deletedAt`. Customers keep the carrier, but it can no longer be selected. System-owned carriers cannot be deleted (`SYSTEM_OWNED`). */
  readonly carrierDelete: DeletePayload;
  /** Updates a carrier of the account that is not deleted. System-owned carriers cannot be changed (`SYSTEM_OWNED`). */
  readonly carrierUpdate: CarrierPayload;
  /** Creates or updates carriers. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. An object of the system can be linked, but not changed (`SYSTEM_OWNED`). Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly carriersUpsert: CarriersUpsertPayload;
  /** Creates an address of a customer and increases the customer’s version. `customerUpdate` can make it a default address. If another address already has the source record, the error is `TAKEN`. */
  readonly customerAddressCreate: AddressPayload;
  /** Deletes an address. A default billing or shipping address of its customer cannot be deleted (`IN_USE`). */
  readonly customerAddressDelete: DeletePayload;
  /** Updates an address and increases the version of its customer. A changed location gets a new `Geolocation` with a new id. An update that changes nothing keeps the version. */
  readonly customerAddressUpdate: AddressPayload;
  /** Creates or updates addresses of customers. An item matches the customer’s address of its `source`; without a match, an address is created and linked. The changes of a customer’s addresses are one event and one `version`. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly customerAddressesUpsert: CustomerAddressesUpsertPayload;
  /** Creates a customer with its addresses, groups and tags. */
  readonly customerCreate: CustomerPayload;
  /** Discontinues a customer: it stays with its history, but `active` is false. Has no effect if the customer is already discontinued. */
  readonly customerDiscontinue: CustomerPayload;
  /** Pins fields of a customer: they keep the present value, or get that of one of its source records, whatever the sources say later. It settles a conflict of these fields; an update by an account user also pins what it sets. There is an event and a new version only if a value changes; `Customer.fieldOrigins` shows pins. */
  readonly customerFieldPin: CustomerPayload;
  /** Releases pinned fields of a customer: they get the value of the source record that the rules choose; if none has a value, that of the baseline. Without source records, the customer has its values before the pin. Has no effect on fields that are not pinned. */
  readonly customerFieldRelease: CustomerPayload;
  /** Deletes a customer group. A group with customers cannot be deleted (`IN_USE`). */
  readonly customerGroupDelete: DeletePayload;
  /** Creates or updates customer groups of the shop. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly customerGroupsUpsert: CustomerGroupsUpsertPayload;
  /** Merges duplicates of a customer into it. The duplicates’ price groups, tags, addresses (of equal ones, one stays, with the source records of all), children, records in source systems, events, orders, returns, subscriptions, attachments and other objects move to the target. The target is then derived from the source records, pins and baselines of all; its own pins and baseline win. Without source records and pins, it keeps its number, name, fields and defaults, and takes a missing reference or shopper (with its password) from the first duplicate that has one. The short id is that of the first record in the warehouse; the earliest `createdAt` of all is kept, and the duplicates’ order counts are added. The duplicates are deleted; their ids keep resolving, to the target. The error is `LIMIT_EXCEEDED` if the result would have more than 10 tags, 250 price groups or 250 records, and `HIERARCHY_DEPTH` if children of a duplicate would move to a target that has a parent. `dryRun` previews the result. A merge cannot be undone. */
  readonly customerMerge: CustomerMergePayload;
  /** Updates parts of a customer’s metadata with a JSON merge patch (RFC 7396). */
  readonly customerMetadataPatch: CustomerPayload;
  /** Adds price groups to a customer. If it would then have more than 250, nothing is saved and the error is `LIMIT_EXCEEDED`. Groups that it already has are ignored. */
  readonly customerPriceGroupsAdd: CustomerPayload;
  /** Removes price groups from a customer. Ignores groups that the customer does not have. */
  readonly customerPriceGroupsRemove: CustomerPayload;
  /** Reactivates a discontinued customer. Has no effect if the customer is already active. */
  readonly customerReactivate: CustomerPayload;
  /** Deletes a shop record of a customer and its source records: an order, order subscription, return, SKU list, payment source, subscription or file. Files require the scope `customers:write`, all other records `customers:import`. `Return.order` of the returns of a deleted order becomes null. The customer’s `version` stays the same, and no event is written. */
  readonly customerRecordDelete: DeletePayload;
  /** Sets or removes the parent of a customer and updates the relationship types of all customers involved. The hierarchy has two levels: the error is `HIERARCHY_DEPTH` if the customer has children or the parent has a parent, and `HIERARCHY_CYCLE` if the parent is the customer itself or one of its children. */
  readonly customerSetParent: CustomerPayload;
  /** Links a record in a source system to a customer. A record that moves is removed from its former customer, with an event and a new version. A customer has at most 250 records (`LIMIT_EXCEEDED`). Has no effect if the customer has the record. The first record of `INVENTORY_PRO` is the customer’s `shortId`. */
  readonly customerSourceAdd: CustomerPayload;
  /** Removes a record in a source system from a customer. Values that only this record gave are then those of the other records or of the baseline; a customer without any other record keeps its values. A `shortId` that is the id of this record becomes the id of the next `INVENTORY_PRO` record, or null. Has no effect if no customer has the record. */
  readonly customerSourceRemove: CustomerPayload;
  /** Creates or updates records of customers: subscriptions. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly customerSubscriptionsUpsert: CustomerSubscriptionsUpsertPayload;
  /** Adds tags to a customer. If it would then have more than 10 tags, nothing is saved and the error is `LIMIT_EXCEEDED`. Tags that it already has are ignored. */
  readonly customerTagsAdd: CustomerPayload;
  /** Removes tags from a customer. Ignores tags that the customer does not have. */
  readonly customerTagsRemove: CustomerPayload;
  /** Updates a customer, active or discontinued. With `by: { source }` or `by: { shortId }`, the values are those of this source record. With another key, an account user pins what it sets until `customerFieldRelease`, and a service sets the baseline, which shows where no pin and no source record has a value. An update that changes nothing visible keeps the version. */
  readonly customerUpdate: CustomerPayload;
  /** Creates or updates the customer with this key. Of several concurrent upserts with the same new key, one creates the customer and the others find it. With `by: { source }` or `by: { shortId }`, the values are those of this source record, and the rules decide which record gives each field: `Customer.fieldOrigins` shows it. With another key, an account user pins what it sets, and a service sets the baseline, which shows where no pin and no source record has a value. */
  readonly customerUpsert: CustomerUpsertPayload;
  /** Creates or updates up to 250 customers, in order: each upsert sees the results of the previous ones. An upsert that fails does not stop the others; those that succeed are saved. */
  readonly customersUpsert: CustomersUpsertPayload;
  /** Deletes a department. A department with account users cannot be deleted (`IN_USE`). */
  readonly departmentDelete: DeletePayload;
  /** Creates or updates a department of the account. Of several concurrent upserts with the same new key, one creates the object and the others find it. */
  readonly departmentUpsert: DepartmentPayload;
  /** Creates or updates records of customers: order subscriptions. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly orderSubscriptionsUpsert: OrderSubscriptionsUpsertPayload;
  /** Creates or updates records of customers: orders. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly ordersUpsert: OrdersUpsertPayload;
  /** Creates or updates records of customers: payment sources. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly paymentSourcesUpsert: PaymentSourcesUpsertPayload;
  /** Creates a payment term. */
  readonly paymentTermCreate: PaymentTermPayload;
  /** Deletes a term of the account. A term that customers have cannot be deleted (`IN_USE`), nor can a system-owned term (`SYSTEM_OWNED`). */
  readonly paymentTermDelete: DeletePayload;
  /** Updates a term of the account. System-owned terms cannot be changed (`SYSTEM_OWNED`). */
  readonly paymentTermUpdate: PaymentTermPayload;
  /** Creates or updates payment terms. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. An object of the system can be linked, but not changed (`SYSTEM_OWNED`). Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly paymentTermsUpsert: PaymentTermsUpsertPayload;
  /** Creates or updates records of customers: returns. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly returnsUpsert: ReturnsUpsertPayload;
  /** Deletes a role. A role with account users cannot be deleted (`IN_USE`). */
  readonly roleDelete: DeletePayload;
  /** Creates or updates a role of the account. Roles of the system cannot be changed (`SYSTEM_OWNED`). Of several concurrent upserts with the same new key, one creates the object and the others find it. */
  readonly roleUpsert: RolePayload;
  /** Creates a service level of a carrier. */
  readonly serviceLevelCreate: ServiceLevelPayload;
  /** Deletes a service level. A service level that customers or shipping terms have, or that is the default of its carrier, cannot be deleted (`IN_USE`). */
  readonly serviceLevelDelete: DeletePayload;
  /** Updates a service level of the account. System-owned service levels cannot be changed (`SYSTEM_OWNED`). */
  readonly serviceLevelUpdate: ServiceLevelPayload;
  /** Creates or updates service levels. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. Within its carrier, a service level also matches by its `serviceLevelToken`, before its name. An object of the system can be linked, but not changed (`SYSTEM_OWNED`). Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly serviceLevelsUpsert: ServiceLevelsUpsertPayload;
  /** Creates a shipping term. */
  readonly shippingTermCreate: ShippingTermPayload;
  /** Deletes a term of the account. A term that customers have cannot be deleted (`IN_USE`), nor can a system-owned term (`SYSTEM_OWNED`). */
  readonly shippingTermDelete: DeletePayload;
  /** Updates a term of the account. System-owned terms cannot be changed (`SYSTEM_OWNED`). */
  readonly shippingTermUpdate: ShippingTermPayload;
  /** Creates or updates shipping terms. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. An object of the system can be linked, but not changed (`SYSTEM_OWNED`). Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly shippingTermsUpsert: ShippingTermsUpsertPayload;
  /** Sets a new password with a reset token and invalidates all other reset tokens of the shopper. */
  readonly shopperPasswordReset: ShopperPasswordResetPayload;
  /** Creates a password reset token if the email is registered in the viewer’s account, and sends it to the operator’s webhook as a message of type `shopper.passwordReset`. Neither the response nor its time shows whether the email is registered. */
  readonly shopperPasswordResetRequest: ShopperPasswordResetRequestPayload;
  /** Sets the password of a shopper and invalidates all reset tokens sent for it. The event records the change, not the password. */
  readonly shopperPasswordSet: CustomerPayload;
  /** Checks a shopper’s password, for services with the scope `shoppers:authenticate`, which reads nothing. All causes of a failure have the same error, `SIGN_IN_FAILED`, and take the same time. */
  readonly shopperSignIn: ShopperSignInPayload;
  /** Creates or updates records of customers: SKU lists. An item matches the record of its `source`; without a match, a record is created and linked. The customers’ `version` stays the same, and no event is written. Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly skuListsUpsert: SkuListsUpsertPayload;
  /** Sets which source wins the fields of the account’s customers. Writes derive customers by the new rules immediately; all other customers are derived again in the background, with an event of the caller for each that changes. Pins stay. A dry run derives all customers and returns what would change. */
  readonly survivorshipRulesSet: SurvivorshipRulesSetPayload;
  /** Creates a unit of measure. */
  readonly unitCreate: UnitPayload;
  /** Deletes a unit of the account. A unit that amounts of customers or shipping terms are stated in cannot be deleted (`IN_USE`), nor can a system-owned unit (`SYSTEM_OWNED`). */
  readonly unitDelete: DeletePayload;
  /** Creates or updates units of measure. An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created. An object of the system can be linked, but not changed (`SYSTEM_OWNED`). Up to 250 items are saved independently: an item that fails does not affect the others. */
  readonly unitsUpsert: UnitsUpsertPayload;
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

/** The arguments of `Mutation.accountGroupsUpsert`. */
export interface MutationAccountGroupsUpsertArgs {
  /** The items. */
  readonly input: AccountGroupsUpsertInput;
}

/** The arguments of `Mutation.accountUpdate`. */
export interface MutationAccountUpdateArgs {
  /** The changes. */
  readonly input: AccountUpdateInput;
}

/** The arguments of `Mutation.accountUserRemove`. */
export interface MutationAccountUserRemoveArgs {
  /** The user to remove. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.accountUserUpsert`. */
export interface MutationAccountUserUpsertArgs {
  /** The user and its values. */
  readonly input: AccountUserUpsertInput;
}

/** The arguments of `Mutation.attachmentsUpsert`. */
export interface MutationAttachmentsUpsertArgs {
  /** The items. */
  readonly input: AttachmentsUpsertInput;
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

/** The arguments of `Mutation.carriersUpsert`. */
export interface MutationCarriersUpsertArgs {
  /** The items. */
  readonly input: CarriersUpsertInput;
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

/** The arguments of `Mutation.customerAddressesUpsert`. */
export interface MutationCustomerAddressesUpsertArgs {
  /** The items. */
  readonly input: CustomerAddressesUpsertInput;
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

/** The arguments of `Mutation.customerFieldPin`. */
export interface MutationCustomerFieldPinArgs {
  /** The customer and the fields. */
  readonly input: CustomerFieldPinInput;
}

/** The arguments of `Mutation.customerFieldRelease`. */
export interface MutationCustomerFieldReleaseArgs {
  /** The customer and the fields. */
  readonly input: CustomerFieldReleaseInput;
}

/** The arguments of `Mutation.customerGroupDelete`. */
export interface MutationCustomerGroupDeleteArgs {
  /** The group to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.customerGroupsUpsert`. */
export interface MutationCustomerGroupsUpsertArgs {
  /** The items. */
  readonly input: CustomerGroupsUpsertInput;
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

/** The arguments of `Mutation.customerRecordDelete`. */
export interface MutationCustomerRecordDeleteArgs {
  /** The record to delete. */
  readonly input: CustomerRecordDeleteInput;
}

/** The arguments of `Mutation.customerSetParent`. */
export interface MutationCustomerSetParentArgs {
  /** The customer and its new parent. */
  readonly input: CustomerSetParentInput;
}

/** The arguments of `Mutation.customerSourceAdd`. */
export interface MutationCustomerSourceAddArgs {
  /** The customer and the record. */
  readonly input: CustomerSourceAddInput;
}

/** The arguments of `Mutation.customerSourceRemove`. */
export interface MutationCustomerSourceRemoveArgs {
  /** The customer and the record. */
  readonly input: CustomerSourceRemoveInput;
}

/** The arguments of `Mutation.customerSubscriptionsUpsert`. */
export interface MutationCustomerSubscriptionsUpsertArgs {
  /** The items. */
  readonly input: CustomerSubscriptionsUpsertInput;
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

/** The arguments of `Mutation.departmentDelete`. */
export interface MutationDepartmentDeleteArgs {
  /** The department to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.departmentUpsert`. */
export interface MutationDepartmentUpsertArgs {
  /** The department and its values. */
  readonly input: DepartmentUpsertInput;
}

/** The arguments of `Mutation.orderSubscriptionsUpsert`. */
export interface MutationOrderSubscriptionsUpsertArgs {
  /** The items. */
  readonly input: OrderSubscriptionsUpsertInput;
}

/** The arguments of `Mutation.ordersUpsert`. */
export interface MutationOrdersUpsertArgs {
  /** The items. */
  readonly input: OrdersUpsertInput;
}

/** The arguments of `Mutation.paymentSourcesUpsert`. */
export interface MutationPaymentSourcesUpsertArgs {
  /** The items. */
  readonly input: PaymentSourcesUpsertInput;
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

/** The arguments of `Mutation.paymentTermsUpsert`. */
export interface MutationPaymentTermsUpsertArgs {
  /** The items. */
  readonly input: PaymentTermsUpsertInput;
}

/** The arguments of `Mutation.returnsUpsert`. */
export interface MutationReturnsUpsertArgs {
  /** The items. */
  readonly input: ReturnsUpsertInput;
}

/** The arguments of `Mutation.roleDelete`. */
export interface MutationRoleDeleteArgs {
  /** The role to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.roleUpsert`. */
export interface MutationRoleUpsertArgs {
  /** The role and its values. */
  readonly input: RoleUpsertInput;
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

/** The arguments of `Mutation.serviceLevelsUpsert`. */
export interface MutationServiceLevelsUpsertArgs {
  /** The items. */
  readonly input: ServiceLevelsUpsertInput;
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

/** The arguments of `Mutation.shippingTermsUpsert`. */
export interface MutationShippingTermsUpsertArgs {
  /** The items. */
  readonly input: ShippingTermsUpsertInput;
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

/** The arguments of `Mutation.shopperSignIn`. */
export interface MutationShopperSignInArgs {
  /** The shopper’s credentials. */
  readonly input: ShopperSignInInput;
}

/** The arguments of `Mutation.skuListsUpsert`. */
export interface MutationSkuListsUpsertArgs {
  /** The items. */
  readonly input: SkuListsUpsertInput;
}

/** The arguments of `Mutation.survivorshipRulesSet`. */
export interface MutationSurvivorshipRulesSetArgs {
  /** The rules. */
  readonly input: SurvivorshipRulesSetInput;
}

/** The arguments of `Mutation.unitCreate`. */
export interface MutationUnitCreateArgs {
  /** The unit to create. */
  readonly input: UnitCreateInput;
}

/** The arguments of `Mutation.unitDelete`. */
export interface MutationUnitDeleteArgs {
  /** The unit to delete. */
  readonly input: DeleteInput;
}

/** The arguments of `Mutation.unitsUpsert`. */
export interface MutationUnitsUpsertArgs {
  /** The items. */
  readonly input: UnitsUpsertInput;
}

/** A sort key for objects with a name. */
export interface NamedSort {
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The field to order by. */
  readonly field: NamedSortField;
}

/** The fields that reference data and people can be ordered by. */
export type NamedSortField =
  /** The creation time. */
  | 'CREATED_AT'
  /** The name, as in a dictionary; digits compare as numbers. */
  | 'NAME';

/** An object that can be fetched by its id, with `node` or `nodes`. */
export interface Node {
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
}

/** An order or a cart in the shop. From Commerce Layer. */
export interface Order extends Node {
  readonly __typename?: 'Order';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the order belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The delivery status of the order. */
  readonly fulfillmentStatus: OrderFulfillmentStatus;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The order number that people use; null until it is assigned. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** The payment status of the order. */
  readonly paymentStatus: OrderPaymentStatus;
  /** The time when the customer placed the order; null until then. */
  readonly placedAt: Maybe<Scalars['DateTime']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The status of the order. */
  readonly status: OrderStatus;
  /** The total of the order, including taxes; null until it is known. */
  readonly total: Maybe<Money>;
}

/** Orders in groups, with counts and sums. */
export interface OrderAggregate {
  readonly __typename?: 'OrderAggregate';
  /** The number of all groups. Exact. */
  readonly groupCount: Scalars['Int']['output'];
  /** The groups in the order of `orderBy`, at most `first`. */
  readonly groups: ReadonlyArray<OrderAggregateGroup>;
  /** Whether there are more groups than `groups` has. */
  readonly hasMore: Scalars['Boolean']['output'];
}

/** The orders that have the same values of the keys in `groupBy`. */
export interface OrderAggregateGroup {
  readonly __typename?: 'OrderAggregateGroup';
  /** The number of orders. Exact. */
  readonly count: Scalars['Int']['output'];
  /** The `OrderFilter` that matches exactly these orders: the filter of the aggregate and the values of the keys. */
  readonly filter: Scalars['JSONObject']['output'];
  /** The values of the keys. */
  readonly keys: OrderAggregateValues;
  /** The totals of the orders, by currency; empty if none is known. */
  readonly totals: ReadonlyArray<MoneySum>;
}

/** A property that orders are grouped by. */
export type OrderAggregateKey =
  /** The day of the creation, in UTC. */
  | 'CREATED_DAY'
  /** The month of the creation, in UTC. */
  | 'CREATED_MONTH'
  /** The year of the creation, in UTC. */
  | 'CREATED_YEAR'
  /** The currency of the total. */
  | 'CURRENCY'
  /** The customer. */
  | 'CUSTOMER'
  /** The default carrier of the customer, as it is now. */
  | 'CUSTOMER_CARRIER'
  /** The parent customer of the customer, as it is now. */
  | 'CUSTOMER_PARENT'
  /** The default payment term of the customer, as it is now. */
  | 'CUSTOMER_PAYMENT_TERM'
  /** The default sales rep of the customer, as it is now. */
  | 'CUSTOMER_SALES_REP'
  /** The default shipping term of the customer, as it is now. */
  | 'CUSTOMER_SHIPPING_TERM'
  /** The status of the customer, as it is now. */
  | 'CUSTOMER_STATUS'
  /** The type of the customer, as it is now. */
  | 'CUSTOMER_TYPE'
  /** The delivery status. */
  | 'FULFILLMENT_STATUS'
  /** The payment status. */
  | 'PAYMENT_STATUS'
  /** The day on which the order was placed, in UTC. */
  | 'PLACED_DAY'
  /** The month in which the order was placed, in UTC. */
  | 'PLACED_MONTH'
  /** The quarter in which the order was placed, in UTC. */
  | 'PLACED_QUARTER'
  /** The week in which the order was placed, from Monday, in UTC. */
  | 'PLACED_WEEK'
  /** The year in which the order was placed, in UTC. */
  | 'PLACED_YEAR'
  /** The status. */
  | 'STATUS';

/** A sort key for groups of orders. */
export interface OrderAggregateSort {
  /** The currency of `TOTAL_SUM`, as ISO 4217 code; required for this order, not allowed for others. */
  readonly currencyCode?: InputMaybe<Scalars['String']['input']>;
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The property to order by. */
  readonly field: OrderAggregateSortField;
}

/** The properties that groups of orders can be ordered by. */
export type OrderAggregateSortField =
  /** The number of orders. */
  | 'COUNT'
  /** The values of the keys, in the order of `groupBy`: times by time, enum values in the order of the enum, texts by code point, objects by id. */
  | 'KEY'
  /** The sum of the totals in `currencyCode`; null for groups without one. */
  | 'TOTAL_SUM';

/** The values that the orders of a group have in common. A field is null if they have no value, or if `groupBy` does not contain its key. */
export interface OrderAggregateValues {
  readonly __typename?: 'OrderAggregateValues';
  /** The carrier that the customers have now. Of `CUSTOMER_CARRIER`. */
  readonly carrier: Maybe<Carrier>;
  /** The day of the creation, in UTC: `2024-03-31`. Of `CREATED_DAY`. */
  readonly createdDay: Maybe<Scalars['String']['output']>;
  /** The month of the creation, in UTC: `2024-03`. Of `CREATED_MONTH`. */
  readonly createdMonth: Maybe<Scalars['String']['output']>;
  /** The year of the creation, in UTC: `2024`. Of `CREATED_YEAR`. */
  readonly createdYear: Maybe<Scalars['String']['output']>;
  /** The ISO 4217 code of the total’s currency. Of `CURRENCY`. */
  readonly currencyCode: Maybe<Scalars['String']['output']>;
  /** The customer. Of `CUSTOMER`. */
  readonly customer: Maybe<Customer>;
  /** The status of the customers. Of `CUSTOMER_STATUS`. */
  readonly customerStatus: Maybe<CustomerStatus>;
  /** The type that the customers have now. Of `CUSTOMER_TYPE`. */
  readonly customerType: Maybe<AccountGroup>;
  /** The delivery status. Of `FULFILLMENT_STATUS`. */
  readonly fulfillmentStatus: Maybe<OrderFulfillmentStatus>;
  /** The parent that the customers have now. Of `CUSTOMER_PARENT`. */
  readonly parentAccount: Maybe<Customer>;
  /** The payment status. Of `PAYMENT_STATUS`. */
  readonly paymentStatus: Maybe<OrderPaymentStatus>;
  /** The payment term that the customers have now. Of `CUSTOMER_PAYMENT_TERM`. */
  readonly paymentTerm: Maybe<PaymentTerm>;
  /** The day on which the orders were placed, in UTC: `2024-03-31`. Of `PLACED_DAY`. */
  readonly placedDay: Maybe<Scalars['String']['output']>;
  /** The month in which the orders were placed, in UTC: `2024-03`. Of `PLACED_MONTH`. */
  readonly placedMonth: Maybe<Scalars['String']['output']>;
  /** The quarter in which the orders were placed, in UTC: `2024-Q1`. Of `PLACED_QUARTER`. */
  readonly placedQuarter: Maybe<Scalars['String']['output']>;
  /** The Monday of the week in which the orders were placed, in UTC: `2024-03-25`. Of `PLACED_WEEK`. */
  readonly placedWeek: Maybe<Scalars['String']['output']>;
  /** The year in which the orders were placed, in UTC: `2024`. Of `PLACED_YEAR`. */
  readonly placedYear: Maybe<Scalars['String']['output']>;
  /** The sales rep that the customers have now. Of `CUSTOMER_SALES_REP`. */
  readonly salesRep: Maybe<AccountUser>;
  /** The shipping term that the customers have now. Of `CUSTOMER_SHIPPING_TERM`. */
  readonly shippingTerm: Maybe<ShippingTerm>;
  /** The status. Of `STATUS`. */
  readonly status: Maybe<OrderStatus>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of orders in a list. At least one bound is given; both are inclusive. */
export interface OrderCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these orders; all if absent or null. */
  readonly of?: InputMaybe<OrderFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of Order objects, with its cursor. */
export interface OrderEdge {
  readonly __typename?: 'OrderEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Order;
}

/** The conditions that orders must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect; an empty list matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. */
export interface OrderFilter {
  /** Matches orders that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<OrderFilter>>;
  /** Matches orders created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches orders by their customer. */
  readonly customer?: InputMaybe<CustomerFilter>;
  /** Matches orders of these customers. At most 250 values. */
  readonly customerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches orders with one of these delivery statuses. At most 250 values. */
  readonly fulfillmentStatuses?: InputMaybe<ReadonlyArray<OrderFulfillmentStatus>>;
  /** Matches orders with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches orders that do not match this filter. Orders without a value count as not matching it. */
  readonly not?: InputMaybe<OrderFilter>;
  /** Matches orders by their number. */
  readonly number?: InputMaybe<StringFilter>;
  /** Matches orders that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<OrderFilter>>;
  /** Matches orders with one of these payment statuses. At most 250 values. */
  readonly paymentStatuses?: InputMaybe<ReadonlyArray<OrderPaymentStatus>>;
  /** Matches orders placed in this range of time. */
  readonly placedAt?: InputMaybe<DateTimeRange>;
  /** Matches orders by their returns; `none: {}` matches orders without a return. */
  readonly returns?: InputMaybe<ReturnListFilter>;
  /** Matches orders with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<OrderStatus>>;
  /** Matches orders by their total. */
  readonly total?: InputMaybe<MoneyFilter>;
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

/** The conditions that a list of orders must match. All given fields must match. */
export interface OrderListFilter {
  /** Matches lists by their number of orders. */
  readonly count?: InputMaybe<OrderCountFilter>;
  /** Matches lists in which all orders match, including empty lists. */
  readonly every?: InputMaybe<OrderFilter>;
  /** Matches lists in which none of the orders matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<OrderFilter>;
  /** Matches lists in which at least one of the orders matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<OrderFilter>;
  /** Matches lists by the sum of their orders. */
  readonly sum?: InputMaybe<OrderSumFilter>;
}

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

/** A sort key for orders. */
export interface OrderSort {
  /** The sort direction. */
  readonly direction?: InputMaybe<SortDirection>;
  /** The field to order by. */
  readonly field: OrderSortField;
}

/** The fields that orders can be ordered by. */
export type OrderSortField =
  /** The creation time. */
  | 'CREATED_AT'
  /** The number, in which digits compare as numbers: "9" before "10"; null until it is assigned. */
  | 'NUMBER'
  /** The time when the customer placed the order; null until then. */
  | 'PLACED_AT'
  /** The total, by its currency and then by its amount, so that only totals of one currency are compared; null until it is known. */
  | 'TOTAL';

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
export interface OrderSubscription extends Node {
  readonly __typename?: 'OrderSubscription';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the order subscription belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The end time, after `startsAt`; null if it does not end. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The frequency: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab expression. */
  readonly frequency: Scalars['String']['output'];
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The time of the next order; null if none is planned. */
  readonly nextRunAt: Maybe<Scalars['DateTime']['output']>;
  /** The subscription number that people use; null until it is assigned. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The start time; null if it starts immediately. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of order subscriptions in a list. At least one bound is given; both are inclusive. */
export interface OrderSubscriptionCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these order subscriptions; all if absent or null. */
  readonly of?: InputMaybe<OrderSubscriptionFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of OrderSubscription objects, with its cursor. */
export interface OrderSubscriptionEdge {
  readonly __typename?: 'OrderSubscriptionEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: OrderSubscription;
}

/** The conditions that order subscriptions must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface OrderSubscriptionFilter {
  /** Matches order subscriptions that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<OrderSubscriptionFilter>>;
  /** Matches order subscriptions created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches order subscriptions that end in this range of time. */
  readonly expiresAt?: InputMaybe<DateTimeRange>;
  /** Matches order subscriptions by their frequency: `monthly`. */
  readonly frequency?: InputMaybe<StringFilter>;
  /** Matches order subscriptions with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches order subscriptions whose next order is in this range of time. */
  readonly nextRunAt?: InputMaybe<DateTimeRange>;
  /** Matches order subscriptions that do not match this filter. Order subscriptions without a value count as not matching it. */
  readonly not?: InputMaybe<OrderSubscriptionFilter>;
  /** Matches order subscriptions by their number. */
  readonly number?: InputMaybe<StringFilter>;
  /** Matches order subscriptions that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<OrderSubscriptionFilter>>;
  /** Matches order subscriptions that start in this range of time. */
  readonly startsAt?: InputMaybe<DateTimeRange>;
  /** Matches order subscriptions with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<OrderSubscriptionStatus>>;
}

/** The conditions that a list of order subscriptions must match. All given fields must match. */
export interface OrderSubscriptionListFilter {
  /** Matches lists by their number of order subscriptions. */
  readonly count?: InputMaybe<OrderSubscriptionCountFilter>;
  /** Matches lists in which all order subscriptions match, including empty lists. */
  readonly every?: InputMaybe<OrderSubscriptionFilter>;
  /** Matches lists in which none of the order subscriptions matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<OrderSubscriptionFilter>;
  /** Matches lists in which at least one of the order subscriptions matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<OrderSubscriptionFilter>;
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

/** An order subscription of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface OrderSubscriptionUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the order subscription belongs to, by its id or another key. If the order subscription belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The end time, after `startsAt`. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The frequency: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab expression of five fields. Required if the order subscription is created. Cannot be cleared. */
  readonly frequency?: InputMaybe<Scalars['String']['input']>;
  /** The time of the next order. */
  readonly nextRunAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The subscription number that people use. At most 64 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The record in the source system. The order subscription that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
  /** The start time. */
  readonly startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The status of the order subscription; default `DRAFT`. Cannot be cleared. */
  readonly status?: InputMaybe<OrderSubscriptionStatus>;
}

/** The result of an item. */
export interface OrderSubscriptionUpsertResult {
  readonly __typename?: 'OrderSubscriptionUpsertResult';
  /** The current order subscription; null if there are errors. */
  readonly orderSubscription: Maybe<OrderSubscription>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface OrderSubscriptionsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<OrderSubscriptionUpsertItem>;
}

/** The results of the items of a call. */
export interface OrderSubscriptionsUpsertPayload {
  readonly __typename?: 'OrderSubscriptionsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<OrderSubscriptionUpsertResult>;
}

/** A range of the sum of the orders in a list, in one currency; 0 if none has an amount in it. At least one bound is given; both are inclusive. */
export interface OrderSumFilter {
  /** The currency, by its ISO 4217 code in upper or lower case: `USD`. Amounts in other currencies are not added. */
  readonly currencyCode: Scalars['String']['input'];
  /** The smallest sum. */
  readonly from?: InputMaybe<Scalars['Decimal']['input']>;
  /** Adds up only these orders; all if absent or null. */
  readonly of?: InputMaybe<OrderFilter>;
  /** The largest sum. */
  readonly to?: InputMaybe<Scalars['Decimal']['input']>;
}

/** An order of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface OrderUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the order belongs to, by its id or another key. If the order belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The delivery status of the order; default `UNFULFILLED`. Cannot be cleared. */
  readonly fulfillmentStatus?: InputMaybe<OrderFulfillmentStatus>;
  /** The order number that people use. At most 64 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The payment status of the order; default `UNPAID`. Cannot be cleared. */
  readonly paymentStatus?: InputMaybe<OrderPaymentStatus>;
  /** The time when the customer placed the order. A time in the future is `INVALID`. */
  readonly placedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The record in the source system. The order that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
  /** The status of the order; default `DRAFT`. Cannot be cleared. */
  readonly status?: InputMaybe<OrderStatus>;
  /** The total of the order, including taxes. */
  readonly total?: InputMaybe<MoneyInput>;
}

/** The result of an item. */
export interface OrderUpsertResult {
  readonly __typename?: 'OrderUpsertResult';
  /** The current order; null if there are errors. */
  readonly order: Maybe<Order>;
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface OrdersUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<OrderUpsertItem>;
}

/** The results of the items of a call. */
export interface OrdersUpsertPayload {
  readonly __typename?: 'OrdersUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<OrderUpsertResult>;
}

/** The owner of a setting, such as a carrier, a term or a unit. It comes from the sales system. */
export interface Owner {
  readonly __typename?: 'Owner';
  /** The account that created it; null if the system provides it. */
  readonly account: Maybe<Account>;
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
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether the list has items after the page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether the list has items before the page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item of the page; null if the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
}

/** Whether a customer has children. */
export type ParentAccountStatus =
  /** The customer has no children; it can be a child itself. */
  | 'NON_PARENT'
  /** The customer has children. */
  | 'PARENT';

/** The fields in which a child can be compared with its parent. */
export type ParentField =
  /** The party that pays the carrier, and its billing account. */
  | 'BILLING'
  /** The default carrier. */
  | 'CARRIER'
  /** The customer’s own commission policy. */
  | 'COMMISSION_POLICY'
  /** The credit limit: its value or its unit, as stored. */
  | 'CREDIT_LIMIT'
  /** The customer group of the shop. */
  | 'CUSTOMER_GROUP'
  /** The EDI status. */
  | 'EDI_STATUS'
  /** The customer’s own freight policy. */
  | 'FREIGHT_POLICY'
  /** The default payment term. */
  | 'PAYMENT_TERM'
  /** The set of price groups. */
  | 'PRICE_GROUPS'
  /** The default priority. */
  | 'PRIORITY'
  /** The default sales rep. */
  | 'SALES_REP'
  /** The default service level. */
  | 'SERVICE_LEVEL'
  /** The default shipping term. */
  | 'SHIPPING_TERM'
  /** The status. */
  | 'STATUS'
  /** The set of tags. */
  | 'TAGS'
  /** The customer type. */
  | 'TYPE';

/** A saved payment method. Its tokens are secret and not stored here. From Commerce Layer. */
export interface PaymentSource extends Node {
  readonly __typename?: 'PaymentSource';
  /** The time when the payment source was saved. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the payment source belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name given by the customer: `Visa ending in 4242`; null if it has no name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The type of payment at the payment gateway, such as `stripe_payments`, `paypal_payments` or `wire_transfers`. */
  readonly type: Scalars['String']['output'];
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of payment sources in a list. At least one bound is given; both are inclusive. */
export interface PaymentSourceCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these payment sources; all if absent or null. */
  readonly of?: InputMaybe<PaymentSourceFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of PaymentSource objects, with its cursor. */
export interface PaymentSourceEdge {
  readonly __typename?: 'PaymentSourceEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: PaymentSource;
}

/** The conditions that payment sources must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface PaymentSourceFilter {
  /** Matches payment sources that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<PaymentSourceFilter>>;
  /** Matches payment sources created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches payment sources with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches payment sources by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches payment sources that do not match this filter. Payment sources without a value count as not matching it. */
  readonly not?: InputMaybe<PaymentSourceFilter>;
  /** Matches payment sources that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PaymentSourceFilter>>;
  /** Matches payment sources by their type: `wire_transfers`. */
  readonly type?: InputMaybe<StringFilter>;
}

/** The conditions that a list of payment sources must match. All given fields must match. */
export interface PaymentSourceListFilter {
  /** Matches lists by their number of payment sources. */
  readonly count?: InputMaybe<PaymentSourceCountFilter>;
  /** Matches lists in which all payment sources match, including empty lists. */
  readonly every?: InputMaybe<PaymentSourceFilter>;
  /** Matches lists in which none of the payment sources matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<PaymentSourceFilter>;
  /** Matches lists in which at least one of the payment sources matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<PaymentSourceFilter>;
}

/** A saved payment method of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface PaymentSourceUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the payment source belongs to, by its id or another key. If the payment source belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The name given by the customer: `Visa ending in 4242`. At most 255 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in the source system. The payment source that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
  /** The type of payment at the payment gateway, such as `stripe_payments`. Required if the payment source is created. Cannot be cleared. At most 64 characters. */
  readonly type?: InputMaybe<Scalars['String']['input']>;
}

/** The result of an item. */
export interface PaymentSourceUpsertResult {
  readonly __typename?: 'PaymentSourceUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current payment source; null if there are errors. */
  readonly paymentSource: Maybe<PaymentSource>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface PaymentSourcesUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<PaymentSourceUpsertItem>;
}

/** The results of the items of a call. */
export interface PaymentSourcesUpsertPayload {
  readonly __typename?: 'PaymentSourcesUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<PaymentSourceUpsertResult>;
}

/** The due date rule of an invoice: `Net 30`. It comes from the sales system. */
export interface PaymentTerm extends Node {
  readonly __typename?: 'PaymentTerm';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customers that have the term as default payment term, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the term, unique among the payment terms that the account sees. */
  readonly name: Scalars['String']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** Whether the term can be selected. */
  readonly status: PaymentTermStatus;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `PaymentTerm.customers`. */
export interface PaymentTermCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A new payment term, owned by the account. */
export interface PaymentTermCreateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the term, unique among the payment terms of the account and the system. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** Whether the term can be selected; `ACTIVE` if absent or null. */
  readonly status?: InputMaybe<PaymentTermStatus>;
}

/** An item of a page of PaymentTerm objects, with its cursor. */
export interface PaymentTermEdge {
  readonly __typename?: 'PaymentTermEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: PaymentTerm;
}

/** A payment term, with the number of customers that have it as default. */
export interface PaymentTermFacet {
  readonly __typename?: 'PaymentTermFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The payment term. */
  readonly value: PaymentTerm;
}

/** The conditions that payment terms must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface PaymentTermFilter {
  /** Matches payment terms that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<PaymentTermFilter>>;
  /** Matches payment terms created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches payment terms by the customers that have them; `none: {}` matches payment terms without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches payment terms with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches payment terms by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches payment terms that do not match this filter. Payment terms without a value count as not matching it. */
  readonly not?: InputMaybe<PaymentTermFilter>;
  /** Matches payment terms that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PaymentTermFilter>>;
  /** Matches payment terms with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<PaymentTermStatus>>;
}

/** The result of a mutation. The current term; null if there are errors. */
export interface PaymentTermPayload {
  readonly __typename?: 'PaymentTermPayload';
  /** The current term; null if there are errors. */
  readonly paymentTerm: Maybe<PaymentTerm>;
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
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the term. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the term, unique among the payment terms of the account and the system. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether the term can be selected; customers that have it keep it. Cannot be null. */
  readonly status?: InputMaybe<PaymentTermStatus>;
}

/** A payment term. Absent fields keep their value, or get their default on creation; null clears. */
export interface PaymentTermUpsertItem {
  /** The name, unique among the payment terms of the account and the system. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** Whether the term can be selected; `ACTIVE` by default. */
  readonly status?: InputMaybe<PaymentTermStatus>;
}

/** The result of an item. */
export interface PaymentTermUpsertResult {
  readonly __typename?: 'PaymentTermUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current payment term; null if there are errors. */
  readonly paymentTerm: Maybe<PaymentTerm>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface PaymentTermsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<PaymentTermUpsertItem>;
}

/** The results of the items of a call. */
export interface PaymentTermsUpsertPayload {
  readonly __typename?: 'PaymentTermsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<PaymentTermUpsertResult>;
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
export interface Priority extends Node {
  readonly __typename?: 'Priority';
  /** The machine-readable code of the priority. */
  readonly code: PriorityCode;
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customers that have the priority as default, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The display name of the priority. */
  readonly name: Scalars['String']['output'];
  /** The owner: always the system. */
  readonly owner: Owner;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `Priority.customers`. */
export interface PriorityCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The urgency of an order. */
export type PriorityCode =
  /** Processed before `NORMAL` and `LOW`. */
  | 'HIGH'
  /** Processed after `NORMAL` and `HIGH`. */
  | 'LOW'
  /** The urgency of most orders and picks. */
  | 'NORMAL';

/** The conditions that priorities must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface PriorityFilter {
  /** Matches priorities that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<PriorityFilter>>;
  /** Matches priorities with one of these codes. At most 250 values. */
  readonly codes?: InputMaybe<ReadonlyArray<PriorityCode>>;
  /** Matches priorities created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches priorities by the customers that have them; `none: {}` matches priorities without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches priorities with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches priorities by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches priorities that do not match this filter. Priorities without a value count as not matching it. */
  readonly not?: InputMaybe<PriorityFilter>;
  /** Matches priorities that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PriorityFilter>>;
}

/** An exact amount with its unit, such as a credit limit or a flat rate. It comes from the sales system. */
export interface Quantity extends Node {
  readonly __typename?: 'Quantity';
  /** The same quantity in another unit of the same dimension; an error of code `UNIT_DIMENSION_MISMATCH` otherwise. Exact except for one rounding at the end. Currencies have no exchange rates: converting EUR to USD is an error of code `UNIT_NOT_CONVERTIBLE`. An account’s own currency that is not in ISO 4217, such as points, converts to the base unit (USD) by its ratio. */
  readonly convert: ConvertedQuantity;
  /** The formatted value with its unit: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to the number of digits of its currency; other values lose only trailing zeros. */
  readonly displayValue: Scalars['String']['output'];
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The unit of the amount. */
  readonly unit: Maybe<Unit>;
  /** The exact amount, in `unit`. */
  readonly value: Scalars['Decimal']['output'];
}

/** The arguments of `Quantity.convert`. */
export interface QuantityConvertArgs {
  /** The id of the unit to convert to. */
  readonly to: Scalars['ID']['input'];
}

/** The conditions that a quantity must match. Amounts are compared exactly, through the ratios of their units. A quantity whose unit cannot be converted to the given one does not match: one of another dimension, or another currency. */
export interface QuantityFilter {
  /** Matches quantities that are present if true, missing ones if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches quantities of at least this amount, in the given unit. */
  readonly from?: InputMaybe<Scalars['Decimal']['input']>;
  /** Matches quantities of at most this amount, in the given unit. */
  readonly to?: InputMaybe<Scalars['Decimal']['input']>;
  /** The unit, by its abbreviation, instead of `unitId`: `USD`, `kg`. The account’s unit takes precedence over the system’s. Case-sensitive. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** The unit, by its id. Alone, it matches all quantities that can be converted to it. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
}

/** An exact amount in a unit. */
export interface QuantityInput {
  /** The unit of the amount; `units` lists all units. */
  readonly unit: ReferenceDataIdentifier;
  /** The amount: at most 35 digits before the decimal point and 30 after it. */
  readonly value: Scalars['Decimal']['input'];
}

/** The sum, average, minimum and maximum of quantities in one unit. */
export interface QuantitySum {
  readonly __typename?: 'QuantitySum';
  /** The average: `sum` divided by `count`, rounded half to even to 30 digits after the decimal point. */
  readonly avg: Scalars['Decimal']['output'];
  /** The number of amounts; those that are null do not count. */
  readonly count: Scalars['Int']['output'];
  /** The largest amount. */
  readonly max: Scalars['Decimal']['output'];
  /** The smallest amount. */
  readonly min: Scalars['Decimal']['output'];
  /** The sum; exact. */
  readonly sum: Scalars['Decimal']['output'];
  /** The unit of the quantities. */
  readonly unit: Unit;
}

/** Queries. All data belongs to the viewer’s account or to the system. */
export interface Query {
  readonly __typename?: 'Query';
  /** Resolves entities for a federation router: returns the represented objects in the order of `representations`, with null for each object that does not exist or belongs to another account. Every type that has an id is found by `id`, Customer also by `number` and `shortId`; if several keys are given, the first in this order is used. At most 250. */
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  /** Returns the subgraph for federation composition. Disabled if introspection is disabled. */
  readonly _service: _Service;
  /** Returns an account group by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is `AMBIGUOUS`. */
  readonly accountGroup: Maybe<AccountGroup>;
  /** Returns the account’s groups of customers, newest first unless `orderBy` is given. */
  readonly accountGroups: AccountGroupConnection;
  /** Returns an account user, with any status, by the id or another key; null if it does not exist or belongs to another account. */
  readonly accountUser: Maybe<AccountUser>;
  /** Returns the users of the account, with any status, newest first unless `orderBy` is given. */
  readonly accountUsers: AccountUserConnection;
  /** Returns a carrier by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is `AMBIGUOUS`. */
  readonly carrier: Maybe<Carrier>;
  /** Returns the carriers that the account can select, its own and the system’s, newest first unless `orderBy` is given. Deleted carriers are not included, but customers still return them. */
  readonly carriers: CarrierConnection;
  /** Returns a customer by its id or another key; null if it does not exist or belongs to another account. */
  readonly customer: Maybe<Customer>;
  /** Returns all changes of the account’s customers in commit order. The list only grows at its end: no change is ever inserted before one that was returned. `customerChanged` can resume after a cursor of this list. */
  readonly customerChanges: CustomerChangeConnection;
  /** Returns the account’s customer groups of the shop, newest first unless `orderBy` is given. */
  readonly customerGroups: CustomerGroupConnection;
  /** Returns the account’s customers, newest first unless `orderBy` is given. Discontinued customers are included; `filter.active` can exclude them. */
  readonly customers: CustomerConnection;
  /** Returns the number of the account’s customers by the values of `groupBy`, with the sums of their credit limits and orders. Discontinued customers are included; `filter.active` can exclude them. */
  readonly customersAggregate: CustomerAggregate;
  /** Returns the departments of the account, newest first unless `orderBy` is given. */
  readonly departments: DepartmentConnection;
  /** Returns an import run by its id; null if it does not exist, was deleted or belongs to another account. */
  readonly importRun: Maybe<ImportRun>;
  /** Returns the import runs of the account, newest first. */
  readonly importRuns: ImportRunConnection;
  /** Returns any object by its id; null if it does not exist or belongs to another account. */
  readonly node: Maybe<Node>;
  /** Returns objects of any types by their ids, in the order of `ids`, with null for each id that does not exist or belongs to another account. At most 250. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** Returns an order by its id or another key; null if it does not exist or belongs to another account. */
  readonly order: Maybe<Order>;
  /** Returns the account’s orders, including carts, newest first unless `orderBy` is given. */
  readonly orders: OrderConnection;
  /** Returns the number of the account’s orders by the values of `groupBy`, with the sums of their totals. Carts and cancelled orders are included; `filter.statuses` can exclude them. */
  readonly ordersAggregate: OrderAggregate;
  /** Returns a payment term by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is `AMBIGUOUS`. */
  readonly paymentTerm: Maybe<PaymentTerm>;
  /** Returns the payment terms that the account sees, its own and the system’s, active and inactive, newest first unless `orderBy` is given. */
  readonly paymentTerms: PaymentTermConnection;
  /** Returns the three priorities of orders, lowest first. */
  readonly priorities: ReadonlyArray<Priority>;
  /** Returns the roles of the account and of the system, newest first unless `orderBy` is given. */
  readonly roles: RoleConnection;
  /** Returns a shipping term by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is `AMBIGUOUS`. */
  readonly shippingTerm: Maybe<ShippingTerm>;
  /** Returns the shipping terms that the account sees, its own and the system’s, newest first unless `orderBy` is given. */
  readonly shippingTerms: ShippingTermConnection;
  /** Returns the survivorship rules of all field groups, with the default rule for groups without one. */
  readonly survivorshipRules: ReadonlyArray<SurvivorshipRule>;
  /** Returns the progress of the customers’ derivation after the last change of the survivorship rules; null if they have never changed. */
  readonly survivorshipRun: Maybe<SurvivorshipRun>;
  /** Returns the account’s tags, in the order of their names unless `orderBy` is given. */
  readonly tags: TagConnection;
  /** Returns a unit by its id, source record or name; null if it does not exist or belongs to another account. If several match the name, the error is `AMBIGUOUS`. */
  readonly unit: Maybe<Unit>;
  /** Returns the units of measure that the account can use, its own and the system’s, newest first unless `orderBy` is given. */
  readonly units: UnitConnection;
  /** The caller: whose data it sees and what it may do. */
  readonly viewer: Viewer;
}

/** The arguments of `Query._entities`. */
export interface Query_EntitiesArgs {
  /** The representations of the objects: at most 250. */
  readonly representations: ReadonlyArray<Scalars['_Any']['input']>;
}

/** The arguments of `Query.accountGroup`. */
export interface QueryAccountGroupArgs {
  /** The key of the account group. */
  readonly by: ReferenceDataIdentifier;
}

/** The arguments of `Query.accountGroups`. */
export interface QueryAccountGroupsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only groups that match this filter. */
  readonly filter?: InputMaybe<AccountGroupFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the groups by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the groups whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
  /** Returns only groups of this type; all groups if absent or null. */
  readonly type?: InputMaybe<AccountGroupType>;
}

/** The arguments of `Query.accountUser`. */
export interface QueryAccountUserArgs {
  /** The user’s key. */
  readonly by: AccountUserIdentifier;
}

/** The arguments of `Query.accountUsers`. */
export interface QueryAccountUsersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only users that match this filter. */
  readonly filter?: InputMaybe<AccountUserFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the users by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<AccountUserSort>>;
  /** Returns only the users whose name or email contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.carrier`. */
export interface QueryCarrierArgs {
  /** The key of the carrier. */
  readonly by: ReferenceDataIdentifier;
}

/** The arguments of `Query.carriers`. */
export interface QueryCarriersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only carriers that match this filter. */
  readonly filter?: InputMaybe<CarrierFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the carriers by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the carriers whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.customer`. */
export interface QueryCustomerArgs {
  /** The customer’s key. */
  readonly by: CustomerIdentifier;
}

/** The arguments of `Query.customerChanges`. */
export interface QueryCustomerChangesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only changes that match this filter; all changes if absent. */
  readonly filter?: InputMaybe<CustomerChangeFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** Returns only changes of these customers: at most 250. A merge is the last change of a merged customer; use the id of the merge target to follow the target. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Query.customerGroups`. */
export interface QueryCustomerGroupsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only groups that match this filter. */
  readonly filter?: InputMaybe<CustomerGroupFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the groups by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the groups whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.customers`. */
export interface QueryCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.customersAggregate`. */
export interface QueryCustomersAggregateArgs {
  /** Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups. */
  readonly count?: InputMaybe<IntRange>;
  /** Counts only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** Returns at most this number of groups: 1 to 1000; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The keys of the groups, at most 5: a group contains the customers with the same value of each key. A customer with several values of a key counts in the group of each value; a customer without a value counts in the group of null. If absent, null or empty, there is one group of all customers. */
  readonly groupBy?: InputMaybe<ReadonlyArray<CustomerAggregateKey>>;
  /** Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerAggregateSort>>;
  /** Counts only customers that match every word, as in `customers`. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.departments`. */
export interface QueryDepartmentsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only departments that match this filter. */
  readonly filter?: InputMaybe<DepartmentFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the departments by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the departments whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.importRun`. */
export interface QueryImportRunArgs {
  /** The id of the run. */
  readonly id: Scalars['ID']['input'];
}

/** The arguments of `Query.importRuns`. */
export interface QueryImportRunsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ImportRunFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Query.node`. */
export interface QueryNodeArgs {
  /** The id of the object. */
  readonly id: Scalars['ID']['input'];
}

/** The arguments of `Query.nodes`. */
export interface QueryNodesArgs {
  /** The objects’ ids: at most 250. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
}

/** The arguments of `Query.order`. */
export interface QueryOrderArgs {
  /** The order’s key. */
  readonly by: RecordIdentifier;
}

/** The arguments of `Query.orders`. */
export interface QueryOrdersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only orders that match this filter. */
  readonly filter?: InputMaybe<OrderFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the orders by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<OrderSort>>;
  /** Returns only the orders whose number contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.ordersAggregate`. */
export interface QueryOrdersAggregateArgs {
  /** Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups. */
  readonly count?: InputMaybe<IntRange>;
  /** Counts only orders that match this filter. */
  readonly filter?: InputMaybe<OrderFilter>;
  /** Returns at most this number of groups: 1 to 1000; 100 if null. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The keys of the groups, at most 5: a group contains the orders with the same value of each key. An order without a value is in the group of null. If absent, null or empty, there is one group of all orders. */
  readonly groupBy?: InputMaybe<ReadonlyArray<OrderAggregateKey>>;
  /** Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<OrderAggregateSort>>;
}

/** The arguments of `Query.paymentTerm`. */
export interface QueryPaymentTermArgs {
  /** The key of the payment term. */
  readonly by: ReferenceDataIdentifier;
}

/** The arguments of `Query.paymentTerms`. */
export interface QueryPaymentTermsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only payment terms that match this filter. */
  readonly filter?: InputMaybe<PaymentTermFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the payment terms by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the payment terms whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.roles`. */
export interface QueryRolesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only roles that match this filter. */
  readonly filter?: InputMaybe<RoleFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the roles by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the roles whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.shippingTerm`. */
export interface QueryShippingTermArgs {
  /** The key of the shipping term. */
  readonly by: ReferenceDataIdentifier;
}

/** The arguments of `Query.shippingTerms`. */
export interface QueryShippingTermsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only shipping terms that match this filter. */
  readonly filter?: InputMaybe<ShippingTermFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the shipping terms by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the shipping terms whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.tags`. */
export interface QueryTagsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only tags that match this filter. */
  readonly filter?: InputMaybe<TagFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the tags by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the tags whose name contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Query.unit`. */
export interface QueryUnitArgs {
  /** The key of the unit. */
  readonly by: ReferenceDataIdentifier;
}

/** The arguments of `Query.units`. */
export interface QueryUnitsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only units that match this filter. */
  readonly filter?: InputMaybe<UnitFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the units by these keys, ties by the next key and finally by id. The default order if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<NamedSort>>;
  /** Returns only the units whose name or abbreviation contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
  /** Returns only units of this dimension; all units if absent or null. */
  readonly type?: InputMaybe<UnitDimension>;
}

/** A key that identifies a record of the shop. Exactly one field is given. */
export type RecordIdentifier =
  /** The id of the record. */
  { readonly id: Scalars['ID']['input']; readonly number?: never; readonly source?: never; }
  |  /** The number that people use, case-sensitive. If several records have the number, the newest one matches. */
  { readonly id?: never; readonly number: Scalars['String']['input']; readonly source?: never; }
  |  /** A record in a source system that is linked to the object. */
  { readonly id?: never; readonly number?: never; readonly source: SourceRecordInput; };

/** A key that identifies an object of the account’s reference data: a unit, carrier, payment term, shipping term, account group or customer group. Exactly one field is given. If nothing matches, a query returns null, and a mutation the error `NOT_FOUND`. */
export type ReferenceDataIdentifier =
  /** The id of the object. */
  { readonly id: Scalars['ID']['input']; readonly name?: never; readonly source?: never; }
  |  /** The name of the object. An exact match takes precedence over a match that differs only in case, then the account’s object over the system’s. If several objects match, the error is `AMBIGUOUS`. A unit is identified by its name (`US dollar`), not by its abbreviation (`USD`). Leading and trailing whitespace is trimmed. */
  { readonly id?: never; readonly name: Scalars['String']['input']; readonly source?: never; }
  |  /** A record in a source system that is linked to the object. */
  { readonly id?: never; readonly name?: never; readonly source: SourceRecordInput; };

/** The position of a customer in the hierarchy, which has two levels. */
export type RelationshipType =
  /** The customer has a parent. */
  | 'CHILD'
  /** The customer has children. */
  | 'PARENT'
  /** The customer has neither a parent nor children. */
  | 'STANDALONE';

/** A return of goods by a customer. From Commerce Layer. */
export interface Return extends Node {
  readonly __typename?: 'Return';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the return belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The return number that people use; null until it is assigned. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** The order of the returned goods; null if it is unknown or was deleted. */
  readonly order: Maybe<Order>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of returns in a list. At least one bound is given; both are inclusive. */
export interface ReturnCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these returns; all if absent or null. */
  readonly of?: InputMaybe<ReturnFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of Return objects, with its cursor. */
export interface ReturnEdge {
  readonly __typename?: 'ReturnEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Return;
}

/** The conditions that returns must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ReturnFilter {
  /** Matches returns that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ReturnFilter>>;
  /** Matches returns created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches returns with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches returns that do not match this filter. Returns without a value count as not matching it. */
  readonly not?: InputMaybe<ReturnFilter>;
  /** Matches returns by their number. */
  readonly number?: InputMaybe<StringFilter>;
  /** Matches returns that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ReturnFilter>>;
  /** Matches returns by the order of the returned goods. */
  readonly order?: InputMaybe<OrderFilter>;
  /** Matches returns with one of these statuses. At most 250 values. */
  readonly statuses?: InputMaybe<ReadonlyArray<ReturnStatus>>;
}

/** The conditions that a list of returns must match. All given fields must match. */
export interface ReturnListFilter {
  /** Matches lists by their number of returns. */
  readonly count?: InputMaybe<ReturnCountFilter>;
  /** Matches lists in which all returns match, including empty lists. */
  readonly every?: InputMaybe<ReturnFilter>;
  /** Matches lists in which none of the returns matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<ReturnFilter>;
  /** Matches lists in which at least one of the returns matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<ReturnFilter>;
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

/** A return of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface ReturnUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the return belongs to, by its id or another key. If the return belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** The return number that people use. At most 64 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The order of the returned goods, by its source record. If no order has the record, the error is `NOT_FOUND`. */
  readonly order?: InputMaybe<SourceRecordInput>;
  /** The record in the source system. The return that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
  /** The status of the return; default `DRAFT`. Cannot be cleared. */
  readonly status?: InputMaybe<ReturnStatus>;
}

/** The result of an item. */
export interface ReturnUpsertResult {
  readonly __typename?: 'ReturnUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current return; null if there are errors. */
  readonly return: Maybe<Return>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface ReturnsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<ReturnUpsertItem>;
}

/** The results of the items of a call. */
export interface ReturnsUpsertPayload {
  readonly __typename?: 'ReturnsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<ReturnUpsertResult>;
}

/** A group of account users, with their permissions in the sales system. The permissions are informational: in the gateway, the scopes of the token apply. */
export interface Role extends Node {
  readonly __typename?: 'Role';
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the role, unique among the roles of its owner. */
  readonly name: Scalars['String']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** All permissions of the role, such as `customers:read`; at most 100. */
  readonly permissions: ReadonlyArray<Scalars['String']['output']>;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The kind of work that the role is for. */
  readonly type: RoleType;
}

/** A page of a list of Role objects. */
export interface RoleConnection {
  readonly __typename?: 'RoleConnection';
  /** The items of the page, in order, each with its cursor. */
  readonly edges: ReadonlyArray<RoleEdge>;
  /** The items of the page, in order, without cursors. */
  readonly nodes: ReadonlyArray<Role>;
  /** The position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** The number of items in the list under its filter, across all pages. Exact; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of Role objects, with its cursor. */
export interface RoleEdge {
  readonly __typename?: 'RoleEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Role;
}

/** The conditions that roles must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface RoleFilter {
  /** Matches roles by the account users that have them; `none: {}` matches roles without account users. */
  readonly accountUsers?: InputMaybe<AccountUserListFilter>;
  /** Matches roles that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<RoleFilter>>;
  /** Matches roles created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches roles with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches roles by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches roles that do not match this filter. Roles without a value count as not matching it. */
  readonly not?: InputMaybe<RoleFilter>;
  /** Matches roles that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<RoleFilter>>;
  /** Matches roles of one of these types. At most 250 values. */
  readonly types?: InputMaybe<ReadonlyArray<RoleType>>;
}

/** The result of a mutation. The current role; null if there are errors. */
export interface RolePayload {
  readonly __typename?: 'RolePayload';
  /** The outcome; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current role; null if there are errors. */
  readonly role: Maybe<Role>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  /** Office work; the default for roles that an account creates. */
  | 'USER';

/** A role of the account with its new values. Absent fields keep their value. */
export interface RoleUpsertInput {
  /** Records in source systems to link to the role, in addition to the existing ones. A record of another role is `TAKEN`. At most 250 for each. */
  readonly addSources?: InputMaybe<ReadonlyArray<SourceRecordInput>>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of an existing role. With it, `name` renames the role. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the role, unique within the account. Without `id`, the account’s object with this name is updated and keeps its name; an exact match takes precedence over a match that differs only in case. The name of a role of the system is `SYSTEM_OWNED`. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** All permissions of the role, such as `customers:read`; null clears them. Informational: in the gateway, the scopes of the token apply. At most 100, each of at most 64 characters; duplicates are ignored. */
  readonly permissions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The kind of work; a new role has `USER` by default. Cannot be null for an existing role. */
  readonly type?: InputMaybe<RoleType>;
}

/** A service of a carrier, such as ground or overnight. It comes from the sales system. */
export interface ServiceLevel extends Node {
  readonly __typename?: 'ServiceLevel';
  /** The carrier that offers the service level. */
  readonly carrier: Carrier;
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether customers can see and select it in the customer portal. */
  readonly customerPortalVisibility: PortalVisibility;
  /** The customers that have the service level as default, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is the default service level of the carrier. A carrier has at most one. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** The name that customers see at checkout. */
  readonly name: Scalars['String']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The carrier’s code for the service level: `fedex_ground`. Any non-empty string. */
  readonly serviceLevelToken: Scalars['String']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `ServiceLevel.customers`. */
export interface ServiceLevelCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of service levels in a list. At least one bound is given; both are inclusive. */
export interface ServiceLevelCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these service levels; all if absent or null. */
  readonly of?: InputMaybe<ServiceLevelFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** A new service level, owned by the account. */
export interface ServiceLevelCreateInput {
  /** The id of the carrier that offers it, one of `carriers`: the account’s own or the system’s. */
  readonly carrierId: Scalars['ID']['input'];
  /** Whether customers can see and select it in the customer portal; `VISIBLE` if absent or null. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is the default of its carrier. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`. False if absent or null. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name that customers see at checkout. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** The carrier’s code for the service level: any non-empty string, unique among the carrier’s service levels. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly serviceLevelToken: Scalars['String']['input'];
}

/** An item of a page of ServiceLevel objects, with its cursor. */
export interface ServiceLevelEdge {
  readonly __typename?: 'ServiceLevelEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: ServiceLevel;
}

/** The conditions that service levels must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ServiceLevelFilter {
  /** Matches service levels that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ServiceLevelFilter>>;
  /** Matches service levels by their carrier. */
  readonly carrier?: InputMaybe<CarrierFilter>;
  /** Matches service levels created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches service levels with one of these visibilities in the customer portal. At most 250 values. */
  readonly customerPortalVisibilities?: InputMaybe<ReadonlyArray<PortalVisibility>>;
  /** Matches service levels by the customers that have them; `none: {}` matches service levels without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches service levels with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches service levels by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches service levels that do not match this filter. Service levels without a value count as not matching it. */
  readonly not?: InputMaybe<ServiceLevelFilter>;
  /** Matches service levels that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ServiceLevelFilter>>;
  /** Matches service levels by their token. */
  readonly serviceLevelToken?: InputMaybe<StringFilter>;
}

/** A key that identifies a service level. Exactly one field is given. If nothing matches, a query returns null, and a mutation the error `NOT_FOUND`. */
export type ServiceLevelIdentifier =
  /** The id of the service level. */
  { readonly id: Scalars['ID']['input']; readonly source?: never; readonly token?: never; }
  |  /** A record in a source system that is linked to the object. */
  { readonly id?: never; readonly source: SourceRecordInput; readonly token?: never; }
  |  /** The `serviceLevelToken`, case-sensitive, of a service level of the `carrier` in the same input, or if absent, of the customer’s present carrier; without a carrier, the error is `WRONG_CARRIER`. The account’s service level takes precedence over the system’s. At most 64 characters. */
  { readonly id?: never; readonly source?: never; readonly token: Scalars['String']['input']; };

/** The conditions that a list of service levels must match. All given fields must match. */
export interface ServiceLevelListFilter {
  /** Matches lists by their number of service levels. */
  readonly count?: InputMaybe<ServiceLevelCountFilter>;
  /** Matches lists in which all service levels match, including empty lists. */
  readonly every?: InputMaybe<ServiceLevelFilter>;
  /** Matches lists in which none of the service levels matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<ServiceLevelFilter>;
  /** Matches lists in which at least one of the service levels matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<ServiceLevelFilter>;
}

/** The result of a mutation. The current service level; null if there are errors. */
export interface ServiceLevelPayload {
  readonly __typename?: 'ServiceLevelPayload';
  /** The current service level; null if there are errors. */
  readonly serviceLevel: Maybe<ServiceLevel>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A change of a service level. Absent fields keep their value. The carrier cannot be changed. */
export interface ServiceLevelUpdateInput {
  /** Whether customers can see and select it in the customer portal. Cannot be null. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of the service level. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is the default of its carrier. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`. False leaves the carrier without a default if this was the default. Cannot be null. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name that customers see at checkout. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The carrier’s code for the service level: any non-empty string, unique among the carrier’s service levels. At most 64 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly serviceLevelToken?: InputMaybe<Scalars['String']['input']>;
}

/** A service level. Absent fields keep their value, or get their default on creation; null clears. */
export interface ServiceLevelUpsertItem {
  /** The carrier that offers it. Cannot be changed later (`WRONG_CARRIER`). */
  readonly carrier: ReferenceDataIdentifier;
  /** Whether customers can see and select it in the customer portal; `VISIBLE` by default. */
  readonly customerPortalVisibility?: InputMaybe<PortalVisibility>;
  /** Whether it is the default of its carrier; false by default. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name, which customers see at checkout. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The carrier’s code for the service level, unique among the carrier’s service levels. Required on creation; cannot be null. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly serviceLevelToken?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
}

/** The result of an item. */
export interface ServiceLevelUpsertResult {
  readonly __typename?: 'ServiceLevelUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current service level; null if there are errors. */
  readonly serviceLevel: Maybe<ServiceLevel>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface ServiceLevelsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<ServiceLevelUpsertItem>;
}

/** The results of the items of a call. */
export interface ServiceLevelsUpsertPayload {
  readonly __typename?: 'ServiceLevelsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<ServiceLevelUpsertResult>;
}

/** The fields in which customers can be compared with all others, to find duplicates. */
export type SharedField =
  /** The street, postal code and country of one of the addresses that have a street and a postal code. */
  | 'ADDRESS'
  /** The `billingAccount` at the carrier. */
  | 'BILLING_ACCOUNT'
  /** The email address of the contact. */
  | 'CONTACT_EMAIL'
  /** The name of the contact person. */
  | 'CONTACT_NAME'
  /** The phone number of the contact, regardless of spaces and punctuation. */
  | 'CONTACT_PHONE'
  /** The URL of the website. */
  | 'CONTACT_URL'
  /** The name. */
  | 'NAME'
  /** The number; two customers can have it in different spellings only. */
  | 'NUMBER'
  /** The `reference`. */
  | 'REFERENCE'
  /** The email address of the shopper; two customers can have it in different spellings only. */
  | 'SHOPPER_EMAIL'
  /** The key in the warehouse system; two customers can have it in different spellings only. */
  | 'SHORT_ID';

/** The rules for charging freight, with the conditions for free freight. It comes from the sales system. */
export interface ShippingTerm extends Node {
  readonly __typename?: 'ShippingTerm';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customers that have the term as default shipping term, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The fixed charge for an order; null if none is set. Applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate: Maybe<Quantity>;
  /** The service levels that ship free from the minimum order value on, newest first. If the list is empty, every service level ships free. */
  readonly freeShippingServiceLevels: ServiceLevelConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The minimum order subtotal for free shipping; null if any subtotal qualifies. */
  readonly minimumOrderValue: Maybe<Quantity>;
  /** The name of the term. */
  readonly name: Scalars['String']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The pricing of freight. */
  readonly type: ShippingTermType;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
}

/** The arguments of `ShippingTerm.customers`. */
export interface ShippingTermCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `ShippingTerm.freeShippingServiceLevels`. */
export interface ShippingTermFreeShippingServiceLevelsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ServiceLevelFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A new shipping term, owned by the account. */
export interface ShippingTermCreateInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The fixed charge for an order, in a unit of dimension `CURRENCY`; null clears it. Stored with any type, but applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate?: InputMaybe<QuantityInput>;
  /** The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free. */
  readonly freeShippingServiceLevelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`; null removes the minimum. */
  readonly minimumOrderValue?: InputMaybe<QuantityInput>;
  /** The name of the term, unique among the shipping terms of the account. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** The pricing of freight. */
  readonly type: ShippingTermType;
}

/** An item of a page of ShippingTerm objects, with its cursor. */
export interface ShippingTermEdge {
  readonly __typename?: 'ShippingTermEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: ShippingTerm;
}

/** A shipping term, with the number of customers that have it as default. */
export interface ShippingTermFacet {
  readonly __typename?: 'ShippingTermFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The shipping term. */
  readonly value: ShippingTerm;
}

/** The conditions that shipping terms must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface ShippingTermFilter {
  /** Matches shipping terms that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<ShippingTermFilter>>;
  /** Matches shipping terms created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches shipping terms by the customers that have them; `none: {}` matches shipping terms without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches shipping terms by their flat rate. */
  readonly flatRate?: InputMaybe<QuantityFilter>;
  /** Matches shipping terms with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches shipping terms by the order value from which they apply. */
  readonly minimumOrderValue?: InputMaybe<QuantityFilter>;
  /** Matches shipping terms by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches shipping terms that do not match this filter. Shipping terms without a value count as not matching it. */
  readonly not?: InputMaybe<ShippingTermFilter>;
  /** Matches shipping terms that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ShippingTermFilter>>;
  /** Matches shipping terms of one of these types. At most 250 values. */
  readonly types?: InputMaybe<ReadonlyArray<ShippingTermType>>;
}

/** The result of a mutation. The current term; null if there are errors. */
export interface ShippingTermPayload {
  readonly __typename?: 'ShippingTermPayload';
  /** The current term; null if there are errors. */
  readonly shippingTerm: Maybe<ShippingTerm>;
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
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The fixed charge for an order, in a unit of dimension `CURRENCY`; null clears it. Stored with any type, but applies to `FLAT_RATE_FREIGHT` only. */
  readonly flatRate?: InputMaybe<QuantityInput>;
  /** The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free. */
  readonly freeShippingServiceLevelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The id of the term. */
  readonly id: Scalars['ID']['input'];
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`; null removes the minimum. */
  readonly minimumOrderValue?: InputMaybe<QuantityInput>;
  /** The name of the term, unique among the shipping terms of the account. At most 255 characters. Leading and trailing whitespace is trimmed. Cannot be null. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The pricing of freight. Cannot be null. */
  readonly type?: InputMaybe<ShippingTermType>;
}

/** A shipping term. Absent fields keep their value, or get their default on creation; null clears. */
export interface ShippingTermUpsertItem {
  /** The fixed charge for an order, in a unit of dimension `CURRENCY`. */
  readonly flatRate?: InputMaybe<QuantityInput>;
  /** The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free. */
  readonly freeShippingServiceLevelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`. */
  readonly minimumOrderValue?: InputMaybe<QuantityInput>;
  /** The name, unique among the shipping terms of the account. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The pricing of freight. Required on creation; cannot be null. */
  readonly type?: InputMaybe<ShippingTermType>;
}

/** The result of an item. */
export interface ShippingTermUpsertResult {
  readonly __typename?: 'ShippingTermUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current shipping term; null if there are errors. */
  readonly shippingTerm: Maybe<ShippingTerm>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface ShippingTermsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<ShippingTermUpsertItem>;
}

/** The results of the items of a call. */
export interface ShippingTermsUpsertPayload {
  readonly __typename?: 'ShippingTermsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<ShippingTermUpsertResult>;
}

/** The data of a customer in the shop: sign-in, orders, returns. From Commerce Layer. */
export interface Shopper {
  readonly __typename?: 'Shopper';
  /** The email address for sign-in, in lower case; unique within the account. */
  readonly email: Scalars['String']['output'];
  /** Whether the shopper has a password to sign in with. The password itself cannot be read. */
  readonly hasPassword: Scalars['Boolean']['output'];
  /** The time when the customer placed its last order; null without a placed order. */
  readonly lastOrderAt: Maybe<Scalars['DateTime']['output']>;
  /** The recurring orders, newest first. */
  readonly orderSubscriptions: OrderSubscriptionConnection;
  /** The orders, including carts, newest first unless `orderBy` is given. */
  readonly orders: OrderConnection;
  /** The saved payment methods, newest first. */
  readonly paymentSources: PaymentSourceConnection;
  /** The returns, newest first. */
  readonly returns: ReturnConnection;
  /** The shopper’s reference at payment gateways; null if there is none. */
  readonly shopperReference: Maybe<Scalars['String']['output']>;
  /** The saved lists of articles, newest first. */
  readonly skuLists: SkuListConnection;
  /** The status, based on the number of orders: prospect, acquired or repeat. */
  readonly status: ShopperStatus;
  /** The news subscriptions, newest first. */
  readonly subscriptions: CustomerSubscriptionConnection;
  /** The number of orders stated by the shop, or else the number of the customer’s orders with status `PLACED` or `APPROVED`. */
  readonly totalOrdersCount: Scalars['Int']['output'];
}

/** The arguments of `Shopper.orderSubscriptions`. */
export interface ShopperOrderSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<OrderSubscriptionFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Shopper.orders`. */
export interface ShopperOrdersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only orders that match this filter. */
  readonly filter?: InputMaybe<OrderFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the orders by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<OrderSort>>;
  /** Returns only the orders whose number contains every word, regardless of case and accents. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
}

/** The arguments of `Shopper.paymentSources`. */
export interface ShopperPaymentSourcesArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<PaymentSourceFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Shopper.returns`. */
export interface ShopperReturnsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<ReturnFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Shopper.skuLists`. */
export interface ShopperSkuListsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<SkuListFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The arguments of `Shopper.subscriptions`. */
export interface ShopperSubscriptionsArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only items that match this filter. */
  readonly filter?: InputMaybe<CustomerSubscriptionFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
}

/** The customer’s sign-in in the shop. Absent fields keep their value. `shopperPasswordSet` sets the password. */
export interface ShopperInput {
  /** The email address for sign-in, stored in lower case; unique within the account. Required if the customer has none. Null or an empty string removes the sign-in with the password. At most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The shopper’s reference at payment gateways. At most 255 characters. */
  readonly shopperReference?: InputMaybe<Scalars['String']['input']>;
  /** The status, based on the number of orders; `PROSPECT` if absent or null. */
  readonly status?: InputMaybe<ShopperStatus>;
  /** The number of orders stated by the shop, 0 or more. If null, the gateway counts the orders with status `PLACED` or `APPROVED`. */
  readonly totalOrdersCount?: InputMaybe<Scalars['Int']['input']>;
}

/** A new password, with the token that authorizes it. */
export interface ShopperPasswordResetInput {
  /** The new password: 8 to 256 characters of any kind; leading and trailing whitespace counts. Stored only as a hash. */
  readonly newPassword: Scalars['String']['input'];
  /** The token that was sent, valid once and for 60 minutes. An unknown, used or expired token is `INVALID`, with the same message. */
  readonly token: Scalars['String']['input'];
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
  readonly email: Scalars['String']['input'];
}

/** The result of a request for a password reset: the same whether or not the email is registered. */
export interface ShopperPasswordResetRequestPayload {
  readonly __typename?: 'ShopperPasswordResetRequestPayload';
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A new password of a shopper. The customer must have a shopper. */
export interface ShopperPasswordSetInput {
  /** The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`. */
  readonly by: CustomerIdentifier;
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The new password: 8 to 256 characters of any kind; leading and trailing whitespace counts. Stored only as a hash. */
  readonly password: Scalars['String']['input'];
}

/** The credentials of a shopper. */
export interface ShopperSignInInput {
  /** The shopper’s sign-in email in the viewer’s account; case is ignored. At most 254 characters. After 10 failed sign-ins for the same email within 15 minutes, further ones fail with `LIMIT_EXCEEDED`, whether or not it is registered; a new password ends this. */
  readonly email: Scalars['String']['input'];
  /** The password. Leading and trailing whitespace counts. */
  readonly password: Scalars['String']['input'];
}

/** The result of a sign-in: an id, which does not grant access by itself. */
export interface ShopperSignInPayload {
  readonly __typename?: 'ShopperSignInPayload';
  /** The id of the customer that signed in; null if the sign-in failed. */
  readonly customerId: Maybe<Scalars['ID']['output']>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
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
export interface SkuList extends Node {
  readonly __typename?: 'SkuList';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The customer that the list belongs to; after a merge, the target of the merge. */
  readonly customer: Customer;
  /** Free text about the list; null if there is none. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the list. */
  readonly name: Scalars['String']['output'];
  /** The name in the form used in URLs. */
  readonly slug: Scalars['String']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A range of the number of SKU lists in a list. At least one bound is given; both are inclusive. */
export interface SkuListCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these SKU lists; all if absent or null. */
  readonly of?: InputMaybe<SkuListFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** An item of a page of SkuList objects, with its cursor. */
export interface SkuListEdge {
  readonly __typename?: 'SkuListEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: SkuList;
}

/** The conditions that SKU lists must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface SkuListFilter {
  /** Matches SKU lists that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<SkuListFilter>>;
  /** Matches SKU lists created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches SKU lists by their description. */
  readonly description?: InputMaybe<StringFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches SKU lists with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches SKU lists by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches SKU lists that do not match this filter. SKU lists without a value count as not matching it. */
  readonly not?: InputMaybe<SkuListFilter>;
  /** Matches SKU lists that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<SkuListFilter>>;
  /** Matches SKU lists by their `slug`. */
  readonly slug?: InputMaybe<StringFilter>;
}

/** The conditions that a list of SKU lists must match. All given fields must match. */
export interface SkuListListFilter {
  /** Matches lists by their number of SKU lists. */
  readonly count?: InputMaybe<SkuListCountFilter>;
  /** Matches lists in which all SKU lists match, including empty lists. */
  readonly every?: InputMaybe<SkuListFilter>;
  /** Matches lists in which none of the SKU lists matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<SkuListFilter>;
  /** Matches lists in which at least one of the SKU lists matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<SkuListFilter>;
}

/** A list of articles of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null. */
export interface SkuListUpsertItem {
  /** The creation time in the source system; requires the scope `customers:import`. Default: now. Cannot be cleared. A time in the future is `INVALID`. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The customer that the list belongs to, by its id or another key. If the list belongs to another customer, it is moved. */
  readonly customer: CustomerIdentifier;
  /** Free text about the list. At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The name of the list. Required if the list is created. Cannot be cleared. At most 255 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The name in the form used in URLs. Required if the list is created. Cannot be cleared. At most 255 characters. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The record in the source system. The list that is linked to it is updated; if there is none, one is created and linked. At most 255 characters. */
  readonly source: SourceRecordInput;
}

/** The result of an item. */
export interface SkuListUpsertResult {
  readonly __typename?: 'SkuListUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current SKU list; null if there are errors. */
  readonly skuList: Maybe<SkuList>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface SkuListsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<SkuListUpsertItem>;
}

/** The results of the items of a call. */
export interface SkuListsUpsertPayload {
  readonly __typename?: 'SkuListsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<SkuListUpsertResult>;
}

/** The direction of an order. Nulls sort last in both directions. */
export type SortDirection =
  /** Ascending: smallest, earliest or alphabetically first values first. */
  | 'ASC'
  /** Descending: largest, latest or alphabetically last values first. */
  | 'DESC';

/** The fields in which source records of a customer are compared. */
export interface SourceDifference {
  /** Matches if two records have different values in one of these groups. Records without a value do not count; within a group of several fields, a missing value differs from a present one. */
  readonly fieldGroups: ReadonlyArray<CustomerFieldGroup>;
  /** Compares only records of these source systems; all if absent or null. */
  readonly systems?: InputMaybe<ReadonlyArray<SourceSystem>>;
}

/** A record in a source system that is linked to an object. It is deleted with the object. */
export interface SourceRecord {
  readonly __typename?: 'SourceRecord';
  /** The time when the record was first linked to an object; null if unknown. */
  readonly firstSeenAt: Maybe<Scalars['DateTime']['output']>;
  /** The time when a complete import no longer had the record; null if it had, or if no complete import ran. */
  readonly goneAt: Maybe<Scalars['DateTime']['output']>;
  /** The time when the record was last modified in the source system, as the system states it; null if unknown. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The record as the last import received it, without passwords and payment tokens; null if no import stored it. */
  readonly raw: Maybe<Scalars['JSONObject']['output']>;
  /** The time when data of the record last created or changed the object. */
  readonly seenAt: Scalars['DateTime']['output'];
  /** The id of the record in that system, unique within the account, the type and the system. */
  readonly sourceId: Scalars['String']['output'];
  /** The source system. */
  readonly system: SourceSystem;
}

/** A range of the number of source records in a list. At least one bound is given; both are inclusive. */
export interface SourceRecordCountFilter {
  /** The smallest number. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** Counts only these source records; all if absent or null. */
  readonly of?: InputMaybe<SourceRecordFilter>;
  /** The largest number; 0 matches lists without any. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
}

/** The conditions that source records must match. Fields are combined with AND. Absent and null fields have no effect. */
export interface SourceRecordFilter {
  /** Matches source records that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<SourceRecordFilter>>;
  /** Matches records first seen in this range of time. */
  readonly firstSeenAt?: InputMaybe<DateTimeRange>;
  /** Matches records that were found missing in this range of time. */
  readonly goneAt?: InputMaybe<DateTimeRange>;
  /** Matches records last modified in the source system in this range of time. */
  readonly modifiedAt?: InputMaybe<DateTimeRange>;
  /** Matches source records that do not match this filter. Source records without a value count as not matching it. */
  readonly not?: InputMaybe<SourceRecordFilter>;
  /** Matches source records that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<SourceRecordFilter>>;
  /** Matches records last seen in this range of time. */
  readonly seenAt?: InputMaybe<DateTimeRange>;
  /** Matches records by their id in the source system. */
  readonly sourceId?: InputMaybe<StringFilter>;
  /** Matches records of this source system. */
  readonly system?: InputMaybe<SourceSystem>;
}

/** A record in a source system. */
export interface SourceRecordInput {
  /** The id of the record in `system`, case-sensitive. */
  readonly sourceId: Scalars['String']['input'];
  /** The source system. */
  readonly system: SourceSystem;
}

/** The conditions that a list of source records must match. All given fields must match. */
export interface SourceRecordListFilter {
  /** Matches lists by their number of source records. */
  readonly count?: InputMaybe<SourceRecordCountFilter>;
  /** Matches lists in which all source records match, including empty lists. */
  readonly every?: InputMaybe<SourceRecordFilter>;
  /** Matches lists in which none of the source records matches; `{}` matches empty lists. */
  readonly none?: InputMaybe<SourceRecordFilter>;
  /** Matches lists in which at least one of the source records matches; `{}` matches lists that are not empty. */
  readonly some?: InputMaybe<SourceRecordFilter>;
}

/** A system that records come from. */
export type SourceSystem =
  /** The sales system Augno. */
  | 'AUGNO'
  /** The shop system Commerce Layer. */
  | 'COMMERCE_LAYER'
  /** The warehouse system InventoryPro. The source id of a customer is its `shortId`. */
  | 'INVENTORY_PRO'
  /** Any other system. Its source ids begin with the name of the system and a colon: `hubspot:12345`. */
  | 'OTHER';

/** A source system, with the number of customers that have a record in it. */
export interface SourceSystemFacet {
  readonly __typename?: 'SourceSystemFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The source system. */
  readonly value: SourceSystem;
}

/** A string value, with the number of customers that have it. */
export interface StringFacet {
  readonly __typename?: 'StringFacet';
  /** The number of customers in the list that have the value. */
  readonly count: Scalars['Int']['output'];
  /** The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page. */
  readonly cursor: Scalars['String']['output'];
  /** The value. */
  readonly value: Scalars['String']['output'];
}

/** The conditions that a string must match. At least one field is given; several must all match. Case and accents are ignored, except by `exists`; whitespace and punctuation are not. A missing string matches only `exists: false`. */
export interface StringFilter {
  /** Matches strings that contain this text anywhere: 1 to 256 characters. Costs more than the other fields. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Matches strings that are equal to this text: 1 to 256 characters. */
  readonly equals?: InputMaybe<Scalars['String']['input']>;
  /** Matches strings that are present if true, missing strings if false. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches strings that are equal to one of these texts: at most 250, each of 1 to 256 characters. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Matches strings that start with this text: 1 to 256 characters. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
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
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns only changes that match this filter; all changes if absent. */
  readonly filter?: InputMaybe<CustomerChangeFilter>;
  /** Returns only changes of these customers: at most 250. A merge is the last change of a merged customer; use the id of the merge target to follow the target. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
}

/** How the values of a field group are chosen if several source records have one. */
export interface SurvivorshipRule {
  readonly __typename?: 'SurvivorshipRule';
  /** The field group. */
  readonly fieldGroup: CustomerFieldGroup;
  /** Whether the account has not set the rule. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** The kind of the rule. */
  readonly kind: SurvivorshipRuleKind;
  /** All systems, from the first to the last. `MOST_RECENT` uses the order only for records with the same time; `UNION` ignores it. */
  readonly systems: ReadonlyArray<SourceSystem>;
}

/** A rule for a field group. */
export interface SurvivorshipRuleInput {
  /** The field group. */
  readonly fieldGroup: CustomerFieldGroup;
  /** The kind of the rule; null or absent restores the default. `UNION` is only for `PRICE_GROUPS` and `TAGS`, otherwise the error is `INVALID`. */
  readonly kind?: InputMaybe<SurvivorshipRuleKind>;
  /** The systems, from the first to the last. Omitted systems come last, in the default order; if the list is absent, all systems are in the default order. A system that is listed twice is `INVALID`, and so is a list without a `kind`. */
  readonly systems?: InputMaybe<ReadonlyArray<SourceSystem>>;
}

/** The rule that selects a value if several source records have one. An empty value is never chosen; records with `goneAt` come last. */
export type SurvivorshipRuleKind =
  /** The record that was last modified in its source system wins; records without `modifiedAt` come last. */
  | 'MOST_RECENT'
  /** The first system with a value wins; within a system, the most recently modified record wins. By default, the order is `AUGNO`, `INVENTORY_PRO`, `COMMERCE_LAYER`, `OTHER`. */
  | 'SOURCE_SEQUENCE'
  /** The list has the items of all records. Only `PRICE_GROUPS` and `TAGS` can have this rule. */
  | 'UNION';

/** A change of the account’s survivorship rules. */
export interface SurvivorshipRulesSetInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The rules to set; the rules of other field groups do not change. A group that is listed twice is `INVALID`. */
  readonly rules: ReadonlyArray<SurvivorshipRuleInput>;
}

/** The result of a change of the survivorship rules. */
export interface SurvivorshipRulesSetPayload {
  readonly __typename?: 'SurvivorshipRulesSetPayload';
  /** In a dry run, the number of customers whose fields would change; null otherwise. */
  readonly customersChanged: Maybe<Scalars['Int']['output']>;
  /** The rules of all field groups as they are now; null if there are errors. */
  readonly rules: Maybe<ReadonlyArray<SurvivorshipRule>>;
  /** The progress of the customers’ derivation by the rules; null if there are errors or if the rules have never changed. */
  readonly run: Maybe<SurvivorshipRun>;
  /** In a dry run, the first values that would change, in order of the customers’ ids: at most 20. Empty otherwise. */
  readonly sample: ReadonlyArray<SurvivorshipSample>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The background run that derives the account’s customers again after a change of the rules, 250 customers at a time, in order of id. Another change of the rules restarts it. */
export interface SurvivorshipRun {
  readonly __typename?: 'SurvivorshipRun';
  /** The number of customers whose visible fields changed. */
  readonly changed: Scalars['Int']['output'];
  /** The number of customers derived so far, including those that became derived meanwhile. */
  readonly derived: Scalars['Int']['output'];
  /** The time when the last customer was derived; null while the run is not done. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The time when the rules changed. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The state of the run. */
  readonly state: SurvivorshipRunState;
  /** The number of customers to derive when the run began. */
  readonly total: Scalars['Int']['output'];
}

/** The state of a run. */
export type SurvivorshipRunState =
  /** All customers have been derived by the rules. */
  | 'DONE'
  /** Customers are still to be derived. */
  | 'RUNNING';

/** A value of a customer that other survivorship rules would change. */
export interface SurvivorshipSample {
  readonly __typename?: 'SurvivorshipSample';
  /** The customer; null if it was deleted meanwhile. */
  readonly customer: Maybe<Customer>;
  /** The field group of the value. */
  readonly fieldGroup: CustomerFieldGroup;
  /** The top-level key of the metadata; null for other groups. */
  readonly metadataKey: Maybe<Scalars['String']['output']>;
  /** The value by the new rules, in the same form. */
  readonly newValue: Maybe<Scalars['JSON']['output']>;
  /** The current value: the value of the field, a list of ids or tags, or an object if the group has several fields. References are ids. Null if it is empty. */
  readonly oldValue: Maybe<Scalars['JSON']['output']>;
}

/** A tag of customers. From Commerce Layer. */
export interface Tag extends Node {
  readonly __typename?: 'Tag';
  /** The customers that have the tag, newest first unless `orderBy` is given. */
  readonly customers: CustomerConnection;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The name of the tag: 1 to 25 characters of `a-z`, `0-9`, `_`, `:` and `-`. Unique within the account. */
  readonly name: Scalars['String']['output'];
}

/** The arguments of `Tag.customers`. */
export interface TagCustomersArgs {
  /** Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Returns the items before this cursor. The restrictions of `after` apply. */
  readonly before?: InputMaybe<Scalars['String']['input']>;
  /** Returns only customers that match this filter. */
  readonly filter?: InputMaybe<CustomerFilter>;
  /** The maximum number of items to return, 0 to 250, from the start of the list or from the cursor `after`. The default is 25 if neither `first` nor `last` is given. Cannot be combined with `last`. */
  readonly first?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum number of items to return, 0 to 250, from the end of the list or up to the cursor `before`. Cannot be combined with `first`. */
  readonly last?: InputMaybe<Scalars['Int']['input']>;
  /** Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CustomerSort>>;
  /** Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words. */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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
  readonly totalCount: Scalars['Int']['output'];
}

/** An item of a page of Tag objects, with its cursor. */
export interface TagEdge {
  readonly __typename?: 'TagEdge';
  /** The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Tag;
}

/** The conditions that tags must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface TagFilter {
  /** Matches tags that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<TagFilter>>;
  /** Matches tags created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches tags by the customers that have them; `none: {}` matches tags without customers. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches tags with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches tags by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches tags that do not match this filter. Tags without a value count as not matching it. */
  readonly not?: InputMaybe<TagFilter>;
  /** Matches tags that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<TagFilter>>;
}

/** A unit of measure. A value converts to the base unit of the dimension by `value × ratioNumerator / ratioDenominator + offsetNumerator / offsetDenominator`. It comes from the sales system. */
export interface Unit extends Node {
  readonly __typename?: 'Unit';
  /** The abbreviation at the end of display values: `kg`; for a currency its ISO 4217 code: `USD`. Unique among the account’s units. */
  readonly abbreviation: Scalars['String']['output'];
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is the base unit of its dimension, which the ratios are relative to. One per dimension, provided by the system. */
  readonly isBaseUnit: Scalars['Boolean']['output'];
  /** The name of the unit: `Kilogram`. Unique among the account’s units. */
  readonly name: Scalars['String']['output'];
  /** The denominator of the offset to the base unit. Never 0. */
  readonly offsetDenominator: Scalars['Decimal']['output'];
  /** The numerator of the offset to the base unit, in base units: 0 except for temperatures. */
  readonly offsetNumerator: Scalars['Decimal']['output'];
  /** The owner: the system or the account. */
  readonly owner: Owner;
  /** The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. Always 1 and unused for the system’s currencies, which have no exchange rates. */
  readonly ratioDenominator: Scalars['Decimal']['output'];
  /** The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Never 0. Always 1 and unused for the system’s currencies, which have no exchange rates. */
  readonly ratioNumerator: Scalars['Decimal']['output'];
  /** The records in source systems that are linked to the object, ordered by system and id. At most 250. */
  readonly sources: ReadonlyArray<SourceRecord>;
  /** The dimension of the unit. Cannot be changed. */
  readonly type: UnitDimension;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
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
  readonly totalCount: Scalars['Int']['output'];
}

/** A new unit, owned by the account. It is never the base unit of its dimension. Once created, it cannot be changed, because that would change every amount stated in it. */
export interface UnitCreateInput {
  /** The abbreviation at the end of display values: `plt`; for a currency its ISO 4217 code. Unique among the account’s units. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly abbreviation: Scalars['String']['input'];
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The name of the unit: `Pallet`. Unique among the account’s units. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name: Scalars['String']['input'];
  /** The denominator of the offset to the base unit; 1 if absent or null. Cannot be 0. */
  readonly offsetDenominator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The numerator of the offset to the base unit, in base units; 0 if absent or null. */
  readonly offsetNumerator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The denominator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. Send 1 for an ISO 4217 currency, whose ratio is not used. */
  readonly ratioDenominator: Scalars['Decimal']['input'];
  /** The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. Send 1 for an ISO 4217 currency, whose ratio is not used. */
  readonly ratioNumerator: Scalars['Decimal']['input'];
  /** The dimension of the unit. */
  readonly type: UnitDimension;
}

/** The dimension that a unit measures. Only units of the same dimension convert into each other; currencies never do. */
export type UnitDimension =
  /** Area: square metres, square feet. */
  | 'AREA'
  /** Money. Currencies have no exchange rates and do not convert into each other. An account’s own currency that is not in ISO 4217, such as points, converts to the base unit (USD) by its ratio. */
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
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Unit;
}

/** The conditions that units must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. */
export interface UnitFilter {
  /** Matches units by their abbreviation. */
  readonly abbreviation?: InputMaybe<StringFilter>;
  /** Matches units that match all of these filters. An empty list has no effect. */
  readonly and?: InputMaybe<ReadonlyArray<UnitFilter>>;
  /** Matches units created in this range of time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Matches units by the customers whose credit limit is in them; `none: {}` matches units without credit limits. */
  readonly customers?: InputMaybe<CustomerListFilter>;
  /** Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Matches units with these ids. At most 250 values. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Matches units by their name. */
  readonly name?: InputMaybe<StringFilter>;
  /** Matches units that do not match this filter. Units without a value count as not matching it. */
  readonly not?: InputMaybe<UnitFilter>;
  /** Matches units that match at least one of these filters. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<UnitFilter>>;
  /** Matches units of one of these dimensions. At most 250 values. */
  readonly types?: InputMaybe<ReadonlyArray<UnitDimension>>;
}

/** The result of a mutation. The new unit; null if there are errors. */
export interface UnitPayload {
  readonly __typename?: 'UnitPayload';
  /** The new unit; null if there are errors. */
  readonly unit: Maybe<Unit>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** A unit of measure. Absent fields keep their value, or get their default on creation; null clears. */
export interface UnitUpsertItem {
  /** The abbreviation at the end of display values; for a currency its ISO 4217 code. Unique among the account’s units. Required on creation; cannot be null. At most 64 characters. Leading and trailing whitespace is trimmed. */
  readonly abbreviation?: InputMaybe<Scalars['String']['input']>;
  /** The name, unique among the account’s units. Required on creation; cannot be null. At most 255 characters. Leading and trailing whitespace is trimmed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The denominator of the offset to the base unit; 1 by default. Cannot be 0. Cannot be changed later, because that would change every amount in the unit. */
  readonly offsetDenominator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The numerator of the offset to the base unit, in base units; 0 by default. Cannot be changed later, because that would change every amount in the unit. */
  readonly offsetNumerator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The denominator of the ratio. Cannot be 0. Required on creation; cannot be null. Cannot be changed later, because that would change every amount in the unit. */
  readonly ratioDenominator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The numerator of the ratio: one of this unit is `ratioNumerator / ratioDenominator` base units. Cannot be 0. Required on creation; cannot be null. Cannot be changed later, because that would change every amount in the unit. */
  readonly ratioNumerator?: InputMaybe<Scalars['Decimal']['input']>;
  /** The record in a source system. If no object has it, the item matches by its name, and the object gets it. At most 255 characters. */
  readonly source?: InputMaybe<SourceRecordInput>;
  /** The dimension of the unit. Required on creation; cannot be null. Cannot be changed later. */
  readonly type?: InputMaybe<UnitDimension>;
}

/** The result of an item. */
export interface UnitUpsertResult {
  readonly __typename?: 'UnitUpsertResult';
  /** The outcome of the item; null if there are errors. */
  readonly outcome: Maybe<UpsertOutcome>;
  /** The current unit; null if there are errors. */
  readonly unit: Maybe<Unit>;
  /** Problems with the input. If this list is not empty, nothing was saved. At most a few per input field. */
  readonly userErrors: ReadonlyArray<UserError>;
}

/** The items of one call. */
export interface UnitsUpsertInput {
  /** If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** A unique key (1 to 255 characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with `IDEMPOTENCY_KEY_REUSED`. A dry run neither stores nor looks up the key. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items: at most 250, otherwise the request fails with `LIMIT_EXCEEDED`. If several items have the same key, the first is saved, and the others fail with `TAKEN`. */
  readonly items: ReadonlyArray<UnitUpsertItem>;
}

/** The results of the items of a call. */
export interface UnitsUpsertPayload {
  readonly __typename?: 'UnitsUpsertPayload';
  /** One result for each item of `items`, in the same order: at most 250. Error paths start at the input of the call: `["items", "3", "name"]`. An error in the call’s `idempotencyKey` is in every result. */
  readonly results: ReadonlyArray<UnitUpsertResult>;
}

/** The outcome of an upsert. */
export type UpsertOutcome =
  /** No object matched: an object was created. */
  | 'CREATED'
  /** The matching object already has the values of the input: nothing was saved, neither a version nor an event. */
  | 'UNCHANGED'
  /** The matching object was updated, or linked to the source record. */
  | 'UPDATED';

/** A person as the account knows them. The same person in another account is another object, which neither account can see or change in the other. */
export interface User extends Node {
  readonly __typename?: 'User';
  /** The creation time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The email address of the person, unique within the account; null if unknown. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** The time of the first sign-in with a token that verifies the email address; null without such a sign-in since the address was set. */
  readonly emailVerifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it. */
  readonly id: Scalars['ID']['output'];
  /** The URL of the person’s picture; null if there is none. */
  readonly imageUrl: Maybe<Scalars['String']['output']>;
  /** The full name of the person; null if unknown. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The time of the last change. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The sign-in name of the person, unique within the account; null if there is none. */
  readonly username: Maybe<Scalars['String']['output']>;
}

/** A problem with the input that the caller can fix. Nothing was saved. */
export interface UserError {
  readonly __typename?: 'UserError';
  /** The kind of the problem. */
  readonly code: UserErrorCode;
  /** A message for people: what is wrong and what would be valid. It contains ids, names and counts of other objects only if the caller has the scope to read them. */
  readonly message: Scalars['String']['output'];
  /** The path of the invalid field in `input`, with list indices as strings; empty if the problem is the input as a whole. At most as deep as the input. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
}

/** The kind of a problem with the input. */
export type UserErrorCode =
  /** More than one object matches the name or email; the id or the exact name identifies one. */
  | 'AMBIGUOUS'
  /** The parent, or the target of a merge, is discontinued; reactivate it first. */
  | 'DISCONTINUED'
  /** Reserved for customers whose personal data was erased; never returned yet. */
  | 'ERASED'
  /** The customer would become its own ancestor; choose another parent. */
  | 'HIERARCHY_CYCLE'
  /** The hierarchy would get a third level: a parent that has a parent, or a child that has children; choose another parent. */
  | 'HIERARCHY_DEPTH'
  /** The idempotency key was used with other input within the last 24 hours; use a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The value is invalid, such as an email, a website, a country, an id of another type, an inactive payment term or a used token, or the field cannot be changed; the message says what would be right. */
  | 'INVALID'
  /** It cannot be deleted while other objects refer to it, or while it is the default service level of a carrier; change these references first. The message has their number, for callers that can read them. */
  | 'IN_USE'
  /** The list has too many items: send fewer. Or a password reset or a sign-in was tried too often: retry later. */
  | 'LIMIT_EXCEEDED'
  /** The referenced object does not exist, belongs to another account or was deleted; the message names the field that lists valid objects. */
  | 'NOT_FOUND'
  /** The field is required, or cannot be cleared: send a value, or omit the field. */
  | 'REQUIRED'
  /** The email is not registered, the password is wrong or not set, or the customer is discontinued; the error does not show which. Check both, or reset the password. */
  | 'SIGN_IN_FAILED'
  /** The version of the customer differs from `ifVersion`; the payload has the current customer. Reload the customer and try again. */
  | 'STALE_VERSION'
  /** The object is owned by the system; create an object of the account instead. */
  | 'SYSTEM_OWNED'
  /** Another object already has this number, short id, email, reference, name or source record, which must be unique; or an earlier item of the call names the same object. */
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
  readonly accountUser: Maybe<AccountUser>;
  /** The scopes of the caller, at most these: `customers:read`, `customers:write`, `customers:import`, `settings:write`, `account:admin`, `shoppers:authenticate`. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
}

/** An entity that other services of a federated graph can refer to: any type that has an id. */
export type _Entity = Account | AccountGroup | AccountUser | Address | Attachment | Carrier | Customer | CustomerEvent | CustomerGroup | CustomerSubscription | Department | Geolocation | ImportReject | ImportRun | ImportWarning | Order | OrderSubscription | PaymentSource | PaymentTerm | Priority | Quantity | Return | Role | ServiceLevel | ShippingTerm | SkuList | Tag | Unit | User;

/** The subgraph, for composition into a federated graph. */
export interface _Service {
  readonly __typename?: '_Service';
  /** The SDL of the schema as an Apollo Federation 2 subgraph; the same as the output of `customer-gateway schema --federation`. */
  readonly sdl: Scalars['String']['output'];
}


export interface Node {
  readonly __typename?: 'Account' | 'AccountGroup' | 'AccountUser' | 'Address' | 'Attachment' | 'Carrier' | 'Customer' | 'CustomerEvent' | 'CustomerGroup' | 'CustomerSubscription' | 'Department' | 'Geolocation' | 'ImportReject' | 'ImportRun' | 'ImportWarning' | 'Order' | 'OrderSubscription' | 'PaymentSource' | 'PaymentTerm' | 'Priority' | 'Quantity' | 'Return' | 'Role' | 'ServiceLevel' | 'ShippingTerm' | 'SkuList' | 'Tag' | 'Unit' | 'User';
}
