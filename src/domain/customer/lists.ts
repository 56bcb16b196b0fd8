import { lockRows } from '../../db/write/rows.ts';
import { notFoundText } from '../identifier/listed.ts';
import { type ReferenceDataIdentifier, resolveReferenceData } from '../identifier/reference-data.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { deriveCustomers } from './derive/customers.ts';
import { statedList } from './derive/speaker.ts';
import { readId } from './input.ts';
import { lockCustomer, settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import { maxPriceGroups, type Plan } from './plan.ts';
import { loadPriceGroups } from './price-groups.ts';
import { groupReferences } from './resolve.ts';
import { saveCustomers } from './save.ts';
import { checkTagCount, loadTags, readTags } from './tags.ts';

type Combine = (before: readonly string[], given: readonly string[]) => readonly string[];

const added: Combine = (before, given) => [...new Set([...before, ...given])];
const removed: Combine = (before, given) => before.filter((each) => !given.includes(each));

interface GroupsInput extends About {
  readonly priceGroups: readonly ReferenceDataIdentifier[];
}

interface TagsInput extends About {
  readonly tags: readonly string[];
}

async function readGroups(
  write: Write,
  given: readonly ReferenceDataIdentifier[],
): Promise<readonly string[]> {
  const { faults } = write;
  const resolved = await resolveReferenceData(write, groupReferences(given, faults));
  const ids = resolved.flatMap((id, at) =>
    id === undefined ? [] : (readId(id, 'AccountGroup', `priceGroups.${at}`, faults) ?? []),
  );
  await lockRows(write, 'AccountGroup', [...new Set(ids)], 'key share');
  const groups = new Map((await write.rows('AccountGroup', 'id', ids)).map((each) => [each.id, each]));
  for (const [at, id] of resolved.entries()) {
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined && ids.includes(id))
      faults.add('NOT_FOUND', `priceGroups.${at}`, notFoundText('AccountGroup'));
    if (group?.type === 'TYPE_GROUP')
      faults.add(
        'WRONG_GROUP_TYPE',
        `priceGroups.${at}`,
        'This group is a TYPE_GROUP; choose groups of type PRICING_GROUP.',
        {
          of: 'AccountGroup',
          message: `“${group.name}” is a TYPE_GROUP; choose groups of type PRICING_GROUP.`,
        },
      );
  }
  return ids;
}

function checkGroupCount(ids: readonly string[], faults: Faults): void {
  if (ids.length > maxPriceGroups)
    faults.add('LIMIT_EXCEEDED', 'priceGroups', `The maximum is ${maxPriceGroups} price groups.`, {
      of: 'Customer',
      message: `The customer would have ${ids.length} price groups; the maximum is ${maxPriceGroups}.`,
    });
}

const saveList = async (write: Write, plan: Plan): Promise<unknown> =>
  saveCustomers(write, await deriveCustomers(write, [plan]));

async function changeGroups(write: Write, input: GroupsInput, combine: Combine): Promise<CustomerAnswer> {
  const { faults } = write;
  const given = await readGroups(write, input.priceGroups);
  const current = await lockCustomer(write, input);
  const plan = current && (await planFor(write, current, input.by));
  const present = (await loadPriceGroups(write, plan ? [plan.id] : [])).get(plan?.id ?? '') ?? [];
  const priceGroupIds = combine(plan ? statedList(plan, 'priceGroups', present) : [], given);
  if (combine === added) checkGroupCount(priceGroupIds, faults);
  settleFor(current, write);
  if (plan !== undefined) await saveList(write, { ...plan, priceGroupIds, touched: ['priceGroups'] });
  return { id: current.id };
}

async function changeTags(write: Write, input: TagsInput, combine: Combine): Promise<CustomerAnswer> {
  const { faults } = write;
  const current = await lockCustomer(write, input);
  const given = readTags(input.tags, faults);
  const plan = current && (await planFor(write, current, input.by));
  const present = (await loadTags(write, plan ? [plan.id] : [])).get(plan?.id ?? '') ?? [];
  const tags = combine(plan ? statedList(plan, 'tags', present) : [], given);
  if (combine === added) checkTagCount(tags, faults);
  settleFor(current, write);
  if (plan !== undefined) await saveList(write, { ...plan, tags, touched: ['tags'] });
  return { id: current.id };
}

type Answer = Promise<Payload<CustomerAnswer>>;

export const addPriceGroups = (writer: Writer, input: GroupsInput): Answer =>
  writer.run({ name: 'customerPriceGroupsAdd', input }, (write) => changeGroups(write, input, added));

export const removePriceGroups = (writer: Writer, input: GroupsInput): Answer =>
  writer.run({ name: 'customerPriceGroupsRemove', input }, (write) => changeGroups(write, input, removed));

export const addTags = (writer: Writer, input: TagsInput): Answer =>
  writer.run({ name: 'customerTagsAdd', input }, (write) => changeTags(write, input, added));

export const removeTags = (writer: Writer, input: TagsInput): Answer =>
  writer.run({ name: 'customerTagsRemove', input }, (write) => changeTags(write, input, removed));
