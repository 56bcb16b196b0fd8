-- A carrier's default service level stays until there is another one, or none; and what has expired is found by when.

-- CreateIndex
CREATE INDEX "attempt_counts_account_id_kind_started_at_idx" ON "attempt_counts"("account_id", "kind", "started_at");

-- CreateIndex
CREATE INDEX "password_reset_tokens_account_id_expires_at_idx" ON "password_reset_tokens"("account_id", "expires_at");

create function service_levels_default_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the default service level of a carrier cannot be deleted'
    using errcode = 'check_violation', constraint = 'service_levels_default_stays', table = 'service_levels';
end $$;

create trigger service_levels_default_stays before delete on service_levels
  for each row when (old.is_default) execute function service_levels_default_stays();
