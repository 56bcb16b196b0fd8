-- What writes need beside the data itself: keys of repeated requests, ids of merged customers, numbers, mail, tokens.

-- CreateTable
CREATE TABLE "customer_numbers" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "customer_numbers_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "customer_aliases" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_aliases_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "mutation" TEXT COLLATE "C" NOT NULL,
    "input_hash" TEXT COLLATE "C" NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "outbox_messages" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C" NOT NULL,
    "recipient" TEXT COLLATE "C" NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "password_reset_tokens" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "token_hash" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_tokens_pkey" PRIMARY KEY ("account_id","token_hash")
);

-- CreateTable
CREATE TABLE "attempt_counts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attempt_counts_pkey" PRIMARY KEY ("account_id","kind","subject")
);

-- CreateIndex
CREATE INDEX "customer_aliases_account_id_customer_id_idx" ON "customer_aliases"("account_id", "customer_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_account_id_expires_at_idx" ON "idempotency_keys"("account_id", "expires_at");

-- CreateIndex
CREATE INDEX "password_reset_tokens_account_id_customer_id_idx" ON "password_reset_tokens"("account_id", "customer_id");

-- AddForeignKey
ALTER TABLE "customer_numbers" ADD CONSTRAINT "customer_numbers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_aliases" ADD CONSTRAINT "customer_aliases_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "password_reset_tokens" ADD CONSTRAINT "password_reset_tokens_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attempt_counts" ADD CONSTRAINT "attempt_counts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table idempotency_keys
  add constraint idempotency_keys_key_length check (char_length(key) between 1 and 255),
  add constraint idempotency_keys_expire_after_creation check (expires_at > created_at);

alter table customer_aliases add constraint customer_aliases_of_another check (id <> customer_id);

alter table password_reset_tokens
  add constraint password_reset_tokens_expire_after_creation check (expires_at > created_at);

alter table attempt_counts add constraint attempt_counts_count_positive check (count > 0);

-- What a mailer has still to send.
create index outbox_messages_unsent on outbox_messages (account_id, created_at, id) where sent_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['customer_numbers', 'customer_aliases', 'idempotency_keys', 'outbox_messages',
    'password_reset_tokens', 'attempt_counts']
  loop
    execute format('create trigger %I before update of account_id on %I for each row
      when (new.account_id is distinct from old.account_id) execute function account_is_fixed()',
      name || '_account_is_fixed', name);
  end loop;
end $$;

-- The next free numbers of the account that the session serves. The row of the last one is locked until the end of
-- the transaction, so that no two take the same; it begins at the highest number of that form that is there.
create function take_customer_numbers(wanted integer) returns setof text language plpgsql as $$
declare
  account constant text := current_setting('app.account_id', true);
  number_at integer;
  candidate text;
  missing integer := wanted;
begin
  select n.last into number_at from customer_numbers n where n.account_id = account for no key update;
  if not found then
    insert into customer_numbers (account_id, last)
      select account, coalesce(max(substr(c.number, 3)::integer), 0) from customers c
      where c.account_id = account and c.number >= 'C-' and c.number < 'C.' and c.number ~ '^C-[0-9]{6,9}$'
      on conflict (account_id) do nothing;
    select n.last into strict number_at from customer_numbers n where n.account_id = account for no key update;
  end if;
  while missing > 0 loop
    number_at := number_at + 1;
    candidate := 'C-' || lpad(number_at::text, greatest(6, length(number_at::text)), '0');
    if not exists (select from customers c where c.account_id = account and c.number = candidate) then
      missing := missing - 1;
      return next candidate;
    end if;
  end loop;
  update customer_numbers n set last = number_at where n.account_id = account;
end $$;

select protect_table('customer_numbers');
select protect_table('customer_aliases');
select protect_table('idempotency_keys');
select protect_table('outbox_messages');
select protect_table('password_reset_tokens');
select protect_table('attempt_counts');
