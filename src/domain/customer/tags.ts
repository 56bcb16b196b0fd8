import { newId } from '../../db/model/id.ts';
import { deleteRows, insertRows } from '../../db/write/rows.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { type ListChange, type Pair, pairsOnlyIn } from './list-change.ts';

export const maxTags = 10;
const tagPattern = /^[a-z0-9_:-]+$/;

export function readTags(given: readonly string[], faults: Faults): readonly string[] {
  const tags = given.map((tag) => trimmed(tag)?.toLowerCase() ?? '');
  for (const [at, tag] of tags.entries())
    if (tag.length > maxLengths.tag)
      faults.add(
        'TOO_LONG',
        ['tags', String(at)],
        `The tag has ${tag.length} characters; the maximum is ${maxLengths.tag}.`,
      );
    else if (!tagPattern.test(tag))
      faults.add(
        'INVALID',
        ['tags', String(at)],
        'A tag consists of 1 or more of `a-z`, `0-9`, `_`, `:` and `-`.',
      );
  return [...new Set(tags)];
}

export function checkTagCount(tags: readonly string[], faults: Faults): void {
  if (tags.length > maxTags)
    faults.add('LIMIT_EXCEEDED', 'tags', `The maximum is ${maxTags} tags.`, {
      of: 'Customer',
      message: `The customer would have ${tags.length} tags; the maximum is ${maxTags}.`,
    });
}

export async function loadTags(
  write: Write,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await write.rows('CustomerTag', 'customerId', customerIds);
  const tags = await write.rows('Tag', 'id', [...new Set(links.map(({ tagId }) => tagId))]);
  const nameOf = new Map(tags.map(({ id, name }) => [id, name]));
  const names = new Map(customerIds.map((id): [string, string[]] => [id, []]));
  for (const { customerId, tagId } of links) names.get(customerId)?.push(nameOf.get(tagId) ?? '');
  for (const each of names.values()) each.sort();
  return names;
}

/** Returns tag ids by name and creates missing tags. Sorted, so that two transactions cannot deadlock. */
async function haveTags(
  { accountId, ...write }: Write,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sorted = [...names].sort();
  const known = await write.rows('Tag', 'name', sorted);
  const missing = sorted.filter((name) => !known.some((tag) => tag.name === name));
  const made = missing.map((name) => ({ accountId, id: newId('Tag'), name }));
  await insertRows({ accountId, ...write }, 'Tag', made, { orSkip: true });
  const tags = missing.length === 0 ? known : await write.rows('Tag', 'name', sorted);
  return new Map(tags.map(({ id, name }) => [name, id]));
}

export async function saveTags(write: Write, changes: readonly ListChange[]): Promise<void> {
  const [gone, added] = [pairsOnlyIn('before', changes), pairsOnlyIn('after', changes)];
  if (gone.length + added.length === 0) return;
  const ids = await haveTags(write, [...new Set([...gone, ...added].map(({ value }) => value))]);
  const link = ({ customerId, value }: Pair) => ({
    accountId: write.accountId,
    customerId,
    tagId: ids.get(value) ?? '',
  });
  await deleteRows(write, 'CustomerTag', gone.map(link));
  await insertRows(write, 'CustomerTag', added.map(link), { orSkip: true });
}
