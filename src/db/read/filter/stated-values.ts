import type { Maybe } from '../../../maybe.ts';
import { type FieldGroup, fixedUnits, metadataPart } from '../../model/field-group.ts';
import { anyOf, join, type Row, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition } from './condition.ts';

type System = Row<'CustomerSource'>['system'];

/** The groups of fields in which records, of these systems if given, are compared. */
export interface SourceDifference {
  readonly fieldGroups: readonly FieldGroup[];
  readonly systems?: Maybe<readonly System[]>;
}

/** The parts of a group in the stored values; undefined for metadata, whose parts are its keys. */
const partsOf = (group: FieldGroup): readonly string[] | undefined =>
  fixedUnits.find((unit) => unit.group === group)?.parts;

const record = 's';
const stated = ref(record, table('CustomerSource').column('values'));
const keyOf = (row: string): Sql => raw(`${row}.account_id, ${row}.customer_id`);
const blank = raw(`('null', '""', '[]')`);

/** A part of the values as it is compared: amounts by their number, lists in one order. */
function comparable(part: string): Sql {
  if (part === 'creditLimitValue') return sql`to_jsonb(trim_scale((${stated} ->> ${part})::numeric))`;
  const value = sql`(${stated} -> ${part})`;
  return sql`case jsonb_typeof(${value}) when 'array'
    then (select jsonb_agg(item order by item) from jsonb_array_elements(${value}) item) else ${value} end`;
}

/** Whether a customer's records have several values of a group. Those without a value do not count. */
function differs(parts: readonly string[]): Sql {
  const filled = parts.map((part) => sql`coalesce(${stated} -> ${part}, 'null') not in ${blank}`);
  return sql`count(distinct jsonb_build_array(${join(parts.map(comparable))}))
    filter (where ${join(filled, ' or ')}) > 1`;
}

const metadataDiffers = (records: Sql): Sql => sql`select ${keyOf(record)}
  from ${records}, jsonb_each(${stated}) part
  where part.key like ${`${metadataPart('')}%`} and part.value not in ${blank}
  group by ${keyOf(record)}, part.key having count(distinct part.value) > 1`;

function differing({ fieldGroups, systems }: SourceDifference): readonly Sql[] {
  const ofSystems = systems ? sql` and s.system = ${anyOf(systems, 'source_system')}` : raw('');
  const records = sql`(select s.* from customer_sources s where s."values" is not null${ofSystems}) s`;
  const groups = fieldGroups.flatMap((group) => {
    const parts = partsOf(group);
    return parts === undefined ? [] : [differs(parts)];
  });
  return [
    ...(groups.length === 0
      ? []
      : [sql`select ${keyOf(record)} from ${records} group by 1, 2 having ${join(groups, ' or ')}`]),
    ...(fieldGroups.includes('METADATA') ? [metadataDiffers(records)] : []),
  ];
}

export const sourcesDiffer: Condition<SourceDifference> = {
  type: 'SourceDifference',
  description:
    'Matches customers whose source records have different values of the same fields, regardless of the customer’s own values. `hasConflicts` matches only conflicts without a pin.',
  price: 'filterRelated',
  computed: ({ fieldGroups }) => new Set(fieldGroups).size,
  sql(difference, alias) {
    const among = differing({ ...difference, fieldGroups: [...new Set(difference.fieldGroups)] }).map(
      (customers) => isAmong(alias, customers),
    );
    return [among.length === 0 ? sql`false` : sql`(${join(among, ' or ')})`];
  },
};

/** Whether an account user's decision holds for a field. */
export const pinned: Condition<readonly FieldGroup[]> = {
  type: ['CustomerFieldGroup'],
  description: 'Matches customers with a pinned value in any of these groups of fields.',
  computed: () => 1,
  sql(groups, alias) {
    const pins = ref(alias, table('Customer').column('pins'));
    const parts = groups.flatMap((group) => partsOf(group) ?? []);
    const ofMetadata = groups.includes('METADATA')
      ? sql` or exists (select from jsonb_object_keys(${pins}) part where part like ${`${metadataPart('')}%`})`
      : raw('');
    return [sql`(jsonb_exists_any(${pins}, ${parts}::text[])${ofMetadata})`];
  },
};
