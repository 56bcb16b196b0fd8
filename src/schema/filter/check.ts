import type { FilterName } from '../../db/read/filter/filters.ts';
import type { MetadataFilter } from '../../db/read/filter/metadata.ts';
import type { MoneyFilter } from '../../db/read/filter/money.ts';
import { type Leaf, partsOf } from '../../db/read/filter/parts.ts';
import type { QuantityFilter } from '../../db/read/filter/quantity.ts';
import type { CountFilter, SumFilter } from '../../db/read/filter/related-list.ts';
import { operatorsOf, type StringFilter } from '../../db/read/filter/text.ts';
import { conditionCount, maxConditions } from '../../db/read/filter/weight.ts';
import { expectId } from '../relay/node-id.ts';
import { canonical } from '../relay/page-request.ts';
import { requestError } from '../relay/request-error.ts';
import { checkRange } from './range.ts';
import { maxPathLength, maxTextLength } from './values.ts';

const maxDepth = 10;
const maxFilters = 100;

function checkLength(text: string, path: string): void {
  if (text.length > maxTextLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`${path}\` has ${text.length} characters; the maximum is ${maxTextLength}.`,
    );
}

function checkText(text: string, path: string): void {
  if (text === '')
    throw requestError(
      'BAD_USER_INPUT',
      `\`${path}\` is an empty string; give at least one character, or use \`exists\`.`,
    );
  checkLength(text, path);
}

function checkTexts(filter: StringFilter, path: string): void {
  if (operatorsOf(filter).length === 0)
    throw requestError(
      'BAD_USER_INPUT',
      `\`${path}\` has no condition; give at least one of \`equals\`, \`in\`, \`startsWith\`, \`contains\` and \`exists\`.`,
    );
  for (const name of ['equals', 'startsWith', 'contains'] as const) {
    const text = filter[name];
    if (typeof text === 'string') checkText(text, `${path}.${name}`);
  }
  for (const [at, text] of (filter.in ?? []).entries()) checkText(text, `${path}.in[${at}]`);
}

function checkQuantity({ from, to, unitId, unit }: QuantityFilter, path: string): void {
  if (unitId && unit)
    throw requestError('BAD_USER_INPUT', `\`${path}\` has \`unitId\` and \`unit\`; give one of them.`);
  if ((from || to) && !unitId && !unit)
    throw requestError('BAD_USER_INPUT', `\`${path}\` has no unit; give \`unitId\` or \`unit\`.`);
  if (typeof unitId === 'string') expectId(`${path}.unitId`, unitId, 'Unit');
  if (typeof unit === 'string') checkText(unit, `${path}.unit`);
}

function checkMoney({ from, to, currencyCode }: MoneyFilter, path: string): void {
  if ((from || to) && !currencyCode)
    throw requestError('BAD_USER_INPUT', `\`${path}\` has no currency; give \`currencyCode\`.`);
  if (typeof currencyCode === 'string') checkText(currencyCode, `${path}.currencyCode`);
}

function checkMetadata({ path: keys, ...conditions }: MetadataFilter, path: string): void {
  const { equals, contains, in: list } = conditions;
  if (Object.values(conditions).every((each) => each == null))
    throw requestError(
      'BAD_USER_INPUT',
      `\`${path}\` has no condition; give at least one of \`equals\`, \`in\`, \`contains\`, \`from\`, \`to\` and \`exists\`.`,
    );
  if (keys.length === 0)
    throw requestError('BAD_USER_INPUT', `\`${path}.path\` is empty; give at least one key.`);
  if (keys.length > maxPathLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`${path}.path\` has ${keys.length} keys; the maximum is ${maxPathLength}.`,
    );
  for (const [at, key] of keys.entries()) checkText(key, `${path}.path[${at}]`);
  if (typeof equals === 'string') checkLength(equals, `${path}.equals`);
  if (typeof contains === 'string') checkText(contains, `${path}.contains`);
  for (const [at, text] of (list ?? []).entries()) checkLength(text, `${path}.in[${at}]`);
}

function checkLeaf({ condition: { type, idsOf }, value }: Leaf, path: string): void {
  // A value has the type that its condition declares.
  if (typeof type === 'string') checkRange(type, Object(value), path);
  if (type === 'StringFilter') checkTexts(value as StringFilter, path);
  if (type === 'QuantityFilter') checkQuantity(value as QuantityFilter, path);
  if (type === 'MoneyFilter') checkMoney(value as MoneyFilter, path);
  if (type === 'MetadataFilter') checkMetadata(value as MetadataFilter, path);
  if (idsOf)
    for (const [at, id] of (value as readonly string[]).entries()) expectId(`${path}[${at}]`, id, idsOf);
}

function checkBounds(bounds: CountFilter | SumFilter, path: string): void {
  if (bounds.from == null && bounds.to == null)
    throw requestError('BAD_USER_INPUT', `\`${path}\` has no bound; give \`from\`, \`to\` or both.`);
  checkRange('IntRange', bounds, path);
}

interface Grouped {
  readonly count?: CountFilter | null;
  readonly sum?: SumFilter | null;
}

function checkGroups({ count, sum }: Grouped, path: string): void {
  if (count) checkBounds(count, `${path}.count`);
  if (!sum) return;
  checkBounds(sum, `${path}.sum`);
  checkText(sum.currencyCode, `${path}.sum.currencyCode`);
}

/** Throws if a filter has too many parts or an invalid value. */
export function checkFilter(name: FilterName, filter: object): void {
  let count = 0;
  const visit = (each: string, inner: object, path: string, depth: number): void => {
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
    const { conditions, leaves, nested } = partsOf(each, inner);
    for (const { path: field, condition, value } of conditions)
      if (condition.relation?.kind === 'many') checkGroups(Object(value), `${path}.${field}`);
    for (const leaf of leaves) checkLeaf(leaf, `${path}.${leaf.path}`);
    for (const part of nested) visit(part.name, part.filter, `${path}.${part.path}`, depth + 1);
  };
  visit(name, filter, 'filter', 1);
  const total = conditionCount(name, filter);
  if (total > maxConditions)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`filter\` has ${total} conditions; the maximum is ${maxConditions}. Use lists of values where possible.`,
    );
}

/** The filter, checked; equal filters have equal JSON. */
export function checkedFilter<F extends object>(name: FilterName, filter: F | null | undefined): F | null {
  if (!filter) return null;
  checkFilter(name, filter);
  // Only null and absent fields are removed.
  return canonical(filter) as F;
}
