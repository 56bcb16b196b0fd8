/** A policy that holds for a customer, and where it comes from. */
export interface EffectivePolicy<Value, Group> {
  readonly value: Value;
  readonly source: 'CUSTOMER' | 'TYPE_GROUP' | 'PRICE_GROUP';
  /** The group that it comes from; null when it is the customer's own. */
  readonly via: Group | null;
}

export interface Groups<Group> {
  /** The customer's type group. */
  type(): Promise<Group | null>;
  /** The first of the customer's price groups that exempts. */
  priceGroup(): Promise<Group | null>;
}

/**
 * Exempt is who is exempt by the customer's own field, or by its type group, or by any price group: the first of
 * these that says so decides, and what comes after it is not read.
 */
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
