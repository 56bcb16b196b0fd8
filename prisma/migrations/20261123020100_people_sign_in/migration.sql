-- migrate: expand
-- The identities with which account users sign in: pairs of issuer and subject, of one account each. The functions are
-- called before sign-in.

alter table users validate constraint users_account_id_fkey;

alter table account_users validate constraint account_users_account_id_user_id_fkey;

create table account_user_identities (
  account_id text collate "C" not null,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  account_user_id text collate "C" not null,
  unverified_email text collate "C",
  created_at timestamptz(3) not null default current_timestamp,
  constraint account_user_identities_pkey primary key (account_id, issuer, subject),
  constraint account_user_identities_account_id_fkey foreign key (account_id) references accounts (id)
    on delete restrict on update restrict,
  constraint account_user_identities_account_id_account_user_id_fkey foreign key (account_id, account_user_id)
    references account_users (account_id, id) on delete restrict on update restrict
);

create index account_user_identities_account_id_account_user_id_idx
  on account_user_identities (account_id, account_user_id);

create trigger account_user_identities_account_is_fixed before update of account_id on account_user_identities
  for each row when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

select protect_table('account_user_identities');

-- Runs under the policies of the account that the token names.
create function account_user_of_identity(account_id text, issuer text, subject text)
returns table (account_user_id text, is_active boolean) language plpgsql volatile rows 1 as $$
begin
  perform set_config('app.account_id', $1, true);
  return query select u.id, u.status = 'ACTIVE'
    from account_user_identities i
    join account_users u on u.account_id = i.account_id and u.id = i.account_user_id
    where i.account_id = $1 and i.issuer = $2 and i.subject = $3;
end $$;

-- Links an unknown identity to the account user that it belongs to, or to a new one if `new_ids` has the ids of the user
-- and of the account user. No row: the person is not an account user. An email that the issuer verified leads to the user
-- that has it, unless that user only claimed it, without verification, when it was created by a sign-in.
create function account_user_sign_in(
  account_id text, issuer text, subject text, email text, is_verified boolean, name text, new_ids text[]
) returns table (account_user_id text, is_active boolean) language plpgsql volatile rows 1 as $$
#variable_conflict use_column
declare
  holder record;
  verified_at constant timestamptz := case when $5 then now() end;
  free_email text := $4;
begin
  perform set_config('app.account_id', $1, true);
  -- One after the other, so that concurrent sign-ins create one user.
  perform pg_advisory_xact_lock(hashtext($1), -2);
  return query select * from account_user_of_identity($1, $2, $3);
  if found or not exists (select from accounts a where a.id = $1) then
    return;
  end if;
  select s.id, s.status, u.id as user_id,
      u.email_verified_at is not null or not exists (
        select from account_user_identities i
        where i.account_id = $1 and i.account_user_id = s.id and i.unverified_email = u.email) as is_trusted
    into holder
    from users u join account_users s on s.account_id = u.account_id and s.user_id = u.id
    where u.account_id = $1 and lower(u.email collate "und-x-icu") = $4
    order by (u.email = $4) desc, s.created_at, s.id limit 1;
  if found then
    if holder.status <> 'ACTIVE' then
      return query select holder.id, false;
      return;
    elsif $5 and holder.is_trusted then
      insert into account_user_identities (account_id, issuer, subject, account_user_id) values ($1, $2, $3, holder.id);
      update users u set email_verified_at = verified_at, updated_at = verified_at
        where u.account_id = $1 and u.id = holder.user_id and u.email_verified_at is null;
      return query select holder.id, true;
      return;
    elsif not $5 then
      free_email := null;
    end if;
  end if;
  if $7 is null then
    return;
  end if;
  if holder.user_id is not null and $5 then
    update users u set email = null, updated_at = now() where u.account_id = $1 and u.id = holder.user_id;
  end if;
  insert into users (account_id, id, email, name, email_verified_at) values ($1, $7[1], free_email, $6, verified_at);
  insert into account_users (account_id, id, user_id) values ($1, $7[2], $7[1]);
  insert into account_user_identities (account_id, issuer, subject, account_user_id, unverified_email)
    values ($1, $2, $3, $7[2], case when not $5 then free_email end);
  return query select $7[2], true;
end $$;

-- The use of account users of any accounts, at most once a minute each. Rows that a writer holds are left to the next call.
create function account_users_touch(account_ids text[], ids text[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  with due as (
    select u.account_id, u.id from unnest($1, $2) as used (account_id, id)
      join account_users u on u.account_id = used.account_id and u.id = used.id
      where u.last_used_at is null or u.last_used_at < now() - interval '1 minute' or u.last_used_at > now()
      for no key update of u skip locked)
  update account_users u set last_used_at = now() from due where u.account_id = due.account_id and u.id = due.id;
  perform set_config('app.maintenance', before, true);
end $$;

revoke execute on function account_user_of_identity(text, text, text), account_users_touch(text[], text[]),
  account_user_sign_in(text, text, text, text, boolean, text, text[]) from public;

grant execute on function account_user_of_identity(text, text, text), account_users_touch(text[], text[]),
  account_user_sign_in(text, text, text, text, boolean, text, text[]) to customer_gateway;
