import type { NodeType } from '../../db/model/id.ts';
import type { Row } from '../../db/model/table.ts';
import { notFoundText } from '../identifier/listed.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { type CustomerField, customerFields } from './fields.ts';
import type { Plan } from './plan.ts';
import type { References } from './references.ts';

const missingText = (model: NodeType): string =>
  model === 'Address'
    ? 'No address of this customer has this id; `Customer.addresses` lists its addresses.'
    : notFoundText(model);

type ReferenceCheck = (row: never, path: string, faults: Faults, write: Write) => void;

/** A source states what a customer has, before or after its record that takes this out of use. */
const isChoosing = ({ actorType }: Pick<Write, 'actorType'>): boolean => actorType !== 'SOURCE';

/** Checks that an existing row may be chosen; a customer keeps a value that it already has. */
const checks: Partial<Record<CustomerField['column'], ReferenceCheck>> = {
  carrierId: ({ deletedAt }: Row<'Carrier'>, path, faults) => {
    if (deletedAt !== null)
      faults.add('NOT_FOUND', path, 'This carrier was deleted; choose one that `carriers` lists.');
  },
  paymentTermId: ({ status }: Row<'PaymentTerm'>, path, faults, write) => {
    if (status === 'INACTIVE' && isChoosing(write))
      faults.add(
        'INVALID',
        path,
        'This payment term is INACTIVE and can no longer be selected; choose another.',
      );
  },
  salesRepId: ({ status }: Row<'AccountUser'>, path, faults) => {
    if (status === 'REMOVED')
      faults.add('NOT_FOUND', path, 'This account user was removed; choose one that `accountUsers` lists.');
  },
  typeId: ({ type, name }: Row<'AccountGroup'>, path, faults) => {
    if (type !== 'TYPE_GROUP')
      faults.add(
        'WRONG_GROUP_TYPE',
        path,
        'This group is a PRICING_GROUP; choose a group of type TYPE_GROUP.',
        {
          of: 'AccountGroup',
          message: `“${name}” is a PRICING_GROUP; choose a group of type TYPE_GROUP.`,
        },
      );
  },
  parentId: (parent: Row<'Customer'>, path, faults, write) => checkParent(parent, path, faults, write),
};

export function checkParent(
  parent: Row<'Customer'>,
  path: string,
  faults: Faults,
  write: Pick<Write, 'actorType'>,
): void {
  if (parent.parentId !== null)
    faults.add(
      'HIERARCHY_DEPTH',
      path,
      'This customer has a parent, and the hierarchy has two levels; choose a customer without a parent.',
    );
  if (parent.discontinuedAt !== null && isChoosing(write))
    faults.add(
      'DISCONTINUED',
      path,
      'This customer is discontinued; reactivate it first, or choose another.',
    );
}

function checkColumn(
  write: Write,
  field: CustomerField & { readonly kind: 'reference' },
  plan: Plan,
  references: References,
) {
  const { next, compared, faults, addresses } = plan;
  const id = next[field.column] as string | null;
  const isNew = addresses.some(({ after }) => after.address.id === id);
  if (id === null || id === compared?.[field.column] || isNew) return;
  const row = references.get(field.model, id);
  const isForeign =
    row !== undefined && field.model === 'Address' && (row as Row<'Address'>).customerId !== plan.id;
  if (row === undefined || isForeign) faults.add('NOT_FOUND', field.input, missingText(field.model));
  // Each check takes rows of its own column's model.
  else checks[field.column]?.(row as never, field.input, faults, write);
}

function checkServiceLevel({ next, compared, faults }: Plan, references: References): void {
  if (next.carrierId === compared?.carrierId && next.serviceLevelId === compared?.serviceLevelId) return;
  const level = references.get('ServiceLevel', next.serviceLevelId);
  if (level !== undefined && next.carrierId !== null && level.carrierId !== next.carrierId)
    faults.add(
      'WRONG_CARRIER',
      'freightPreferences.serviceLevel',
      'The service level belongs to another carrier: choose one of the default carrier’s `serviceLevels`, or set it to null.',
    );
}

function checkPriceGroups({ priceGroupIds = [], input, faults }: Plan, references: References): void {
  for (const id of priceGroupIds) {
    const path = `priceGroups.${input.priceGroups?.indexOf(id)}`;
    const group = references.get('AccountGroup', id);
    if (group === undefined) faults.add('NOT_FOUND', path, notFoundText('AccountGroup'));
    else if (group.type !== 'PRICING_GROUP')
      faults.add(
        'WRONG_GROUP_TYPE',
        path,
        'This group is a TYPE_GROUP; choose groups of type PRICING_GROUP, and give this one as `type`.',
        {
          of: 'AccountGroup',
          message: `“${group.name}” is a TYPE_GROUP; choose groups of type PRICING_GROUP, and give this one as \`type\`.`,
        },
      );
  }
}

export function checkReferences(write: Write, plan: Plan, references: References): void {
  for (const field of customerFields)
    if (field.kind === 'reference') checkColumn(write, field, plan, references);
  checkServiceLevel(plan, references);
  checkPriceGroups(plan, references);
}
