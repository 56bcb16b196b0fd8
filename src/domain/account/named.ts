import { type Row, sql, table } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import type { Maybe } from '../../maybe.ts';
import type { Outcome } from '../customer/save.ts';
import { changeTime } from '../customer/version.ts';
import { Overtaken } from '../identifier/find.ts';
import { quoted, type SourceRecordKey } from '../identifier/key.ts';
import type { Keys } from '../setting/mutation.ts';
import { checkFree } from '../setting/read.ts';
import {
  changeSetting,
  findSetting,
  insertSetting,
  lockSetting,
  type SettingColumns,
  settled,
} from '../setting/row.ts';
import { maxLengths, readRequiredText } from '../write/text.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { readSources, saveSources } from './source.ts';

export type NamedModel = 'Department' | 'Role';

export interface NamedInput extends Keys {
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly addSources?: Maybe<readonly SourceRecordKey[]>;
}

export interface UpsertAnswer {
  readonly id: string;
  readonly outcome: Outcome;
}

export type UpsertPayload = Promise<Payload<UpsertAnswer>>;

const nouns = { Department: 'department', Role: 'role' } as const;

/** The rows with the name, ignoring case: the account's before the system's, exact names first. */
async function findByName({ run, accountId }: Write, model: NamedModel, name: string) {
  const { name: named, visible } = table(model);
  const rows = await run(sql`/* peopleByName */ select t.id, t.name, t.account_id is null,
      (2 * (t.account_id is null)::integer + (t.name <> ${name})::integer)::text as rank
    from ${named} t where ${visible('t', accountId)}
      and lower(t.name collate "und-x-icu") = lower(${name}::text collate "und-x-icu") order by rank, t.id`);
  const [best] = rows;
  return rows
    .filter(([, , , rank]) => rank === best?.[3])
    .map(([id, found, isSystem]) => ({ id: String(id), name: String(found), isSystem: isSystem === 't' }));
}

async function lockByName<M extends NamedModel>(
  write: Write,
  model: M,
  name: string,
): Promise<Row<M> | undefined> {
  const [match, ...others] = await findByName(write, model, name);
  if (match === undefined) return undefined;
  if (match.isSystem)
    write.faults.add(
      'SYSTEM_OWNED',
      'name',
      `The system has a ${nouns[model]} with this name, which cannot be changed; choose another name.`,
    );
  if (others.length > 0)
    write.faults.add(
      'AMBIGUOUS',
      'name',
      `More than one ${nouns[model]} matches ${quoted(name)}; use the exact name or the id.`,
    );
  if (match.isSystem || others.length > 0) return undefined;
  await lockRows(write, model, [match.id], 'no key update');
  const row = await findSetting(write, model, match.id);
  // It was deleted or renamed since the lookup.
  if (row?.name !== match.name) throw new Overtaken(name);
  return row;
}

async function lockById<M extends NamedModel>(write: Write, model: M, id: string, name: string | undefined) {
  const current = await lockSetting(write, model, id, 'no key update');
  const taken = { model, column: 'name', value: name, current, among: () => true } as const;
  if (current !== undefined && current.name !== name) await checkFree<NamedModel>(write, taken);
  return current;
}

/** Creates or updates the row with the id or, without an id, with the name. A match by name keeps its name. */
export function upsertNamed<M extends NamedModel, I extends NamedInput>(
  writer: Writer,
  mutation: string,
  model: M,
  input: I,
  read: (write: Write, current: Row<M> | undefined) => SettingColumns<M>,
): UpsertPayload {
  const { id } = input;
  return writer.run({ name: mutation, input }, async (write) => {
    const name = readRequiredText(input.name, 'name', { max: maxLengths.name }, write.faults);
    const known =
      id != null
        ? lockById(write, model, id, name)
        : name === undefined
          ? undefined
          : lockByName(write, model, name);
    const current = await known;
    const columns = read(write, current);
    const added = await readSources(write, input.addSources, { model, id: current?.id });
    write.faults.settle();
    // Both models have a name; the generic type cannot express it.
    const named = { ...columns, name } as SettingColumns<M>;
    if (current === undefined) {
      const created = await insertSetting(write, model, named);
      await saveSources(write, created, added, undefined, changeTime());
      return { id: created, outcome: 'CREATED' };
    }
    const isChanged = await changeSetting(
      write,
      model,
      settled(current, write),
      id == null ? columns : named,
      added.length > 0,
    );
    await saveSources(write, current.id, added, undefined, changeTime());
    return { id: current.id, outcome: isChanged ? 'UPDATED' : 'UNCHANGED' };
  });
}
