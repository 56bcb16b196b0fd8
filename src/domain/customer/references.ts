import type { ModelName, Row } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import type { Write } from '../write/writer.ts';
import { customerFields } from './fields.ts';
import type { CustomerInput } from './input.ts';
import type { Plan } from './plan.ts';

export class References {
  readonly #rows = new Map<string, object>();

  add(model: ModelName, rows: readonly object[]): void {
    for (const row of rows) this.#rows.set(`${model} ${(row as { readonly id: string }).id}`, row);
  }

  get<M extends ModelName>(model: M, id: string | null): Row<M> | undefined {
    // `add` stored the row under its own model.
    return this.#rows.get(`${model} ${id}`) as Row<M> | undefined;
  }
}

/** Locks groups and carriers before any customer: they can be taken out of use while customers use them. */
export async function lockSettings(write: Write, inputs: readonly CustomerInput[]): Promise<void> {
  const carriers = inputs.flatMap(({ freightPreferences }) => freightPreferences?.carrier ?? []);
  const groups = inputs
    .flatMap(({ type, priceGroups }) => [...(priceGroups ?? []), type])
    .filter((id) => id != null);
  await lockRows(write, 'AccountGroup', [...new Set(groups)], 'key share');
  await lockRows(write, 'Carrier', [...new Set(carriers)], 'share');
}

export async function loadReferences(write: Write, plans: readonly Plan[]): Promise<References> {
  const wanted = new Map<ModelName, Set<string>>();
  const want = (model: ModelName, id: string | null) => {
    if (id !== null) wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
  };
  for (const { next, compared, priceGroupIds } of plans) {
    for (const field of customerFields)
      if (field.kind === 'reference' && next[field.column] !== compared?.[field.column])
        want(field.model, next[field.column] as string | null);
    if (next.carrierId !== compared?.carrierId) want('ServiceLevel', next.serviceLevelId);
    for (const id of priceGroupIds ?? []) want('AccountGroup', id);
  }
  const found = new References();
  for (const [model, ids] of wanted) found.add(model, await write.rows(model, 'id' as never, [...ids]));
  return found;
}
