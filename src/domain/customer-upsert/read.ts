import type { CustomerInput, GivenCustomer } from '../customer/input.ts';
import { resolveInputs } from '../customer/resolve.ts';
import type { Key, KeyInput } from '../identifier/key.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { checkShopper, readKey } from './upsert-key.ts';

/** Fields that an upsert cannot set: the keys come from `by`. */
type Fixed = 'number' | 'shortId' | 'reference' | 'referenceOrigin' | 'billToAddressId' | 'shipToAddressId';

export interface UpsertInput extends Omit<GivenCustomer, Fixed> {
  readonly by: KeyInput;
  readonly reactivate?: boolean | null | undefined;
}

export interface Upsert {
  readonly given: UpsertInput;
  /** The input with ids, without the parent. */
  readonly input: CustomerInput;
  /** Undefined if the key is invalid. */
  readonly key: Key | undefined;
  readonly faults: Faults;
}

export interface Asked {
  readonly input: UpsertInput;
  readonly faults: Faults;
}

/** Reads the keys, and resolves the identifiers of reference data before the settings are locked. */
export async function readAll(write: Write, asked: readonly Asked[]): Promise<readonly Upsert[]> {
  const inputs = await resolveInputs(
    write,
    asked.map(({ input: { by: _by, reactivate: _reactivate, parent: _parent, ...input }, faults }) => ({
      input,
      faults,
    })),
  );
  return inputs.flatMap((input, at) => {
    const each = asked[at];
    if (each === undefined) return [];
    const { input: given, faults } = each;
    const key = readKey(given.by, faults);
    if (key !== undefined) checkShopper(key, input, faults);
    return { given, input, key, faults };
  });
}
