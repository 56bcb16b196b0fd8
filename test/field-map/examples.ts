import { word } from '../builders.ts';
import { address, created, upserts, values } from './customer-values.ts';
import type { Session } from './session.ts';
import { email, record, type Settings } from './settings.ts';

/** Makes the input of a mutation, with new values each time. */
export type Example = () => object | Promise<object>;

const createdAt = '2024-05-01T10:00:00.000Z';
const placedAt = '2024-05-02T10:00:00.000Z';
const [startsAt, nextRunAt, expiresAt] = ['2024-06-01', '2029-01-01', '2030-01-01'].map(
  (day) => `${day}T00:00:00.000Z`,
);

const group = () => ({
  name: word(),
  description: word(),
  commissionPolicy: 'COMMISSION_EXEMPT',
  freightPolicy: 'FREE_FREIGHT',
});
const unit = () => ({
  name: word(),
  abbreviation: word(),
  type: 'TEMPERATURE',
  ratioNumerator: '5',
  ratioDenominator: '9',
  offsetNumerator: '45967',
  offsetDenominator: '180',
});
const carrier = () => ({ name: word(), accountNumber: word(), customerPortalVisibility: 'HIDDEN' });
const level = () => ({
  name: word(),
  serviceLevelToken: word(),
  customerPortalVisibility: 'HIDDEN',
  isDefault: true,
});

function referenceData(session: Session, settings: Settings): Readonly<Record<string, readonly Example[]>> {
  const id = async (mutation: string, item: object) => ({ id: (await session.write(mutation, item)).id });
  const money = (value: string) => ({ value, unit: { id: settings.dollarId } });
  const term = () => ({
    name: word(),
    type: 'FLAT_RATE_FREIGHT',
    flatRate: money('9.95'),
    minimumOrderValue: money('100.10'),
    freeShippingServiceLevelIds: [settings.serviceLevelId],
  });
  const ofCarrier = () => id('carrierCreate', { name: word() });
  return {
    accountGroupCreate: [() => ({ ...group(), type: 'PRICING_GROUP' })],
    accountGroupUpdate: [
      async () => ({ ...group(), ...(await id('accountGroupCreate', { name: word(), type: 'TYPE_GROUP' })) }),
    ],
    accountGroupsUpsert: [() => ({ ...group(), type: 'PRICING_GROUP', source: record() })],
    carrierCreate: [() => ({ ...carrier(), code: 'UPS' })],
    carrierUpdate: [async () => ({ ...carrier(), ...(await ofCarrier()) })],
    carriersUpsert: [() => ({ ...carrier(), code: 'USPS', source: record() })],
    customerGroupsUpsert: [() => ({ name: word(), code: word(), source: record() })],
    paymentTermCreate: [() => ({ name: word(), status: 'INACTIVE' })],
    paymentTermUpdate: [
      async () => ({
        name: word(),
        status: 'INACTIVE',
        ...(await id('paymentTermCreate', { name: word() })),
      }),
    ],
    paymentTermsUpsert: [() => ({ name: word(), status: 'INACTIVE', source: record() })],
    serviceLevelCreate: [async () => ({ ...level(), carrierId: (await ofCarrier()).id })],
    serviceLevelUpdate: [
      async () => {
        const made = { carrierId: (await ofCarrier()).id, name: word(), serviceLevelToken: word() };
        return { ...level(), ...(await id('serviceLevelCreate', made)) };
      },
    ],
    serviceLevelsUpsert: [async () => ({ ...level(), carrier: await ofCarrier(), source: record() })],
    shippingTermCreate: [term],
    shippingTermUpdate: [
      async () => ({
        ...term(),
        ...(await id('shippingTermCreate', { name: word(), type: 'FREE_FREIGHT' })),
      }),
    ],
    shippingTermsUpsert: [() => ({ ...term(), source: record() })],
    unitCreate: [unit],
    unitsUpsert: [() => ({ ...unit(), source: record() })],
  };
}

function people({ roleId, departmentId }: Settings): Readonly<Record<string, readonly Example[]>> {
  const person = () => ({
    name: word(),
    username: word(),
    imageUrl: 'https://a.example.com/a.png',
    status: 'DISABLED',
    ...{ roleId, departmentId, addSources: [record()] },
  });
  return {
    accountUpdate: [() => ({ name: word() })],
    accountUserUpsert: [
      () => ({ ...person(), by: { email: email() } }),
      () => ({ ...person(), by: { source: record() }, email: email() }),
    ],
    departmentUpsert: [() => ({ name: word(), notes: word(), addSources: [record()] })],
    roleUpsert: [
      () => ({ name: word(), type: 'AGENT', permissions: [`${word()}:read`], addSources: [record()] }),
    ],
  };
}

