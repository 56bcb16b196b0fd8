-- migrate: no transaction
-- migrate: expand
-- The case of emails is ignored. Not unique: emails of older users can differ in case only.

create index concurrently if not exists users_account_id_lower_email_idx
  on users (account_id, lower(email collate "und-x-icu"));
