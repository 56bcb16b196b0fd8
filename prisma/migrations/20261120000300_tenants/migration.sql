-- Row-level security: whoever serves requests sees the rows of the account in the setting app.account_id, and no
-- others. It serves as the role customer_gateway, which owns nothing; a login becomes it by SET ROLE.

do $$ begin
  if to_regrole('customer_gateway') is null then
    create role customer_gateway nologin;
  end if;
exception
  -- Another database of the server was faster.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'an administrator must first run: create role customer_gateway nologin; grant customer_gateway to %',
      quote_ident(current_user);
end $$;

-- Who makes a role is a member of it, but may not become it (PostgreSQL 16): it is granted where becoming it fails.
do $$ begin
  begin
    set local role customer_gateway;
    reset role;
  exception
    when insufficient_privilege then
      execute format('grant customer_gateway to %I', current_user);
  end;
  execute format('grant usage on schema %I to customer_gateway', current_schema());
exception
  when insufficient_privilege then
    raise exception 'an administrator must first run: grant customer_gateway to %', quote_ident(current_user);
end $$;

grant select on _prisma_migrations to customer_gateway;

-- What this role may do with a table follows from the table's account_id. Later migrations call this for theirs.
create function protect_table(name regclass) returns void language plpgsql as $$
declare
  owner text := current_user;
  nullable boolean;
  own constant text := 'account_id = (select current_setting(''app.account_id'', true))';
begin
  select not attnotnull into strict nullable from pg_attribute
    where attrelid = name and attname = 'account_id' and not attisdropped;
  execute format('grant select, insert, update, delete on %s to customer_gateway', name);
  execute format('alter table %s enable row level security, force row level security', name);
  -- A row without account is the system's: all read it, none of them writes it.
  execute format('create policy account_select on %s for select to customer_gateway using (%s)', name,
    case when nullable then own || ' or account_id is null' else own end);
  execute format('create policy account_insert on %s for insert to customer_gateway with check (%s)', name, own);
  execute format('create policy account_update on %s for update to customer_gateway using (%s) with check (%s)', name, own, own);
  execute format('create policy account_delete on %s for delete to customer_gateway using (%s)', name, own);
  -- The owner, too, sees rows only when it says that it maintains them: migrations, demo data.
  execute format('create policy maintenance on %s to %I using (current_setting(''app.maintenance'', true) = ''on'')', name, owner);
end $$;

select protect_table(c.oid::regclass)
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
where c.relkind in ('r', 'p') and c.relnamespace = to_regnamespace(current_schema())
order by c.relname;

-- Tables without account_id. An account sees itself, and the people who have a seat in it; priorities are everyone's.
grant select on accounts, users, priorities to customer_gateway;

alter table accounts enable row level security, force row level security;
create policy account_select on accounts for select to customer_gateway
  using (id = (select current_setting('app.account_id', true)));

alter table users enable row level security, force row level security;
create policy account_select on users for select to customer_gateway
  using (exists (
    select from account_users seat
    where seat.account_id = (select current_setting('app.account_id', true)) and seat.user_id = users.id));

do $$ begin
  execute format('create policy maintenance on accounts to %I using (current_setting(''app.maintenance'', true) = ''on'')', current_user);
  execute format('create policy maintenance on users to %I using (current_setting(''app.maintenance'', true) = ''on'')', current_user);
end $$;

-- ------------------------------------------------------------------------------------------------ search

-- Under a policy, only leakproof operators may use an index, and those of trigrams are not. So the search text is
-- read by its owner, for whom the policy is no condition, in a function that takes the account from the setting.
drop policy maintenance on customer_search;
do $$ begin
  execute format('create policy maintenance on customer_search to %I using (true)', current_user);
end $$;

-- The customers whose text has the word or, where it could be of a phone number, whose number has its digits. The
-- statement is made anew each time, so that it is planned for the word.
create function search_customers(word text, digits text) returns setof text
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 100 as $$
begin
  return query execute
    'select s.customer_id from customer_search s
      where s.account_id = $1 and (s.document like $2 or s.document ~ $3)'
    using current_setting('app.account_id', true), search_pattern(word), digits || '[0-9]*$';
end $$;

revoke execute on function search_customers(text, text) from public;
grant execute on function search_customers(text, text) to customer_gateway;
