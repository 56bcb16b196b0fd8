-- migrate: no transaction
-- migrate: expand
-- The owner's policies raise an error outside app.maintenance. They used to hide all rows, so that a dump by the owner
-- was empty without an error. The role customer_gateway is not affected.

-- Volatile, so that the planner never evaluates it. Parallel safe, so that maintenance keeps its parallel plans.
create or replace function maintenance_required() returns boolean language plpgsql volatile parallel safe as $$
begin
  raise exception 'the owner of this table can use its rows only with app.maintenance on'
    using errcode = 'insufficient_privilege',
      hint = 'Set app.maintenance to on: PGOPTIONS=''-c app.maintenance=on'' for pg_dump and psql, or the statement: set app.maintenance = ''on''.';
end $$;

create or replace function protect_table(name regclass) returns void language plpgsql as $$
declare
  owner text := current_user;
  nullable boolean;
  own constant text := 'account_id = (select current_setting(''app.account_id'', true))';
begin
  select not attnotnull into strict nullable from pg_attribute
    where attrelid = name and attname = 'account_id' and not attisdropped;
  execute format('grant select, insert, update, delete on %s to customer_gateway', name);
  execute format('alter table %s enable row level security, force row level security', name);
  -- Rows without an account belong to the system: every account can read them, none can write them.
  execute format('create policy account_select on %s for select to customer_gateway using (%s)', name,
    case when nullable then own || ' or account_id is null' else own end);
  execute format('create policy account_insert on %s for insert to customer_gateway with check (%s)', name, own);
  execute format('create policy account_update on %s for update to customer_gateway using (%s) with check (%s)', name, own, own);
  execute format('create policy account_delete on %s for delete to customer_gateway using (%s)', name, own);
  -- The owner can use the rows only in maintenance sessions: migrations, demo data, backups.
  execute format('create policy maintenance on %s to %I using (
    case when current_setting(''app.maintenance'', true) = ''on'' then true else maintenance_required() end)', name, owner);
end $$;

-- One table at a time, so that each is locked only while its policy changes. The policy of customer_search has no
-- condition and stays.
do $$
declare
  policy record;
begin
  for policy in
    select polrelid::regclass::text as name from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'maintenance' and c.relnamespace = to_regnamespace(current_schema())
      and pg_get_expr(p.polqual, p.polrelid) like '%app.maintenance%'
      and pg_get_expr(p.polqual, p.polrelid) not like '%maintenance_required%'
    order by c.relname
  loop
    execute format('alter policy maintenance on %s using (
      case when current_setting(''app.maintenance'', true) = ''on'' then true else maintenance_required() end)',
      policy.name);
    commit;
  end loop;
end $$;
