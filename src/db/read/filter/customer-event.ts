import { type ChangedField, rootsOf } from '../../model/changed-field.ts';
import { anyOf, raw, ref, sql, table } from '../../model/table.ts';
import { type ActorType, actorTypeIn, storedActors } from '../change-actor.ts';
import { pathCondition } from '../change-filter.ts';
import type { Condition, Definition } from './condition.ts';
import { conditionsOn } from './kinds.ts';

const { values, range } = conditionsOn('CustomerEvent');
const { column } = table('CustomerEvent');

const fields: Condition<readonly ChangedField[]> = {
  type: ['CustomerField'],
  description: 'Matches events with a change of one of these fields, as in `FieldChange.field`.',
  computed: () => 1,
  sql: (names, alias) => [pathCondition(rootsOf(names), ref(alias, column('changes')))],
};

const actorTypes: Condition<readonly ActorType[]> = {
  type: ['ActorType'],
  description: 'Matches events by one of these kinds of actors.',
  sql: (types, alias) => [sql`${actorTypeIn(alias)} = ${anyOf(types, 'text')}`],
};

const actors: Condition<readonly string[]> = {
  type: ['String'],
  description:
    'Matches events by one of these actors: an account user by its id, a service or a source system by its name, as in `Actor.name`.',
  sql: (names, alias) => [
    sql`${ref(alias, column('actor'))} = ${anyOf(names.flatMap(storedActors), 'text')}`,
  ],
};

const bySalesRep: Condition<boolean> = {
  type: 'Boolean',
  description:
    'Matches events by the account user who is the customer’s default sales rep now if true, by all others if false.',
  computed: () => 1,
  sql(wanted, alias) {
    const customer = `${alias}c`;
    return [
      sql`${raw(wanted ? '' : 'not ')}exists (select from customers ${raw(customer)}
        where ${raw(`${customer}.account_id = ${alias}.account_id and ${customer}.id = ${alias}.customer_id`)}
        and ${raw(`${customer}.sales_rep_id = ${alias}.actor`)})`,
    ];
  },
};

export const customerEvents = {
  model: 'CustomerEvent',
  rows: 'events',
  description:
    'The conditions that an event in the history of a customer must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect; an empty list matches nothing.',
  fields: {
    actions: values('action', 'CustomerEventAction', 'Matches events of one of these kinds.'),
    fields,
    actorTypes,
    actors,
    bySalesRep,
    occurredAt: range('occurredAt', 'Matches events in this range of time.'),
  },
} as const satisfies Definition;
