const fieldByRoot = {
  id: 'ID',
  number: 'NUMBER',
  name: 'NAME',
  status: 'STATUS',
  ediStatus: 'EDI_STATUS',
  commissionPolicy: 'COMMISSION_POLICY',
  note: 'NOTE',
  creditLimit: 'CREDIT_LIMIT',
  contactInfo: 'CONTACT_INFO',
  freightPreferences: 'FREIGHT_PREFERENCES',
  defaults: 'DEFAULTS',
  notificationPreferences: 'NOTIFICATION_PREFERENCES',
  addresses: 'ADDRESSES',
  billToAddress: 'BILL_TO_ADDRESS',
  shipToAddress: 'SHIP_TO_ADDRESS',
  type: 'TYPE',
  priceGroups: 'PRICE_GROUPS',
  parentAccount: 'PARENT',
  shortId: 'SHORT_ID',
  active: 'ACTIVE',
  mode: 'MODE',
  createdAt: 'CREATED_AT',
  shopper: 'SHOPPER',
  customerGroup: 'CUSTOMER_GROUP',
  reference: 'REFERENCE',
  referenceOrigin: 'REFERENCE_ORIGIN',
  tags: 'TAGS',
  metadata: 'METADATA',
  sources: 'SOURCES',
} as const;

type Root = keyof typeof fieldByRoot;

export type RecordedPath = Root | `${Root}.${string}`;

/** The field of a change; `OTHER` for a path that a newer version of the gateway recorded. */
export type ChangedField = (typeof fieldByRoot)[Root] | 'OTHER';

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;

const isRoot = (name: string): name is Root => Object.hasOwn(fieldByRoot, name);

export function changedFieldOf(path: string): ChangedField {
  const root = rootOf(path);
  return isRoot(root) ? fieldByRoot[root] : 'OTHER';
}

/** Recorded paths that are not the path of a GraphQL field. */
const publicPaths: ReadonlyMap<string, string> = new Map([['creditLimit', 'creditLimit.value']]);

export const publicPathOf = (path: string): string => publicPaths.get(path) ?? path;

/** Path roots that a filter matches; with `known`, also every root that is not in `known`. */
interface ChangedRoots {
  readonly roots: readonly string[];
  readonly known?: readonly string[];
}

export function rootsOf(fields: readonly ChangedField[]): ChangedRoots {
  const known = Object.keys(fieldByRoot).filter(isRoot);
  const roots = known.filter((root) => fields.includes(fieldByRoot[root]));
  return fields.includes('OTHER') ? { roots, known } : { roots };
}
