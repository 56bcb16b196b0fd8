import { word } from '../builders.ts';
import type { Session } from './session.ts';

export const email = (): string => `${word()}@example.com`;

/** A source record; the form of its id is valid in every system. */
export const record = () => ({ system: 'AUGNO', sourceId: `test:${word()}` });

/** Objects that customers refer to, which the session has created. */
export async function createSettings(session: Session) {
  const id = async (mutation: string, item: object): Promise<string> =>
    (await session.write(mutation, item)).id;
  const [carrierId, otherCarrierId] = [
    await id('carrierCreate', { name: word() }),
    await id('carrierCreate', { name: word() }),
  ];
  const level = (of: string) =>
    id('serviceLevelCreate', { carrierId: of, name: word(), serviceLevelToken: word() });
  const { units } = await session.ask('Query', '{ units(type: CURRENCY) { nodes { id name } } }');
  const dollar = units.nodes.find(({ name }: { readonly name: string }) => name === 'US dollar');
  return {
    carrierId,
    serviceLevelId: await level(carrierId),
    otherLevelId: await level(otherCarrierId),
    dollarId: String(dollar.id),
    paymentTermId: await id('paymentTermCreate', { name: word() }),
    shippingTermId: await id('shippingTermCreate', { name: word(), type: 'FREE_FREIGHT' }),
    typeId: await id('accountGroupCreate', { name: word(), type: 'TYPE_GROUP' }),
    priceGroupId: await id('accountGroupCreate', { name: word(), type: 'PRICING_GROUP' }),
    customerGroupId: await id('customerGroupsUpsert', { name: word() }),
    roleId: await id('roleUpsert', { name: word() }),
    departmentId: await id('departmentUpsert', { name: word() }),
    salesRepId: await id('accountUserUpsert', { by: { email: email() } }),
    parentId: await id('customerCreate', { name: word() }),
  };
}

export type Settings = Awaited<ReturnType<typeof createSettings>>;
