import {
  addUnlinked,
  type DataReference,
  isNamed,
  type ReferenceDataIdentifier,
  resolveReferenceData,
  type ServiceLevelIdentifier,
} from '../identifier/reference-data.ts';
import { findBySources, type SourceKey, sourceToken } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { customerFields } from './fields.ts';
import { type CustomerInput, type GivenCustomer, givenAt, type LevelToken } from './input.ts';

/** A caller's input without its parent: mutations resolve customers when they lock them. */
interface UnresolvedInput {
  readonly input: Omit<GivenCustomer, 'parent'>;
  readonly faults: Faults;
}

export const groupReferences = (
  given: readonly ReferenceDataIdentifier[],
  faults: Faults,
): readonly DataReference[] =>
  given.map((by, at) => ({ model: 'AccountGroup', by, path: `priceGroups.${at}`, faults }));

/** The fields that name reference data; a service level has its own identifier. */
const fields = customerFields.flatMap(({ input, path: parts, ...field }) =>
  field.kind === 'reference' && isNamed(field.model) ? { path: input, parts, model: field.model } : [],
);

const fieldsIn = ({ input, faults }: UnresolvedInput): readonly FieldReference[] =>
  fields.flatMap(({ model, path, parts }) => {
    const by = givenAt(input, parts)?.value;
    // The schema gives every field of a named model its identifier.
    return by == null ? [] : { model, path, by: by as DataReference['by'], faults };
  });

type FieldReference = DataReference & { readonly path: string };

const groupsIn = ({ input, faults }: UnresolvedInput): readonly DataReference[] =>
  groupReferences(input.priceGroups ?? [], faults);

function replaced(value: unknown, [first, ...rest]: readonly string[], part: unknown): unknown {
  if (first === undefined) return part;
  // Only paths of an input's fields are replaced: each part is an object's.
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [first]: replaced(object[first], rest, part) };
}

type Linked = ReadonlyMap<string, string>;

const levelSource = ({ source }: ServiceLevelIdentifier): SourceKey | undefined =>
  source == null
    ? undefined
    : { model: 'ServiceLevel', system: source.system, sourceId: trimmed(source.sourceId) ?? '' };

function levelOf(
  by: ServiceLevelIdentifier,
  faults: Faults,
  linked: Linked,
): string | LevelToken | undefined {
  if (by.id != null) return by.id;
  const source = levelSource(by);
  if (source === undefined) return { token: trimmed(by.token ?? '') ?? '' };
  const id = linked.get(sourceToken(source));
  if (id === undefined) addUnlinked('service level', 'freightPreferences.serviceLevel', faults);
  return id;
}

/** A service level cannot be checked if the carrier given with it does not exist. */
function withServiceLevel(
  input: CustomerInput,
  { input: given, faults }: UnresolvedInput,
  linked: Linked,
): CustomerInput {
  const { carrier, serviceLevel } = given.freightPreferences ?? {};
  if (serviceLevel == null) return input;
  const preferences = input.freightPreferences ?? {};
  const isUnknown = carrier != null && preferences.carrier === undefined;
  const level = levelOf(serviceLevel, faults, linked);
  return {
    ...input,
    freightPreferences: { ...preferences, serviceLevel: isUnknown ? undefined : level },
  };
}

export async function resolveInputs(
  write: Write,
  all: readonly UnresolvedInput[],
): Promise<readonly CustomerInput[]> {
  const fields = all.map(fieldsIn);
  const groups = all.map(groupsIn);
  const levels = all.flatMap(({ input }) => input.freightPreferences?.serviceLevel ?? []);
  const [ids, linked] = await Promise.all([
    resolveReferenceData(write, [...fields.flat(), ...groups.flat()]),
    findBySources(
      write,
      levels.flatMap((by) => levelSource(by) ?? []),
    ),
  ]);
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
    return withServiceLevel(input, given, linked);
  });
}
