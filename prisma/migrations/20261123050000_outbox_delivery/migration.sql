-- migrate: no transaction
-- migrate: expand
-- Delivery of outbox messages. A gateway claims due messages by moving next_attempt_at, sends them without a
-- transaction, and records the result. A claim without a result expires.

-- Messages from before this migration expire with it: their tokens are old.
do $$ begin
  alter table outbox_messages
    add column if not exists attempts integer not null default 0,
    add column if not exists next_attempt_at timestamptz(3) not null default current_timestamp,
    add column if not exists expires_at timestamptz(3) not null default current_timestamp,
    add column if not exists failed_at timestamptz(3),
    add column if not exists last_error text collate "C";
  alter table outbox_messages alter column expires_at set default now() + interval '7 days';
end $$;

create index concurrently if not exists outbox_messages_due on outbox_messages (next_attempt_at, account_id, id)
  where sent_at is null and failed_at is null;

create index concurrently if not exists outbox_messages_due_by_account on outbox_messages (account_id, next_attempt_at, id)
  where sent_at is null and failed_at is null;

create index concurrently if not exists outbox_messages_open on outbox_messages (expires_at)
  where payload <> '{}' or (sent_at is null and failed_at is null);

create index concurrently if not exists outbox_messages_closed on outbox_messages (expires_at)
  where payload = '{}' and (sent_at is not null or failed_at is not null);

-- Clears the payloads of expired messages, and deletes messages 30 days after their expiry; of all accounts.
create or replace function outbox_tidy(most integer) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  update outbox_messages m set
      payload = '{}',
      failed_at = case when m.sent_at is null then coalesce(m.failed_at, now()) end,
      last_error = case when m.sent_at is null then 'expired' || coalesce('; last attempt: ' || m.last_error, '') end
    from (
      select o.account_id, o.id from outbox_messages o
        where (o.payload <> '{}' or (o.sent_at is null and o.failed_at is null)) and o.expires_at <= now()
        order by o.expires_at limit most for update skip locked) expired
    where m.account_id = expired.account_id and m.id = expired.id;
  delete from outbox_messages m
    using (
      select o.account_id, o.id from outbox_messages o
        where o.payload = '{}' and (o.sent_at is not null or o.failed_at is not null)
          and o.expires_at <= now() - interval '30 days'
        order by o.expires_at limit most for update skip locked) old
    where m.account_id = old.account_id and m.id = old.id;
  perform set_config('app.maintenance', before, true);
end $$;

-- Claims due messages for some time, of all accounts in turn, the accounts that follow `after` first. If a few accounts
-- have many due messages, the first ones of up to 1,000 following accounts come before them. Without statistics of
-- the table, which changes fast, each step must use its index.
create or replace function outbox_claim(most integer, lease_ms integer, after text) returns setof outbox_messages
language plpgsql volatile security definer rows 8
set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform outbox_tidy(1000);
  perform set_config('app.maintenance', 'on', true);
  return query
    with recursive earliest as materialized (
      select o.account_id, o.id, o.next_attempt_at from outbox_messages o
        where o.sent_at is null and o.failed_at is null and o.next_attempt_at <= now()
        order by o.next_attempt_at, o.account_id, o.id limit 256),
    crowded as materialized (
      select count(*) = 256 and count(distinct e.account_id) < 64 as is_crowded from earliest e),
    accounts as (
      (select o.account_id, o.next_attempt_at, 1 as step from outbox_messages o
        where (select is_crowded from crowded) and o.sent_at is null and o.failed_at is null and o.account_id > after
        order by o.account_id, o.next_attempt_at limit 1)
      union all
      select following.account_id, following.next_attempt_at, a.step + 1 from accounts a cross join lateral (
        select o.account_id, o.next_attempt_at from outbox_messages o
          where o.sent_at is null and o.failed_at is null and o.account_id > a.account_id
          order by o.account_id, o.next_attempt_at limit 1) following
        where a.step < 1000),
    candidates as (
      select e.account_id, e.id,
          row_number() over (partition by e.account_id order by e.next_attempt_at, e.id) as place
        from earliest e
      union all
      select o.account_id, o.id, 0 from accounts a cross join lateral (
        select d.account_id, d.id from outbox_messages d
          where d.sent_at is null and d.failed_at is null and d.account_id = a.account_id
          order by d.next_attempt_at, d.id limit 1) o
        where a.next_attempt_at <= now()),
    chosen as (
      select c.account_id, c.id from candidates c
        group by c.account_id, c.id
        order by min(c.place), c.account_id <= after, c.account_id limit most),
    locked as (
      select o.account_id, o.id from chosen join outbox_messages o using (account_id, id)
        where o.sent_at is null and o.failed_at is null and o.next_attempt_at <= now() and o.expires_at > now()
        for update of o skip locked)
    update outbox_messages m set
        attempts = m.attempts + 1,
        next_attempt_at = now() + make_interval(secs => lease_ms / 1000.0)
      from locked
      where m.account_id = locked.account_id and m.id = locked.id
      returning m.*;
  perform set_config('app.maintenance', before, true);
end $$;

revoke execute on function outbox_tidy(integer), outbox_claim(integer, integer, text) from public;

grant execute on function outbox_tidy(integer), outbox_claim(integer, integer, text) to customer_gateway;
