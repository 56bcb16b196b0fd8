import { byName } from '../record-upsert/by-name.ts';
import { readFixed } from '../record-upsert/fixed.ts';
import { noReferences, type RecordType, type UpsertItem } from '../record-upsert/record-type.ts';
import { type CarrierCreateInput, isOwnCarrier, readCarrierColumns } from '../setting/carrier.ts';

export const carriers: RecordType<'Carrier', CarrierCreateInput & UpsertItem, null> = {
  model: 'Carrier',
  mutation: 'carriersUpsert',
  noun: 'carrier',
  byName: byName('Carrier'),
  defaults: { customerPortalVisibility: 'VISIBLE' },
  unique: [{ column: 'name', among: isOwnCarrier }],
  resolve: noReferences,
  read({ input, faults, current }) {
    const code = readFixed(input.code, { path: 'code', faults, current, before: current?.code });
    const isNew = current === undefined;
    return { ...readCarrierColumns(input, (isNew ? code : current.code) ?? null, faults, isNew), code };
  },
};
