import type { Maybe } from '../../maybe.ts';
import type { Faults } from '../write/faults.ts';

interface Fixed<T> {
  readonly path: string;
  readonly faults: Faults;
  /** The row that the item matches; a row of the system reports a change itself. */
  readonly current: { readonly accountId: string | null } | undefined;
  readonly before: T | undefined;
  readonly isSame?: (before: T, given: T) => boolean;
}

/** Reads a value that cannot be changed after the creation. */
export function readFixed<T>(
  given: Maybe<T>,
  { path, faults, current, before, isSame = Object.is }: Fixed<T>,
): T | undefined {
  if (given === undefined || given === null) {
    if (given === null && current !== undefined && before != null) addFixed(path, faults);
    return undefined;
  }
  if (current === undefined || current.accountId === null) return given;
  if (before == null || !isSame(before, given)) addFixed(path, faults);
  return undefined;
}

const addFixed = (path: string, faults: Faults): void =>
  faults.add(
    'INVALID',
    path,
    'The field cannot be changed after creation; omit it, or send its current value.',
  );
