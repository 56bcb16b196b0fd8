#!/bin/bash
# Runs once, in an empty volume: creates the roles and the database of docs/deployment.md and docs/poolers.md.
set -euo pipefail

psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role customer_gateway nologin;
create role gateway_owner login password :'owner_password';
grant customer_gateway to gateway_owner;
create database customers owner gateway_owner encoding 'UTF8' template template0;
create role gateway_app login password :'app_password';
grant customer_gateway to gateway_app;
alter role gateway_app set role = 'customer_gateway';
alter role gateway_app set timezone = 'UTC';
alter role gateway_app set default_transaction_isolation = 'read committed';
alter role gateway_app set statement_timeout = '5000';
alter role gateway_app set lock_timeout = '2000';
alter role gateway_app set idle_in_transaction_session_timeout = '6000';
alter role gateway_app set jit = 'off';
alter role gateway_app set max_parallel_workers_per_gather = '0';
alter role gateway_app set plan_cache_mode = 'force_generic_plan';
SQL
