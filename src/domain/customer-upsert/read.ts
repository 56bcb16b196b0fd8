import type { Maybe } from '../../maybe.ts';
import type { SpeakingRecord } from '../customer/derive/speaker.ts';
import type { CustomerInput, GivenCustomer } from '../customer/input.ts';
import type { NewAddress } from '../customer/new-addresses.ts';
import { type GivenSource, readSources, shortIdSources } from '../customer/new-sources.ts';
import { resolveInputs } from '../customer/resolve.ts';
import type { CustomerKey, KeyInput, SourceRecordKey } from '../identifier/key.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { checkKeyFields, readKey, sourcesOf, twinOf } from './upsert-key.ts';

export interface UpsertInput extends Omit<GivenCustomer, 'billToAddressId' | 'shipToAddressId'> {
  readonly by: KeyInput;
  /** True reactivates, false discontinues. */
  readonly active?: Maybe<boolean>;
  readonly addSources?: Maybe<readonly SourceRecordKey[]>;
  /** Of an import: its record, which `by` does not name if the customer is matched by another key. */
  readonly speaksFor?: SpeakingRecord;
  /** Of an import: addresses with records of their own. */
  readonly newAddresses?: readonly NewAddress[];
}

export interface Upsert {
  readonly given: UpsertInput;
  readonly input: CustomerInput;
  readonly key: CustomerKey | undefined;
  /** The other key of the same record: a short id is the id of a record in the warehouse system. */
  readonly twin: CustomerKey | undefined;
  /** The source records that the customer will have, with that of the key. */
  readonly sources: readonly GivenSource[];
  readonly faults: Faults;
}

export interface UpsertRequest {
  readonly input: UpsertInput;
  readonly faults: Faults;
}

/** Reads the keys, and resolves the identifiers of reference data before the settings are locked. */
export async function readAll(write: Write, requests: readonly UpsertRequest[]): Promise<readonly Upsert[]> {
  const inputs = await resolveInputs(
    write,
    requests.map(({ input: given, faults }) => {
      const { by: _by, active: _active, addSources: _add, parent: _parent, ...rest } = given;
      const { speaksFor: _record, newAddresses: _addresses, ...input } = rest;
      return { input, faults };
    }),
  );
  return inputs.flatMap((input, at) => {
    const each = requests[at];
    if (each === undefined) return [];
    const { input: given, faults } = each;
    const key = readKey(given.by, faults);
    if (key !== undefined) checkKeyFields(key, input, faults);
    const twin = key && twinOf(key);
    const added = readSources(given.addSources, 'addSources', faults);
    // Beside this key, a short id is the same or an error.
    const shortIds = key?.kind === 'shortId' ? [] : shortIdSources(given.shortId);
    const sources = [...sourcesOf(key, twin), ...shortIds, ...added];
    return { given, input, key, twin, sources, faults };
  });
}
