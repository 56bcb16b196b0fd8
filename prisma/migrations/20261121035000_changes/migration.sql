-- The changes of an account in one order, that of their commits: position 1, 2, 3 … without a gap. A transaction gives
-- its changes their positions when it has locked all else, and holds the account's head until it is committed: whoever
-- sees a position has seen all before it. Nothing in it depends on transaction ids, so that it survives dump and restore.

-- AlterTable
ALTER TABLE "customer_events" ADD COLUMN     "position" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "subject_id" TEXT COLLATE "C" NOT NULL DEFAULT '',
ALTER COLUMN "customer_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "change_heads" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "change_heads_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "change_heads" ADD CONSTRAINT "change_heads_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select protect_table('change_heads');

create trigger change_heads_account_is_fixed before update of account_id on change_heads for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

-- What happened before there was an order of commits is put in that of its times.
update customer_events e set subject_id = e.customer_id, position = n.position
from (select account_id, id, row_number() over (partition by account_id order by occurred_at, id) as position
  from customer_events) n
where n.account_id = e.account_id and n.id = e.id;

insert into change_heads (account_id, position)
  select account_id, max(position) from customer_events group by account_id;

create unique index customer_events_position on customer_events (account_id, position) where position > 0;
create index customer_events_subject on customer_events (account_id, subject_id, position) where position > 0;
create index customer_events_unnumbered on customer_events (account_id) where position = 0;

alter table customer_events
  add constraint customer_events_position_not_negative check (position >= 0),
  add constraint customer_events_subject_is_named check (subject_id <> '');

-- Who says only whose history an event is in means that customer.
create function customer_events_name_subject() returns trigger language plpgsql as $$
begin
  new.subject_id := coalesce(new.customer_id, '');
  return new;
end $$;

create trigger customer_events_name_subject before insert on customer_events for each row
  when (new.subject_id = '') execute function customer_events_name_subject();

create function customer_events_stay() returns trigger language plpgsql as $$
begin
  raise exception 'the position and the subject of a change never change'
    using errcode = 'check_violation', constraint = 'customer_events_stay', table = 'customer_events';
end $$;

create trigger customer_events_stay before update of position, subject_id on customer_events for each row
  when (old.position > 0 and (new.position, new.subject_id) is distinct from (old.position, old.subject_id))
  execute function customer_events_stay();

-- Changes that were written without positions, by hand or by a trigger, get theirs at the commit: none is without.
create function customer_events_number() returns trigger language plpgsql as $$
declare
  missing bigint;
  head bigint;
begin
  if not exists (select from customer_events
    where account_id = new.account_id and id = new.id and position = 0) then
    return null;
  end if;
  select count(*) into missing from customer_events where account_id = new.account_id and position = 0;
  insert into change_heads as h (account_id, position) values (new.account_id, missing)
    on conflict (account_id) do update set position = h.position + excluded.position
    returning h.position - missing into head;
  update customer_events e set position = head + n.place
    from (select id, row_number() over (order by occurred_at, id) as place from customer_events
      where account_id = new.account_id and position = 0) n
    where e.account_id = new.account_id and e.id = n.id;
  return null;
end $$;

create constraint trigger customer_events_number after insert on customer_events
  deferrable initially deferred for each row
  when (new.position = 0) execute function customer_events_number();

-- A customer that goes takes its history with it, and leaves this. One that was merged has its own change, by then.
create function customers_tell_deletion() returns trigger language plpgsql as $$
begin
  if not exists (select from customer_aliases where account_id = old.account_id and id = old.id) then
    insert into customer_events (account_id, id, subject_id, action, changes)
      values (old.account_id, 'evt_' || replace(gen_random_uuid()::text, '-', ''), old.id, 'DELETE',
        jsonb_build_array(jsonb_build_object('field', 'id', 'oldValue', old.id, 'newValue', null)));
  end if;
  return null;
end $$;

create trigger customers_tell_deletion after delete on customers
  for each row execute function customers_tell_deletion();
