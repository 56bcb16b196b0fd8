import { graphql, readInlineData } from 'react-relay';
import { isStatus, statuses } from '../ui/words.ts';
import type { fields_customer$key } from './__generated__/fields_customer.graphql.ts';
import type { saveMutation$variables } from './__generated__/saveMutation.graphql.ts';

/** Read inline once, when the form opens: later changes in the store must not change the open form. */
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

/** The form's fields, by their path in the gateway's user errors. */
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

// Object.keys returns string[], without the type of the keys.
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

/** The fields that differ from the values read. Omitted fields remain unchanged. */
export function changesOf(values: Values, read: Values): Omit<saveMutation$variables['input'], 'by'> {
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

/** The display text of a field's value. */
export const spoken = (path: FieldPath, value: string): string =>
  path === 'status' && isStatus(value) ? statuses[value] : value;
