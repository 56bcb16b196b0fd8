import type { List } from '../../db/read/list.ts';
import { namedList } from '../filter/named-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { newestFirst } from '../relay/relation.ts';
import { CustomerGroup, CustomerGroupConnection, Tag, TagConnection } from './record.ts';

const groups: List<'CustomerGroup'> = {
  name: 'Query.customerGroups',
  model: 'CustomerGroup',
  order: newestFirst,
};

const namedGroups = namedList('CustomerGroup', 'groups');
const namedTags = namedList('Tag', 'tags');

const tags: List<'Tag'> = {
  name: 'Query.tags',
  model: 'Tag',
  order: [{ field: 'name', descending: false }],
};

builder.queryFields((t) => ({
  customerGroups: t.connection(
    {
      type: CustomerGroup,
      description:
        'Returns the account’s customer groups of the shop, newest first unless `orderBy` is given.',
      args: namedGroups.args,
      extensions: namedGroups.extensions(groups),
      resolve: (_root, args, { loaders }) => pageOf(groups, '', args, loaders, namedGroups.choose),
    },
    CustomerGroupConnection,
  ),
  tags: t.connection(
    {
      type: Tag,
      description: 'Returns the account’s tags, in the order of their names unless `orderBy` is given.',
      args: namedTags.args,
      extensions: namedTags.extensions(tags),
      resolve: (_root, args, { loaders }) => pageOf(tags, '', args, loaders, namedTags.choose),
    },
    TagConnection,
  ),
}));
