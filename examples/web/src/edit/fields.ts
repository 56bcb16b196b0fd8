import { graphql, readInlineData } from 'react-relay';
import { isStatus, statuses } from '../ui/words.ts';
import type { fields_customer$key } from './__generated__/fields_customer.graphql.ts';
import type { saveMutation$variables } from './__generated__/saveMutation.graphql.ts';

/** Inline: it is read once, when the form opens; what changes in the store later must not move under one's hands. */
const fragment = graphql`
  fragment fields_customer on Customer @inline {
    version
    name
    number
    status
    contactInfo {
      name
      email
      phone
      url
    }
    note
  }
`;

/** By the paths that the gateway's user errors have. */
export const fields = {
  name: { label: 'Name', kind: 'text' },
  number: { label: 'Number', kind: 'text' },
  status: { label: 'Status', kind: 'status' },
  'contactInfo.name': { label: 'Contact', kind: 'text' },
  'contactInfo.email': { label: 'Email', kind: 'email' },
  'contactInfo.phone': { label: 'Phone', kind: 'tel' },
  'contactInfo.url': { label: 'Website', kind: 'url' },
  note: { label: 'Note', kind: 'long' },
} as const;

export type FieldPath = keyof typeof fields;
export type Values = Readonly<Record<FieldPath, string>>;

// Object.keys forgets which keys they are.
export const paths = Object.keys(fields) as readonly FieldPath[];
export const isFieldPath = (path: string): path is FieldPath => Object.hasOwn(fields, path);

/** A customer's values at one of its versions. */
export interface Reading {
  readonly values: Values;
  readonly version: number;
}

export function readingOf(customer: fields_customer$key): Reading {
  const { version, name, number, status, contactInfo, note } = readInlineData(fragment, customer);
  return {
    version,
    values: {
      name,
      number,
      status,
      'contactInfo.name': contactInfo?.name ?? '',
      'contactInfo.email': contactInfo?.email ?? '',
      'contactInfo.phone': contactInfo?.phone ?? '',
      'contactInfo.url': contactInfo?.url ?? '',
      note: note ?? '',
    },
  };
}

/** Only what differs from what was read: what is absent stays as it is. */
export function changesOf(values: Values, read: Values): Omit<saveMutation$variables['input'], 'id'> {
  const changed = (path: FieldPath) => (values[path] === read[path] ? undefined : values[path]);
  const status = changed('status');
  return {
    name: changed('name'),
    number: changed('number'),
    status: status !== undefined && isStatus(status) ? status : undefined,
    contactInfo: {
      name: changed('contactInfo.name'),
      email: changed('contactInfo.email'),
      phone: changed('contactInfo.phone'),
      url: changed('contactInfo.url'),
    },
    note: changed('note'),
  };
}

/** As people read it. */
export const spoken = (path: FieldPath, value: string): string =>
  path === 'status' && isStatus(value) ? statuses[value] : value;
