-- migrate: expand
-- The type of an event's actor. It stays null in older events and in those that an older gateway writes; the gateway
-- then derives it (src/domain/customer/actor.ts). Changes no rows.

create type actor_type as enum ('ACCOUNT_USER', 'SERVICE', 'SOURCE');

alter table customer_events add column actor_type actor_type;
