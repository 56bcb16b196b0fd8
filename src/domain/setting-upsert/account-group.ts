import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { byName } from '../record-upsert/by-name.ts';
import { readFixed } from '../record-upsert/fixed.ts';
import { noReferences, type RecordType, type UpsertItem } from '../record-upsert/record-type.ts';
import { type AccountGroupInput, readAccountGroupColumns } from '../setting/account-group.ts';

interface AccountGroupItem extends AccountGroupInput, UpsertItem {
  readonly name?: Maybe<string>;
  readonly type?: Maybe<Row<'AccountGroup'>['type']>;
}

export const accountGroups: RecordType<'AccountGroup', AccountGroupItem, null> = {
  model: 'AccountGroup',
  mutation: 'accountGroupsUpsert',
  noun: 'account group',
  byName: byName('AccountGroup'),
  defaults: { commissionPolicy: 'COMMISSION_APPLIED', freightPolicy: 'BILLED_FREIGHT' },
  unique: [{ column: 'name', among: () => true }],
  resolve: noReferences,
  read: ({ input, faults, current }) => ({
    ...readAccountGroupColumns(input, faults, current === undefined),
    type: readFixed(input.type, { path: 'type', faults, current, before: current?.type }),
  }),
};
