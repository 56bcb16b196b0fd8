-- migrate: no transaction
-- migrate: expand
-- Actions that no gateway writes yet. The filter of changes accepts them.

alter type customer_event_action add value if not exists 'UNMERGE';
alter type customer_event_action add value if not exists 'ERASE';
