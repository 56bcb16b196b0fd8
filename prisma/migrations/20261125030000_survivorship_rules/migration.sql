-- migrate: no transaction
-- migrate: expand
-- The survivorship rules of an account, and the run that derives its customers again after a change of them.

create table if not exists survivorship_rules (
  account_id text collate "C" not null,
  field_group text collate "C" not null,
  kind text collate "C" not null,
  systems text[] collate "C" not null default array[]::text[],
  constraint survivorship_rules_pkey primary key (account_id, field_group),
  constraint survivorship_rules_kind check (kind in ('SOURCE_SEQUENCE', 'MOST_RECENT', 'UNION')),
  constraint survivorship_rules_account_id_fkey foreign key (account_id) references accounts (id)
    on delete restrict on update restrict
);

create table if not exists survivorship_runs (
  account_id text collate "C" not null,
  revision integer not null default 1,
  actor text collate "C",
  actor_type actor_type,
  started_at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3),
  position text collate "C" not null default '',
  total integer not null default 0,
  derived integer not null default 0,
  changed integer not null default 0,
  constraint survivorship_runs_pkey primary key (account_id),
  constraint survivorship_runs_account_id_fkey foreign key (account_id) references accounts (id)
    on delete restrict on update restrict
);

create index if not exists survivorship_runs_open on survivorship_runs (account_id) where ended_at is null;

create index concurrently if not exists customers_derived on customers (account_id, id) where baseline is not null;

create or replace trigger survivorship_rules_account_is_fixed before update of account_id on survivorship_rules
  for each row when (new.account_id is distinct from old.account_id) execute function account_is_fixed();
create or replace trigger survivorship_runs_account_is_fixed before update of account_id on survivorship_runs
  for each row when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

do $$ begin
  if not (select relrowsecurity from pg_class where oid = 'survivorship_rules'::regclass) then
    perform protect_table('survivorship_rules');
  end if;
  if not (select relrowsecurity from pg_class where oid = 'survivorship_runs'::regclass) then
    perform protect_table('survivorship_runs');
  end if;
end $$;

-- The runs of all accounts that have not ended.
create or replace function survivorship_open_runs() returns setof survivorship_runs
language plpgsql volatile security definer rows 1 set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  return query select * from survivorship_runs r where r.ended_at is null order by r.account_id;
  perform set_config('app.maintenance', before, true);
end $$;

revoke execute on function survivorship_open_runs() from public;

grant execute on function survivorship_open_runs() to customer_gateway;
