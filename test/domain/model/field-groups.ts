import { fields } from './fields.ts';
import type { Customer, Words } from './state.ts';

const below = (outer: string, ...names: readonly string[]) => names.map((name) => `${outer}.${name}`);

/** The fields that have one winner together, by their paths in inputs. */
const fieldGroups: Readonly<Record<string, readonly string[]>> = {
  NAME: ['name'],
  NUMBER: ['number'],
  STATUS: ['status'],
  EDI_STATUS: ['ediStatus'],
  COMMISSION_POLICY: ['commissionPolicy'],
  NOTE: ['note'],
  CREDIT_LIMIT: ['creditLimit.value', 'creditLimit.unitId'],
  CONTACT_NAME: ['contactInfo.name'],
  CONTACT_EMAIL: ['contactInfo.email'],
  CONTACT_PHONE: ['contactInfo.phone'],
  CONTACT_FAX: ['contactInfo.fax'],
  CONTACT_URL: ['contactInfo.url'],
  FREIGHT_PREFERENCES: below(
    ...(['freightPreferences', 'status', 'carrierId', 'serviceLevelId'] as const),
    ...['billingType', 'billingAccount'],
  ),
  DEFAULTS: below('defaults', 'paymentTermId', 'shippingTermId', 'priority', 'salesRepId'),
  NOTIFICATION_PREFERENCES: ['notificationPreferences.acceptsInvoiceEmails'],
  BILL_TO_ADDRESS: ['billToAddressId'],
  SHIP_TO_ADDRESS: ['shipToAddressId'],
  TYPE: ['typeId'],
  SHOPPER: below('shopper', 'email', 'status', 'shopperReference', 'totalOrdersCount'),
  CUSTOMER_GROUP: ['customerGroupId'],
  REFERENCE: ['reference', 'referenceOrigin'],
};
export const groups = Object.entries(fieldGroups);

/** The groups of lists. */
export const listGroups: Readonly<Record<string, 'priceGroups' | 'tags'>> = {
  PRICE_GROUPS: 'priceGroups',
  TAGS: 'tags',
};

/** The paths of a group other than `METADATA`. */
export const pathsOf = (group: string): readonly string[] => {
  const list = listGroups[group];
  return list === undefined ? (fieldGroups[group] ?? []) : [list];
};

export const groupNames = ['METADATA', ...Object.keys(fieldGroups), ...Object.keys(listGroups)] as const;

export const lists = ['tags', 'priceGroups'] as const;
export const derivedPaths = Object.values(fieldGroups).flat();
export const groupOf = (path: string) => groups.find(([, paths]) => paths.includes(path))?.[1] ?? [];

export const isDerived = (path: string): boolean =>
  derivedPaths.includes(path) || ['tags', 'priceGroups', 'metadata'].includes(path);

export const initialOf = (path: string): unknown => fields.get(path)?.initial ?? null;
export const isEmpty = (value: unknown): boolean =>
  value == null ||
  value === '' ||
  (Array.isArray(value) && (value.length === 0 || (value.length === 1 && isEmpty(value[0]))));

export const metadataWords = (metadata: unknown): Words =>
  Object.fromEntries(Object.entries(metadata as object).map(([key, value]) => [`metadata.${key}`, [value]]));
export const metadataPaths = (words: Words) =>
  Object.keys(words).filter((path) => path.startsWith('metadata.'));
export const metadataOf = (words: Words): Record<string, unknown> =>
  Object.fromEntries(
    metadataPaths(words).flatMap((path) => {
      const value = words[path] as readonly unknown[] | null;
      return value?.length ? [[path.slice('metadata.'.length), value[0]] as const] : [];
    }),
  );
export const listOf = (words: Words, name: string) => (words[name] ?? []) as readonly string[];

/** Everything that a customer has, as the words of a baseline. */
export function wordsOf({ values, ...customer }: Customer): Words {
  const told = derivedPaths.filter((path) => values[path] !== null && values[path] !== initialOf(path));
  const filled = lists.filter((name) => customer[name].length > 0);
  return {
    ...Object.fromEntries(told.map((path) => [path, values[path]])),
    ...Object.fromEntries(filled.map((name) => [name, [...customer[name]].sort()])),
    ...metadataWords(values.metadata),
  };
}
