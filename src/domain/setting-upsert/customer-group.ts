import type { Maybe } from '../../maybe.ts';
import { byName } from '../record-upsert/by-name.ts';
import { noReferences, type RecordType, type UpsertItem } from '../record-upsert/record-type.ts';
import { readSettingText } from '../setting/read.ts';
import { maxLengths, readOptionalText } from '../write/text.ts';

interface CustomerGroupItem extends UpsertItem {
  readonly code?: Maybe<string>;
}

export const customerGroups: RecordType<'CustomerGroup', CustomerGroupItem, null> = {
  model: 'CustomerGroup',
  mutation: 'customerGroupsUpsert',
  noun: 'customer group',
  byName: byName('CustomerGroup'),
  defaults: {},
  unique: [{ column: 'code', among: () => true }],
  resolve: noReferences,
  read: ({ input, faults }) => ({
    name: readSettingText(input.name, 'name', { max: maxLengths.name }, faults),
    code: readOptionalText(input.code, 'code', { max: maxLengths.code }, faults),
  }),
};
