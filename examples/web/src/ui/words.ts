import type { CustomerStatus } from '../list/__generated__/customerRow_customer.graphql.ts';

export const statuses = {
  NORMAL: 'Normal',
  PREFERRED: 'Preferred',
  HOLD_SHIPMENT: 'Shipments on hold',
  HOLD_ALL: 'On hold',
} satisfies Record<CustomerStatus, string>;

export const isStatus = (value: string): value is CustomerStatus => Object.hasOwn(statuses, value);

const number = new Intl.NumberFormat('en');
export const count = (value: number): string => number.format(value);

const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
export const day = (instant: string): string => date.format(new Date(instant));
