import type { Caller } from '../../gateway.ts';
import { mutate } from '../../mutation.ts';

const user = 'id status name email username imageUrl updatedAt role { id } department { id }';

/** The mutations of people, with the payload's object selected. */
export const peopleOf = (caller: Caller) => ({
  upsertUser: (input: object) =>
    mutate(caller, 'accountUserUpsert', input, `outcome accountUser { ${user} user { id emailVerifiedAt } }`),
  removeUser: (input: object) =>
    mutate(caller, 'accountUserRemove', input, `outcome accountUser { ${user} }`, 'DeleteInput'),
  upsertRole: (input: object) =>
    mutate(
      caller,
      'roleUpsert',
      input,
      'outcome role { id name type permissions owner { type } sources { sourceId } }',
    ),
  deleteRole: (input: object) => mutate(caller, 'roleDelete', input, 'deletedId', 'DeleteInput'),
  upsertDepartment: (input: object) =>
    mutate(caller, 'departmentUpsert', input, 'outcome department { id name notes sources { sourceId } }'),
  deleteDepartment: (input: object) => mutate(caller, 'departmentDelete', input, 'deletedId', 'DeleteInput'),
});
