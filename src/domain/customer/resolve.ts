import {
  addNoSource,
  type DataReference,
  isNamed,
  type ReferenceDataIdentifier,
  resolveReferenceData,
  type ServiceLevelIdentifier,
} from '../identifier/reference-data.ts';
import type { Faults } from '../write/faults.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { customerFields } from './fields.ts';
import { type CustomerInput, type GivenCustomer, givenAt, type LevelToken } from './input.ts';

/** A caller's input without its parent: mutations resolve customers when they lock them. */
export interface Given {
  readonly input: Omit<GivenCustomer, 'parent'>;
  readonly faults: Faults;
}

/** Price groups in an input. */
export const groupReferences = (
  given: readonly ReferenceDataIdentifier[],
  faults: Faults,
): readonly DataReference[] =>
  given.map((by, at) => ({ model: 'AccountGroup', by, path: `priceGroups.${at}`, faults }));

/** The fields that name reference data; a service level has its own identifier. */
const fields = customerFields.flatMap(({ input, ...field }) =>
  field.kind === 'reference' && isNamed(field.model) ? { path: input, model: field.model } : [],
);

/** The identifiers in the fields of an input. */
const fieldsIn = ({ input, faults }: Given): readonly FieldReference[] =>
  fields.flatMap(({ model, path }) => {
    const by = givenAt(input, path)?.value;
    // The schema gives every field of a named model its identifier.
    return by == null ? [] : { model, path, by: by as DataReference['by'], faults };
  });

type FieldReference = DataReference & { readonly path: string };

const groupsIn = ({ input, faults }: Given): readonly DataReference[] =>
  groupReferences(input.priceGroups ?? [], faults);

/** A copy of the object with another part at the path. */
function replaced(value: unknown, [first, ...rest]: readonly string[], part: unknown): unknown {
  if (first === undefined) return part;
  // Only paths of an input's fields are replaced: each part is an object's.
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [first]: replaced(object[first], rest, part) };
}

function levelOf(by: ServiceLevelIdentifier, faults: Faults): string | LevelToken | undefined {
  if (by.id != null) return by.id;
  if (by.token != null) return { token: trimmed(by.token) ?? '' };
  addNoSource('service level', 'freightPreferences.serviceLevel', faults);
  return undefined;
}

/** A service level cannot be checked if the carrier given with it does not exist. */
function withServiceLevel(input: CustomerInput, { input: given, faults }: Given): CustomerInput {
  const { carrier, serviceLevel } = given.freightPreferences ?? {};
  if (serviceLevel == null) return input;
  const preferences = input.freightPreferences ?? {};
  const isUnknown = carrier != null && preferences.carrier === undefined;
  const level = levelOf(serviceLevel, faults);
  return {
    ...input,
    freightPreferences: { ...preferences, serviceLevel: isUnknown ? undefined : level },
  };
}

/** Replaces the identifiers of reference data in inputs by ids, in one statement for each type. */
export async function resolveInputs(write: Write, all: readonly Given[]): Promise<readonly CustomerInput[]> {
  const fields = all.map(fieldsIn);
  const groups = all.map(groupsIn);
  const ids = await resolveReferenceData(write, [...fields.flat(), ...groups.flat()]);
  const next = ids.values();
  const resolved = all.map(({ input }, at) =>
    (fields[at] ?? []).reduce<unknown>(
      (before, { path }) => replaced(before, path.split('.'), next.next().value),
      input,
    ),
  );
  return all.map((given, at) => {
    const priceGroups = given.input.priceGroups?.map(() => next.next().value);
    // All identifiers are replaced now, except the service level's.
    const input = { ...(resolved[at] as CustomerInput), ...(priceGroups && { priceGroups }) };
    return withServiceLevel(input, given);
  });
}
