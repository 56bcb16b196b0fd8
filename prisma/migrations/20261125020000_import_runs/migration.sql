-- migrate: expand
-- The imports of an account, with their warnings and rejected records.

create type import_run_state as enum ('RUNNING', 'COMPLETED', 'STOPPED', 'FAILED');

create table import_runs (
  account_id text collate "C" not null,
  id text collate "C" not null,
  system source_system not null,
  state import_run_state not null default 'RUNNING',
  is_remap boolean not null default false,
  is_dry_run boolean not null default false,
  is_strict boolean not null default false,
  is_complete boolean not null default false,
  match_keys text[] collate "C" default array[]::text[],
  input text collate "C",
  started_at timestamptz(3) not null default current_timestamp,
  progress_at timestamptz(3) not null default current_timestamp,
  alive_at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3),
  stop_reason text collate "C",
  stop_position text collate "C",
  counts jsonb not null default '[]',
  unknown_fields jsonb not null default '[]',
  omitted_rejects integer not null default 0,
  constraint import_runs_pkey primary key (account_id, id),
  constraint import_runs_match_keys_not_null check (match_keys is not null),
  constraint import_runs_ended_unless_running check ((state = 'RUNNING') = (ended_at is null)),
  constraint import_runs_account_id_fkey foreign key (account_id) references accounts (id)
    on delete restrict on update restrict
);

create index import_runs_account_id_started_at_id_idx on import_runs (account_id, started_at, id);

create table import_warnings (
  account_id text collate "C" not null,
  id text collate "C" not null,
  run_id text collate "C" not null,
  kind text collate "C" not null,
  code text collate "C" not null,
  path text collate "C" not null,
  message text collate "C" not null,
  count integer not null,
  examples jsonb not null default '[]',
  constraint import_warnings_pkey primary key (account_id, id),
  constraint import_warnings_account_id_run_id_fkey foreign key (account_id, run_id)
    references import_runs (account_id, id) on delete cascade on update restrict
);

create index import_warnings_account_id_run_id_id_idx on import_warnings (account_id, run_id, id);

create table import_rejects (
  account_id text collate "C" not null,
  id text collate "C" not null,
  run_id text collate "C" not null,
  position text collate "C" not null,
  kind text collate "C" not null,
  source_id text collate "C",
  errors jsonb not null default '[]',
  constraint import_rejects_pkey primary key (account_id, id),
  constraint import_rejects_account_id_run_id_fkey foreign key (account_id, run_id)
    references import_runs (account_id, id) on delete cascade on update restrict
);

create index import_rejects_account_id_run_id_id_idx on import_rejects (account_id, run_id, id);

create trigger import_runs_account_is_fixed before update of account_id on import_runs for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();
create trigger import_warnings_account_is_fixed before update of account_id on import_warnings for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();
create trigger import_rejects_account_is_fixed before update of account_id on import_rejects for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

select protect_table('import_runs');
select protect_table('import_warnings');
select protect_table('import_rejects');
