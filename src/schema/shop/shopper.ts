import type { Row } from '../../db/model/table.ts';
import { builder } from '../relay/builder.ts';
import { partOf, reads } from '../relay/reads.ts';

export const ShopperStatus = builder.enumType('ShopperStatus', {
  description: 'The status of a shopper by the number of orders.',
  values: {
    PROSPECT: { description: 'The shopper has no orders.' },
    ACQUIRED: { description: 'The shopper has ordered once.' },
    REPEAT: { description: 'The shopper has ordered more than once.' },
  } as const,
});

/** A customer's row that contains a shopper: its email and status are both set. */
export type ShopperRow = Row<'Customer'> & {
  readonly shopperEmail: string;
  readonly shopperStatus: NonNullable<Row<'Customer'>['shopperStatus']>;
};

export function isShopper(customer: Row<'Customer'>): customer is ShopperRow {
  return customer.shopperEmail !== null && customer.shopperStatus !== null;
}

const credentials = {
  name: 'Shopper.hasPassword',
  model: 'ShopperCredential',
  by: 'customerId',
  order: [{ field: 'customerId', descending: false }],
} as const;

export const Shopper = builder.objectRef<ShopperRow>('Shopper');

builder.objectType(Shopper, {
  extensions: partOf('Customer'),
  description: 'The data of a customer in the shop: sign-in, orders, returns. From Commerce Layer.',
  fields: (t) => ({
    email: t.exposeString('shopperEmail', {
      description: 'The email address for sign-in, in lower case; unique within the account.',
    }),
    status: t.expose('shopperStatus', {
      type: ShopperStatus,
      description: 'The status, based on the number of orders: prospect, acquired or repeat.',
    }),
    hasPassword: t.boolean({
      description: 'Whether the shopper has a password to sign in with. The password itself cannot be read.',
      extensions: reads(),
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .count(credentials, {}, null)
          .defer(id)
          .map((found) => found > 0),
    }),
    shopperReference: t.exposeString('shopperReference', {
      nullable: true,
      description: 'The shopper’s reference at payment gateways; null if there is none.',
    }),
  }),
});
