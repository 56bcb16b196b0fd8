import type { Maybe } from '../../maybe.ts';
import { type About, deleteSetting, type SettingPayload } from '../setting/mutation.ts';
import { checkUnused } from '../setting/read.ts';
import { maxLengths, readOptionalText } from '../write/text.ts';
import type { Writer } from '../write/writer.ts';
import { type NamedInput, type UpsertPayload, upsertNamed } from './named.ts';

export interface DepartmentInput extends NamedInput {
  readonly notes?: Maybe<string>;
}

export function upsertDepartment(writer: Writer, input: DepartmentInput): UpsertPayload {
  return upsertNamed(writer, 'departmentUpsert', 'Department', input, ({ faults }) => ({
    notes: readOptionalText(input.notes, 'notes', { max: maxLengths.description }, faults),
  }));
}

export function deleteDepartment(writer: Writer, input: About): SettingPayload {
  return deleteSetting(writer, { name: 'departmentDelete', input }, 'Department', async (write) => {
    const { prisma, accountId, faults } = write;
    const where = { accountId, departmentId: input.id };
    checkUnused(await prisma((tx) => tx.accountUser.count({ where })), 'AccountUser', faults);
  });
}
