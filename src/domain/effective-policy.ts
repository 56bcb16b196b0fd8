/** A policy that applies to a customer, with its source. */
export interface EffectivePolicy<Value, Group> {
  readonly value: Value;
  readonly source: 'CUSTOMER' | 'TYPE_GROUP' | 'PRICE_GROUP';
  /** The group that sets the policy; null if the customer sets it. */
  readonly via: Group | null;
}

export interface Groups<Group> {
  /** The customer's type group. */
  type(): Promise<Group | null>;
  /** The first of the customer's price groups that exempts it. */
  priceGroup(): Promise<Group | null>;
}

/**
 * A customer is exempt by its own field, its type group or any of its price groups. The first of these that
 * exempts it decides; later ones are not loaded.
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
