-- Keys by which services sign in. Only a keyed hash of each is here: who reads this table can call with none of them.

CREATE TABLE "api_keys" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "scopes" TEXT[] COLLATE "C",
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

CREATE INDEX "api_keys_account_id_name_idx" ON "api_keys"("account_id", "name");

ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table api_keys
  add constraint api_keys_name_not_blank check (name ~ '[^[:space:]]'),
  add constraint api_keys_scopes_not_null check (scopes is not null);

create trigger api_keys_account_is_fixed before update of account_id on api_keys for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

-- ------------------------------------------------------------------------------------------------ sign-in

-- Who signs in is known after these, and not before: they run as the owner, read one row by its key, and tell no more
-- than sign-in needs. app.maintenance is what lets the owner see rows under row-level security. It is set inside, since
-- only a superuser may create a function with a setting that PostgreSQL does not know.

create function api_key_lookup(hash text)
returns table (id text, account_id text, name text, key_hash text, scopes text[], expires_at timestamptz, last_used_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  return query select k.id, k.account_id, k.name, k.hash, k.scopes, k.expires_at::timestamptz, k.last_used_at::timestamptz
    from api_keys k where k.hash = $1 and k.revoked_at is null;
  perform set_config('app.maintenance', before, true);
end $$;

-- At most once a minute a key, however many ask at once.
create function api_key_touch(id text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  update api_keys k set last_used_at = now()
    where k.id = $1 and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  perform set_config('app.maintenance', before, true);
end $$;

create function account_exists(id text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
  found_one boolean;
begin
  perform set_config('app.maintenance', 'on', true);
  found_one := exists (select from accounts a where a.id = $1);
  perform set_config('app.maintenance', before, true);
  return found_one;
end $$;

create function account_user_is_active(account_id text, id text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
  found_one boolean;
begin
  perform set_config('app.maintenance', 'on', true);
  found_one := exists (select from account_users u where u.account_id = $1 and u.id = $2 and u.status = 'ACTIVE');
  perform set_config('app.maintenance', before, true);
  return found_one;
end $$;

revoke execute on function api_key_lookup(text), api_key_touch(text), account_exists(text),
  account_user_is_active(text, text) from public;

grant execute on function api_key_lookup(text), api_key_touch(text), account_exists(text),
  account_user_is_active(text, text) to customer_gateway;

select protect_table('api_keys');
-- Nothing that serves requests reads the hashes, but through the functions above.
revoke all on api_keys from customer_gateway;
