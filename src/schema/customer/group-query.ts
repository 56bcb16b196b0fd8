import type { List } from '../../db/read/list.ts';
import { workOf } from '../../db/read/work.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import type { ListChoice, PageArgs } from '../relay/page-request.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { CustomerGroup, CustomerGroupConnection, Tag, TagConnection } from './record.ts';

const groups: List<'CustomerGroup'> = {
  name: 'Query.customerGroups',
  model: 'CustomerGroup',
  order: newestFirst,
};

const tags: List<'Tag'> = {
  name: 'Query.tags',
  model: 'Tag',
  order: [{ field: 'name', descending: false }],
};

interface TagArgs extends PageArgs {
  readonly query?: string | null | undefined;
}

/** Names of tags are in lower case. */
function choose({ query }: TagArgs): ListChoice {
  const text = query?.trim().toLowerCase() ?? '';
  return text === '' ? {} : { where: { contains: { name: text } } };
}

builder.queryFields((t) => ({
  customerGroups: t.connection(
    {
      type: CustomerGroup,
      description: 'Returns the account’s customer groups of the shop, newest first.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(groups, '', args, loaders),
    },
    CustomerGroupConnection,
  ),
  tags: t.connection(
    {
      type: Tag,
      description: 'Returns the account’s tags in alphabetical order.',
      args: {
        query: t.arg.string({
          description:
            'Returns only the tags whose name contains this text, regardless of case. Leading and trailing whitespace is ignored.',
        }),
      },
      extensions: { cost: { work: (args: TagArgs) => workOf(tags, choose(args)) }, ...reads() },
      resolve: (_root, args, { loaders }) => pageOf(tags, '', args, loaders, choose),
    },
    TagConnection,
  ),
}));
