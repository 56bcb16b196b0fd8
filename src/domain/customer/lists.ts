import { lockRows } from '../../db/write-rows.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { readId } from './input.ts';
import { lockCustomer, settleFor } from './lock.ts';
import type { CustomerAnswer } from './mutations.ts';
import { mostPriceGroups } from './plan.ts';
import { loadPriceGroups } from './price-groups.ts';
import { saveCustomers } from './save.ts';
import { checkTagCount, loadTags, readTags } from './tags.ts';

/** The new list, from the present and the given one. */
type Combine = (before: readonly string[], given: readonly string[]) => readonly string[];

const added: Combine = (before, given) => [...new Set([...before, ...given])];
const removed: Combine = (before, given) => before.filter((each) => !given.includes(each));

interface GroupsInput extends About {
  readonly groupIds: readonly string[];
}

interface TagsInput extends About {
  readonly tags: readonly string[];
}

async function readGroups(write: Write, given: readonly string[]): Promise<readonly string[]> {
  const { faults } = write;
  const ids = given.flatMap((id, at) => readId(id, 'AccountGroup', `groupIds.${at}`, faults) ?? []);
  await lockRows(write, 'AccountGroup', [...new Set(ids)], 'key share');
  const groups = new Map((await write.rows('AccountGroup', 'id', ids)).map((each) => [each.id, each]));
  for (const [at, id] of given.entries()) {
    const group = groups.get(id);
    if (group === undefined && ids.includes(id))
      faults.add(
        'NOT_FOUND',
        `groupIds.${at}`,
        'There is no account group with this id; `accountGroups` lists them.',
      );
    if (group?.type === 'TYPE_GROUP')
      faults.add(
        'WRONG_GROUP_TYPE',
        `groupIds.${at}`,
        'This group is a TYPE_GROUP; give groups of type PRICING_GROUP.',
        {
          of: 'AccountGroup',
          message: `“${group.name}” is a TYPE_GROUP; give groups of type PRICING_GROUP.`,
        },
      );
  }
  return ids;
}

function checkGroupCount(ids: readonly string[], faults: Faults): void {
  if (ids.length > mostPriceGroups)
    faults.add('LIMIT_EXCEEDED', 'groupIds', `A customer can be in ${mostPriceGroups} price groups.`, {
      of: 'Customer',
      message: `A customer can be in ${mostPriceGroups} price groups; these would be ${ids.length}.`,
    });
}

async function changeGroups(write: Write, input: GroupsInput, combine: Combine): Promise<CustomerAnswer> {
  const { faults } = write;
  const given = await readGroups(write, input.groupIds);
  const current = await lockCustomer(write, input);
  const groups = await loadPriceGroups(write, current === undefined ? [] : [current.id]);
  const priceGroupIds = combine(groups.get(current?.id ?? '') ?? [], given);
  if (combine === added) checkGroupCount(priceGroupIds, faults);
  settleFor(current, write);
  await saveCustomers(write, [{ ...(await planFor(write, current)), priceGroupIds }]);
  return { id: current.id };
}

async function changeTags(write: Write, input: TagsInput, combine: Combine): Promise<CustomerAnswer> {
  const { faults } = write;
  const current = await lockCustomer(write, input);
  const given = readTags(input.tags, faults);
  const known = await loadTags(write, current === undefined ? [] : [current.id]);
  const tags = combine(known.get(current?.id ?? '') ?? [], given);
  if (combine === added) checkTagCount(tags, faults);
  settleFor(current, write);
  await saveCustomers(write, [{ ...(await planFor(write, current)), tags }]);
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
