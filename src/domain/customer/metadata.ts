import { isObject } from '../../is-object.ts';
import type { Payload, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
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
    const metadata = mergePatch(current?.metadata ?? {}, input.patch);
    checkMetadata(metadata, 'patch', write.faults);
    settleFor(current, write);
    const plan = await planFor(write, current);
    // An object patched with an object is an object, and the scalar accepts only JSON.
    await saveCustomers(write, [
      { ...plan, next: { ...plan.next, metadata: metadata as CustomerRow['metadata'] } },
    ]);
    return { id: current.id };
  });
}