function shopRecords(
  session: Session,
  newCustomer: () => Promise<{ readonly id: string }>,
): Readonly<Record<string, readonly Example[]>> {
  const of = async () => ({ customer: await newCustomer(), source: record(), createdAt });
  return {
    attachmentsUpsert: [
      async () => ({
        ...(await of()),
        name: word(),
        description: word(),
        url: 'https://a.example.com/a.pdf',
      }),
    ],
    customerSubscriptionsUpsert: [
      async () => ({ ...(await of()), customerEmail: email(), reference: word() }),
    ],
    ordersUpsert: [
      async () => ({
        ...(await of()),
        number: word(),
        status: 'PLACED',
        paymentStatus: 'PAID',
        fulfillmentStatus: 'FULFILLED',
        total: { amount: '12.50', currencyCode: 'EUR' },
        placedAt,
      }),
    ],
    orderSubscriptionsUpsert: [
      async () => ({
        ...(await of()),
        ...{ number: word(), status: 'ACTIVE', frequency: 'monthly', startsAt, nextRunAt, expiresAt },
      }),
    ],
    paymentSourcesUpsert: [async () => ({ ...(await of()), name: word(), type: 'stripe_payments' })],
    returnsUpsert: [
      async () => {
        const item = await of();
        const order = record();
        await session.write('ordersUpsert', { ...item, source: order });
        return { ...item, number: word(), status: 'SHIPPED', order };
      },
    ],
    skuListsUpsert: [async () => ({ ...(await of()), name: word(), slug: word(), description: word() })],
  };
}

/** Inputs of all mutations with an input for a field; together they set each of these inputs. */
export function examplesOf(
  session: Session,
  settings: Settings,
): Readonly<Record<string, readonly Example[]>> {
  const newCustomer = async (item: object = {}) => ({
    id: (await session.write('customerCreate', { name: word(), ...item })).id as string,
  });
  const by = async (item?: object) => ({ by: await newCustomer(item) });
  const priceGroups = [{ id: settings.priceGroupId }];
  const newAddress = async (item: object) =>
    (await session.write('customerAddressCreate', { ...item, address: address() })).id;
  const tags = () => [`t-${word()}`];
  return {
    ...referenceData(session, settings),
    ...people(settings),
    ...shopRecords(session, newCustomer),
    customerAddressCreate: [async () => ({ ...(await by()), address: { ...address(), source: record() } })],
    customerAddressUpdate: [async () => ({ ...address(), id: await newAddress(await by()) })],
    customerAddressesUpsert: [
      async () => ({ customer: await newCustomer(), address: { ...address(), source: record() } }),
    ],
    customerCreate: [
      () => ({ ...created(settings), sources: [record()] }),
      () => ({ name: word(), freightPreferences: { billingType: 'SENDER' } }),
    ],
    customerMetadataPatch: [async () => ({ ...(await by()), patch: { [word()]: 1 } })],
    customerPriceGroupsAdd: [async () => ({ ...(await by()), priceGroups })],
    customerPriceGroupsRemove: [async () => ({ ...(await by({ priceGroups })), priceGroups })],
    customerSetParent: [async () => ({ ...(await by()), parent: { id: settings.parentId } })],
    customerSourceAdd: [async () => ({ ...(await by()), source: record() })],
    customerTagsAdd: [async () => ({ ...(await by()), tags: tags() })],
    customerTagsRemove: [
      async () => {
        const given = tags();
        return { ...(await by({ tags: given })), tags: given };
      },
    ],
    customerUpdate: [
      async () => {
        const item = await by();
        const ids = { billToAddressId: await newAddress(item), shipToAddressId: await newAddress(item) };
        return { ...values(settings), ...item, ...ids };
      },
    ],
    customerUpsert: upserts(settings),
    customersUpsert: upserts(settings),
    shopperPasswordSet: [
      async () => ({ ...(await by({ shopper: { email: email() } })), password: 'correct horse battery' }),
    ],
  };
}
