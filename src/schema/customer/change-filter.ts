import { type ChangedField, rootsOf } from '../../db/model/changed-field.ts';
import { storedActors } from '../../db/read/change-actor.ts';
import type { ChangeFilter } from '../../db/read/change-filter.ts';
import type { Where } from '../../db/read/list.ts';
import { ActorType } from '../account/actor.ts';
import { checkRange } from '../filter/range.ts';
import { DateTimeRange } from '../filter/values.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { CustomerField } from './field-change.ts';
import { CustomerEventAction } from './record.ts';

export const CustomerChangeFilter = builder.inputType('CustomerChangeFilter', {
  description:
    'The conditions that changes must match; all given fields must match. The filter compares the change itself, not the current customer, so the same change always gives the same result.',
  fields: (t) => ({
    actions: t.field({
      type: [CustomerEventAction],
      description: `Matches changes of one of these kinds: at most ${maxPageSize}.`,
    }),
    fields: t.field({
      type: [CustomerField],
      description: `Matches changes of one of these fields, as in \`FieldChange.field\`: at most ${maxPageSize}.`,
    }),
    actorTypes: t.field({
      type: [ActorType],
      description: `Matches changes by one of these kinds of actors: at most ${maxPageSize}.`,
    }),
    actors: t.stringList({
      description: `Matches changes by one of these actors: an account user by its id, a service or a source system by its name, as in \`Actor.name\`. At most ${maxPageSize}.`,
    }),
    occurredAt: t.field({
      type: DateTimeRange,
      description: 'Matches changes in this range of time.',
    }),
  }),
});

export interface GivenFilter extends Pick<ChangeFilter, 'actions' | 'actorTypes' | 'actors' | 'occurredAt'> {
  readonly fields?: readonly ChangedField[] | null | undefined;
}

/** Throws if its range of time is empty. */
export function changeFilterOf(filter: GivenFilter | null | undefined): ChangeFilter {
  const { occurredAt } = filter ?? {};
  if (occurredAt) checkRange('DateTimeRange', occurredAt, 'filter.occurredAt');
  return {
    actions: filter?.actions,
    paths: filter?.fields && rootsOf(filter.fields),
    actorTypes: filter?.actorTypes,
    actors: filter?.actors?.flatMap(storedActors),
    occurredAt,
  };
}

export const whereOf = (filter: ChangeFilter): Where =>
  Object.values(filter).some((each) => each != null) ? { changes: filter } : {};
