export interface EffectivePolicy<Value, Group> {
  readonly value: Value;
  readonly source: 'CUSTOMER' | 'TYPE_GROUP' | 'PRICE_GROUP';
  readonly via: Group | null;
}

export interface Groups<Group> {
  type(): Promise<Group | null>;
  priceGroup(): Promise<Group | null>;
}

/** The first of field, type group and price groups that exempts decides; later ones are not loaded. */
export async function effectivePolicy<Value, Group>(
  exempt: Value,
  own: Value,
  policyOf: (group: Group) => Value,
  groups: Groups<Group>,
): Promise<EffectivePolicy<Value, Group>> {
  if (own === exempt) return { value: exempt, source: 'CUSTOMER', via: null };
  const type = await groups.type();
  if (type !== null && policyOf(type) === exempt) return { value: exempt, source: 'TYPE_GROUP', via: type };
  const priceGroup = await groups.priceGroup();
  if (priceGroup !== null) return { value: exempt, source: 'PRICE_GROUP', via: priceGroup };
  return { value: own, source: 'CUSTOMER', via: null };
}
