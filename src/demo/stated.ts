import { decisionsOf, isConflict } from '../domain/customer/derive/derive.ts';
import { defaultRules } from '../domain/customer/derive/rule.ts';
import { type Values, valuesOf } from '../domain/customer/derive/values.ts';
import type { DemoRow } from './rows.ts';

type Customer = Omit<DemoRow<'Customer'>, 'pins' | 'baseline' | 'hasConflicts'>;
type Json = DemoRow<'Customer'>['pins'];

interface SourceKey {
  readonly system: DemoRow<'CustomerSource'>['system'];
  readonly sourceId: string;
}

interface Stated extends Pick<DemoRow<'Customer'>, 'pins' | 'baseline' | 'hasConflicts'> {
  readonly valuesOf: (source: SourceKey) => Json;
}

const nothing: Stated = { pins: null, baseline: null, hasConflicts: false, valuesOf: () => null };

/** The warehouse has another spelling of the name and of the phone number. */
function valuesIn({ system }: SourceKey, { name, contactPhone }: Customer): Values | null {
  const phone = contactPhone ?? '';
  if (system === 'AUGNO') return { name, ...(phone && { contactPhone: phone }) };
  if (system !== 'WAREHOUSE') return null;
  return { name: name.toUpperCase(), ...(phone && { contactPhone: phone.replaceAll(/\D/g, '') }) };
}

/** What some customers with records in the sales system and in the warehouse are derived from. */
export function statedOf(customer: Customer, sources: readonly SourceKey[]): Stated {
  const systems = sources.map(({ system }) => system);
  const isDerived =
    /[15]$/.test(customer.number) && systems.includes('AUGNO') && systems.includes('WAREHOUSE');
  if (!isDerived) return nothing;
  const records = sources.map((source) => ({
    ...{ ...source, modifiedAt: null, isGone: false, values: valuesIn(source, customer) ?? {} },
  }));
  const pins: Values = /(01|25)$/.test(customer.number) ? { name: customer.name } : {};
  const baseline = valuesOf(customer, { priceGroups: [], tags: [] });
  return {
    // Values are JSON.
    pins: (Object.keys(pins).length > 0 ? pins : null) as Json,
    baseline: baseline as Json,
    hasConflicts: decisionsOf({ records, pins, baseline }, defaultRules).some(isConflict),
    valuesOf: (source) => valuesIn(source, customer) as Json,
  };
}
