import { isObject } from '../../is-object.ts';
import type { Payload, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { deriveCustomers } from './derive/customers.ts';
import { statedMetadata } from './derive/speaker.ts';
import type { CustomerRow } from './fields.ts';
import { checkMetadata } from './input.ts';
import { lockCustomer, settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import { saveCustomers } from './save.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** RFC 7396: null removes a key, objects are patched recursively, any other value replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch))
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  return Object.fromEntries(merged);
}

export function patchMetadata(
  writer: Writer,
  input: About & { readonly patch: JsonObject },
): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerMetadataPatch', input }, async (write) => {
    const current = await lockCustomer(write, input);
    const plan = current && (await planFor(write, current, input.by));
    const metadata = mergePatch(plan ? statedMetadata(plan) : {}, input.patch);
    checkMetadata(metadata, 'patch', write.faults);
    settleFor(current, write);
    if (plan === undefined) return { id: null };
    // An object patched with an object is an object, and the scalar accepts only JSON.
    const next = { ...plan.next, metadata: metadata as CustomerRow['metadata'] };
    const plans = await deriveCustomers(write, [{ ...plan, next, touched: ['metadata'] }]);
    await saveCustomers(write, plans);
    return { id: current.id };
  });
}
