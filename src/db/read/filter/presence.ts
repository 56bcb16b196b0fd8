import type { Maybe } from '../../../maybe.ts';
import { raw, type Sql, sql } from '../../model/table.ts';

export const isPresent = (value: Sql, exists: boolean): Sql =>
  sql`${value} ${raw(exists ? 'is not null' : 'is null')}`;

/** The condition of `exists`; none if it is null or absent. */
export const presence = (value: Sql, exists: Maybe<boolean>): readonly Sql[] =>
  typeof exists === 'boolean' ? [isPresent(value, exists)] : [];
