import type { Db } from '../src/db/client.ts';
import type { Prisma } from '../src/db/generated/client.ts';
import { newId, typeOfId } from '../src/db/model/id.ts';
import { type SourcedModel, sourced } from '../src/domain/source/sourced.ts';
import * as add from './builders.ts';

const { word } = add;

type Customer = Awaited<ReturnType<typeof add.addCustomer>>;

/** New settings in the account, with all fields set; nothing else refers to them. */
async function addSettings(db: Db, accountId: string) {
  const [unit, carrier, paymentTerm, type, priceGroup, salesRep, customerGroup] = await Promise.all([
    add.addUnit(db, accountId),
    add.addCarrier(db, accountId),
    add.addPaymentTerm(db, accountId),
    add.addGroup(db, accountId, 'TYPE_GROUP', { commissionPolicy: 'COMMISSION_EXEMPT' }),
    add.addGroup(db, accountId, 'PRICING_GROUP', { freightPolicy: 'FREE_FREIGHT' }),
    add.addAccountUser(db, accountId),
    db.customerGroup.create({
      data: { id: newId('CustomerGroup'), accountId, name: `Shop ${word()}`, code: word() },
    }),
  ]);
  const [serviceLevel, shippingTerm] = await Promise.all([
    add.addServiceLevel(db, accountId, carrier.id),
    add.addShippingTerm(db, accountId, {
      flatRateValue: '9.95',
      flatRateUnitId: unit.id,
      minimumOrderValueValue: '499.99',
      minimumOrderValueUnitId: unit.id,
    }),
  ]);
  await db.shippingTermServiceLevel.create({
    data: { accountId, shippingTermId: shippingTerm.id, serviceLevelId: serviceLevel.id },
  });
  return {
    unit,
    carrier,
    serviceLevel,
    paymentTerm,
    shippingTerm,
    type,
    priceGroup,
    salesRep,
    customerGroup,
  };
}

/** A source record of each object that can have one. */
async function addSources(db: Db, accountId: string, ids: readonly (string | null)[]): Promise<void> {
  const rows = ids.flatMap((id) => {
    const model = id === null ? undefined : typeOfId(id);
    const owner = model !== undefined && model in sourced ? sourced[model as SourcedModel] : undefined;
    return owner === undefined ? [] : { type: owner.type, [owner.column]: id };
  });
  await db.objectSource.createMany({
    data: rows.map((row) => ({ ...row, accountId, system: 'AUGNO', sourceId: word() })),
  });
}

/** One row of each kind that belongs to a customer. */
async function addBelongings(db: Db, { accountId, id: customerId, shortId }: Customer, actor: string) {
  const own = { accountId, customerId };
  const system = shortId === null ? 'COMMERCE_LAYER' : 'WAREHOUSE';
  const tag = await db.tag.create({ data: { accountId, id: newId('Tag'), name: `tag-${word()}` } });
  const order = await db.order.create({
    data: {
      ...own,
      id: newId('Order'),
      number: word(),
      totalAmount: '1234.5',
      currencyCode: 'USD',
      placedAt: new Date(),
    },
  });
  const [address, ...others] = await Promise.all([
    add.addAddress(db, accountId, customerId),
    db.customerTag.create({ data: { ...own, tagId: tag.id } }),
    db.shopperCredential.create({ data: { ...own, passwordHash: `scrypt$16384$8$1$${word()}` } }),
    db.customerSource.create({
      data: { ...own, system, sourceId: shortId ?? word(), seenAt: new Date() },
    }),
    db.attachment.create({
      data: {
        ...own,
        id: newId('Attachment'),
        name: word(),
        description: word(),
        url: `https://files.example.com/${word()}`,
      },
    }),
    db.customerEvent.create({
      data: {
        ...own,
        id: newId('CustomerEvent'),
        action: 'UPDATE',
        ...{ actor, actorType: 'ACCOUNT_USER' },
        changes: [{ field: 'note', oldValue: word(), newValue: word() }],
      },
    }),
    db.paymentSource.create({
      data: { ...own, id: newId('PaymentSource'), name: word(), type: 'wire_transfers' },
    }),
    db.customerSubscription.create({
      data: {
        ...own,
        id: newId('CustomerSubscription'),
        customerEmail: `${word()}@example.com`,
        reference: word(),
      },
    }),
    order,
    db.orderSubscription.create({
      data: {
        ...own,
        id: newId('OrderSubscription'),
        number: word(),
        frequency: 'monthly',
        startsAt: new Date('2026-01-01T00:00:00Z'),
        expiresAt: new Date('2027-01-01T00:00:00Z'),
        nextRunAt: new Date('2026-12-01T00:00:00Z'),
      },
    }),
    db.return.create({ data: { ...own, id: newId('Return'), orderId: order.id, number: word() } }),
    db.skuList.create({
      data: { ...own, id: newId('SkuList'), name: word(), slug: word(), description: word() },
    }),
  ]);
  const ids = others.flatMap((row) => ('id' in row ? row.id : []));
  return { address, tag, ids: [address.id, ...ids] };
}

/**
 * A customer with all fields set, and an import run, whose settings belong to the account and to no other customer: a null in a
 * response means that the field was not read. Its type sets its commission policy, its price group sets its
 * freight policy.
 */
export async function addWholeCustomer(
  db: Db,
  accountId: string,
  values: Partial<Prisma.CustomerUncheckedCreateInput> = {},
) {
  const [settings, priority] = await Promise.all([addSettings(db, accountId), add.havePriority(db)]);
  const customer = await add.addCustomer(db, accountId, {
    note: word(),
    typeId: settings.type.id,
    commissionPolicy: 'COMMISSION_APPLIED',
    creditLimitValue: '1000.5',
    creditLimitUnitId: settings.unit.id,
    contactName: `Contact ${word()}`,
    contactEmail: `${word()}@example.com`,
    contactPhone: word(),
    contactFax: word(),
    contactUrl: `https://${word()}.example.com`,
    carrierId: settings.carrier.id,
    serviceLevelId: settings.serviceLevel.id,
    billingType: 'THIRD_PARTY',
    billingAccount: word(),
    paymentTermId: settings.paymentTerm.id,
    shippingTermId: settings.shippingTerm.id,
    priorityId: priority.id,
    salesRepId: settings.salesRep.id,
    shortId: `S-${word()}`,
    shopperEmail: `${word()}@example.com`,
    shopperStatus: 'ACQUIRED',
    shopperReference: word(),
    totalOrdersCount: 1,
    customerGroupId: settings.customerGroup.id,
    reference: word(),
    referenceOrigin: word(),
    metadata: { key: word() },
    ...values,
  });
  const [{ address, tag, ids }] = await Promise.all([
    addBelongings(db, customer, settings.salesRep.id),
    add.addToPriceGroup(db, accountId, customer.id, settings.priceGroup.id),
    add.addImportRun(db, accountId),
  ]);
  await db.customer.update({
    where: { accountId_id: { accountId, id: customer.id } },
    data: { billToAddressId: address.id, shipToAddressId: address.id },
  });
  const { roleId, departmentId } = settings.salesRep;
  const own = Object.values(settings).map(({ id }) => id);
  await addSources(db, accountId, [...ids, ...own, roleId, departmentId]);
  return { ...settings, customer, address, tag };
}
