-- migrate: no transaction
-- migrate: expand
-- Users become rows of an account: each account that has a user gets its own copy, under the same id. Gateways of the
-- former release only read users, by id, under the policy of the table: they see the copy of their account.

alter table users add column if not exists account_id text collate "C";

create unique index concurrently if not exists users_account_pkey on users (account_id, id);

-- Nothing refers to an id alone, and no email or username is unique across accounts.
alter table account_users drop constraint if exists account_users_user_id_fkey;

alter table users drop constraint if exists users_pkey;

drop index concurrently if exists users_email_key;

drop index concurrently if exists users_username_key;

drop index concurrently if exists account_users_user_id_idx;

-- A user of one account belongs to it. A user of several belongs to the first; the others get copies. The rows of a
-- user without an account, which no account can see, are deleted.
create or replace procedure users_copy_to_accounts() language plpgsql as $$
declare
  written integer;
begin
  loop
    with batch as (
      select u.id from users u
        where u.account_id is null and exists (select from account_users s where s.user_id = u.id)
        order by u.id limit 500)
    update users u set account_id = (
        select s.account_id from account_users s where s.user_id = u.id order by s.created_at, s.account_id limit 1)
      from batch where u.account_id is null and u.id = batch.id;
    get diagnostics written = row_count;
    commit;
    exit when written = 0;
  end loop;
  loop
    insert into users (account_id, id, email, name, username, email_verified_at, image_url, created_at, updated_at)
    select distinct on (s.account_id, u.id) s.account_id, u.id, u.email, u.name, u.username, u.email_verified_at,
        u.image_url, u.created_at, u.updated_at
      from account_users s join users u on u.id = s.user_id
      where not exists (select from users c where c.account_id = s.account_id and c.id = s.user_id)
      order by s.account_id, u.id limit 500
    on conflict do nothing;
    get diagnostics written = row_count;
    commit;
    exit when written = 0;
  end loop;
  loop
    delete from users where ctid = any (array(select ctid from users where account_id is null limit 500));
    get diagnostics written = row_count;
    commit;
    exit when written = 0;
  end loop;
end $$;

call users_copy_to_accounts();

drop procedure if exists users_copy_to_accounts();

create or replace trigger users_account_is_fixed before update of account_id on users
  for each row when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

do $$ begin
  if not exists (select from pg_constraint where conname = 'users_account_pkey' and conrelid = 'users'::regclass) then
    alter table users add constraint users_account_pkey primary key using index users_account_pkey;
  end if;
end $$;

do $$ begin
  if not exists (select from pg_policies where schemaname = current_schema() and tablename = 'users'
      and policyname = 'account_insert') then
    drop policy account_select on users;
    drop policy maintenance on users;
    perform protect_table('users');
  end if;
end $$;

create unique index concurrently if not exists users_account_id_email_key on users (account_id, email);

create unique index concurrently if not exists users_account_id_username_key on users (account_id, username);

-- Validated in the next file.
do $$ begin
  if not exists (select from pg_constraint where conname = 'users_account_id_fkey') then
    alter table users add constraint users_account_id_fkey foreign key (account_id) references accounts (id)
      on delete restrict on update restrict not valid;
  end if;
end $$;

do $$ begin
  if not exists (select from pg_constraint where conname = 'account_users_account_id_user_id_fkey') then
    alter table account_users add constraint account_users_account_id_user_id_fkey foreign key (account_id, user_id)
      references users (account_id, id) on delete restrict on update restrict not valid;
  end if;
end $$;

create index concurrently if not exists roles_account_id_created_at_id_idx on roles (account_id, created_at, id);

create index concurrently if not exists departments_account_id_created_at_id_idx
  on departments (account_id, created_at, id);
