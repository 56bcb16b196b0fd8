import { newId } from '../../db/model/id.ts';
import type { Row } from '../../db/model/table.ts';
import { insertRows, updateRows } from '../../db/write/rows.ts';
import { changeTime } from '../customer/version.ts';
import type { About } from '../setting/mutation.ts';
import type { SourceKey } from '../source/records.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type AccountUserRows, locateAccountUser, lockById } from './find-account-user.ts';
import type { UpsertAnswer, UpsertPayload } from './named.ts';
import { type AccountUserInput, readSeat, readUser } from './read-account-user.ts';
import { readSources, saveSources } from './source.ts';

type Values = Readonly<Record<string, string | null | undefined>>;

/** The values that differ from the row. */
function changesOf<R extends object>(row: R, values: Values): readonly (readonly [string, string | null])[] {
  const before = row as Values;
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === before[name] ? [] : [[name, value] as const],
  );
}

interface Draft {
  readonly user: Values;
  readonly seat: Values;
  /** The source records to link. */
  readonly added: readonly SourceKey[];
  /** The source record that the user was found by. */
  readonly found?: SourceKey | undefined;
}

async function create(write: Write, { user, seat, added }: Draft): Promise<UpsertAnswer> {
  const { accountId } = write;
  const [userId, id] = [newId('User'), newId('AccountUser')];
  const given = (values: Values) => Object.fromEntries(changesOf({}, values));
  const at = changeTime();
  const common = { accountId, createdAt: at, updatedAt: at };
  await insertRows(write, 'User', [{ ...given(user), ...common, id: userId }]);
  await insertRows(write, 'AccountUser', [{ status: 'ACTIVE', ...given(seat), ...common, id, userId }]);
  await saveSources(write, id, added, undefined, at);
  return { id, outcome: 'CREATED' };
}

async function update(
  write: Write,
  current: AccountUserRows,
  { user, seat, added, found }: Draft,
): Promise<UpsertAnswer> {
  const ofUser = changesOf(current.user, user);
  const ofSeat = changesOf(current.seat, seat);
  const { id } = current.seat;
  if (ofUser.length + ofSeat.length + added.length === 0) return { id, outcome: 'UNCHANGED' };
  if (ofUser.length > 0) {
    const changed = { ...Object.fromEntries(ofUser), updatedAt: changeTime(current.user) };
    // The columns of the values, which are those of the model.
    const columns = Object.keys(changed) as (keyof Row<'User'>)[];
    await updateRows(write, 'User', [{ ...changed, id: current.user.id }], columns);
  }
  const updatedAt = changeTime(current.seat);
  const changed = { ...Object.fromEntries(ofSeat), updatedAt };
  // As above.
  const columns = Object.keys(changed) as (keyof Row<'AccountUser'>)[];
  await updateRows(write, 'AccountUser', [{ ...changed, id }], columns);
  await saveSources(write, id, added, found, updatedAt);
  return { id, outcome: 'UPDATED' };
}

export function upsertAccountUser(writer: Writer, input: AccountUserInput): UpsertPayload {
  return writer.run({ name: 'accountUserUpsert', input }, async (write) => {
    const { current, email, source: found } = await locateAccountUser(write, input.by);
    const user = await readUser(write, input, current?.user, email);
    const seat = await readSeat(write, input, current?.seat);
    const linked = { model: 'AccountUser', id: current?.seat.id } as const;
    const added = await readSources(write, input.addSources, linked, found);
    write.faults.settle();
    const draft = { user, seat, added, found };
    return current === undefined ? create(write, draft) : update(write, current, draft);
  });
}

/** Ends the user's access. The row stays, since customers and their history refer to it. */
export function removeAccountUser(writer: Writer, input: About): UpsertPayload {
  return writer.run({ name: 'accountUserRemove', input }, async (write) => {
    const current = await lockById(write, input.id, 'id');
    write.faults.settle();
    if (current === undefined) throw new Error('A missing account user has no user error.');
    return update(write, current, { user: {}, seat: { status: 'REMOVED' }, added: [] });
  });
}
