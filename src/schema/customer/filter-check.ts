import type { NodeType } from '../../db/model/id.ts';
import type { CustomerFilter } from '../../db/read/customer-filter.ts';
import { maxQueryLength } from '../../db/read/search-words.ts';
import { conditionCount, maxConditions } from '../../db/read/work.ts';
import { expectId } from '../relay/node-id.ts';
import { requestError } from '../relay/request-error.ts';
import { checkAddress } from './address-filter.ts';

const maxDepth = 10;
const maxFilters = 100;
const maxWords = 10;

const idTypes = {
  ids: 'Customer',
  typeIds: 'AccountGroup',
  priceGroupIds: 'AccountGroup',
  customerGroupIds: 'CustomerGroup',
  salesRepIds: 'AccountUser',
  shippingTermIds: 'ShippingTerm',
  paymentTermIds: 'PaymentTerm',
  carrierIds: 'Carrier',
  serviceLevelIds: 'ServiceLevel',
} as const satisfies Partial<Record<keyof CustomerFilter, NodeType>>;

// `Object.entries` returns strings; the type of `idTypes` is narrower.
const idFields = Object.entries(idTypes) as readonly (readonly [keyof typeof idTypes, NodeType])[];

function checkIds(filter: CustomerFilter, path: string): void {
  for (const [field, type] of idFields)
    for (const [at, id] of (filter[field] ?? []).entries()) expectId(`${path}.${field}[${at}]`, id, type);
}

function* nestedIn(
  { and, or, not }: CustomerFilter,
  path: string,
): Iterable<readonly [CustomerFilter, string]> {
  for (const [at, each] of (and ?? []).entries()) yield [each, `${path}.and[${at}]`];
  for (const [at, each] of (or ?? []).entries()) yield [each, `${path}.or[${at}]`];
  if (not) yield [not, `${path}.not`];
}

export function checkFilter(filter: CustomerFilter): void {
  let count = 0;
  const visit = (each: CustomerFilter, path: string, depth: number): void => {
    count += 1;
    if (depth > maxDepth)
      throw requestError(
        'LIMIT_EXCEEDED',
        `\`filter\` is nested more than ${maxDepth} levels deep; combine conditions in fewer levels.`,
      );
    if (count > maxFilters)
      throw requestError(
        'LIMIT_EXCEEDED',
        `\`filter\` contains more than ${maxFilters} filters; use lists of values where possible.`,
      );
    checkIds(each, path);
    if (each.address) checkAddress(each.address, `${path}.address`);
    for (const [inner, place] of nestedIn(each, path)) visit(inner, place, depth + 1);
  };
  visit(filter, 'filter', 1);
  const conditions = conditionCount(filter);
  if (conditions > maxConditions)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`filter\` has ${conditions} conditions; the maximum is ${maxConditions}. Use lists of values where possible.`,
    );
}

export function checkQuery(query: string): void {
  if (query.length > maxQueryLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`query\` has ${query.length} characters; the maximum is ${maxQueryLength}.`,
    );
  const words = query.trim().split(/\s+/).length;
  if (words > maxWords)
    throw requestError('LIMIT_EXCEEDED', `\`query\` has ${words} words; the maximum is ${maxWords}.`);
}
