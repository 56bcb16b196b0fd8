import { partsOf } from './parts.ts';
import { existenceIn } from './relation.ts';

/** Whether one plan serves all filters that give the same SQL. */
export function hasOnePlan(name: string, filter: object): boolean {
  const { leaves, nested } = partsOf(name, filter);
  return (
    leaves.every(
      ({ condition, value }) =>
        existenceIn(Object(value)) !== undefined || condition.hasOnePlan?.(value) === true,
    ) && nested.every((each) => hasOnePlan(each.name, each.filter))
  );
}
