-- migrate: no transaction
-- migrate: expand
-- The content of each source record as an import received it, and the last import that contained it.

alter table customer_sources
  add column if not exists raw jsonb,
  add column if not exists content_hash text collate "C",
  add column if not exists mapper_version integer,
  add column if not exists source_created_at timestamptz(3),
  add column if not exists source_modified_at timestamptz(3),
  add column if not exists first_seen_at timestamptz(3),
  add column if not exists passed_at timestamptz(3);

-- Records from before this migration have an unknown first time.
alter table customer_sources alter column first_seen_at set default current_timestamp;

alter table object_sources
  add column if not exists raw jsonb,
  add column if not exists content_hash text collate "C",
  add column if not exists mapper_version integer,
  add column if not exists source_created_at timestamptz(3),
  add column if not exists source_modified_at timestamptz(3),
  add column if not exists first_seen_at timestamptz(3),
  add column if not exists passed_at timestamptz(3);

alter table object_sources alter column first_seen_at set default current_timestamp;
