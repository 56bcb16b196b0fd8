import { v7 } from 'uuid';

const prefixes = {
  Account: 'acc',
  AccountGroup: 'grp',
  AccountUser: 'acu',
  Address: 'adr',
  Attachment: 'att',
  Carrier: 'crr',
  Customer: 'cus',
  CustomerEvent: 'evt',
  CustomerGroup: 'cgr',
  CustomerSubscription: 'csb',
  Department: 'dep',
  Geolocation: 'geo',
  ImportReject: 'irj',
  ImportRun: 'imp',
  ImportWarning: 'iwr',
  Order: 'ord',
  OrderSubscription: 'osb',
  PaymentSource: 'pay',
  PaymentTerm: 'ptm',
  Priority: 'pri',
  Quantity: 'qty',
  Return: 'ret',
  Role: 'rol',
  ServiceLevel: 'svl',
  ShippingTerm: 'stm',
  SkuList: 'skl',
  Tag: 'tag',
  Unit: 'unt',
  User: 'usr',
} as const;

export type NodeType = keyof typeof prefixes;

// `Object.keys` returns strings; the type of `prefixes` is narrower.
export const nodeTypes = Object.keys(prefixes) as readonly NodeType[];

const types = new Map(Object.entries(prefixes).map(([type, prefix]) => [prefix as string, type as NodeType]));
const idPattern = /^[a-z]{3}_[0-9a-z_]{1,64}$/;

interface IdSource {
  readonly msecs: number;
  readonly random: Uint8Array;
  readonly seq: number;
}

/** Creates an id: the type's prefix and a UUID of version 7, so that ids grow with time. */
export function newId(type: NodeType, source?: IdSource): string {
  return `${prefixes[type]}_${v7(source).replaceAll('-', '')}`;
}

export function newKeyId(): string {
  return `key_${v7().replaceAll('-', '')}`;
}

export function prefixOf(type: NodeType): string {
  return `${prefixes[type]}_`;
}

export function typeOfId(id: string): NodeType | undefined {
  const type = types.get(id.slice(0, 3));
  return type !== undefined && idPattern.test(id) ? type : undefined;
}
