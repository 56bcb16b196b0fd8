import type { CustomerStatus } from '../list/__generated__/customerRow_customer.graphql.ts';
import { statuses } from './words.ts';

export const StatusBadge = ({ status }: { readonly status: CustomerStatus }) => (
  <span className={`badge ${status.toLowerCase()}`}>{statuses[status]}</span>
);
