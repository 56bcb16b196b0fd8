-- migrate: expand
-- A word of the search is also the whole number of an order of the customer.

-- A condition on a search text `s`: its customer has an order with the number.
create or replace function search_of_order(word text) returns text language sql immutable parallel safe as $$
  select case when length(word) > 2 then format(
    ' or s.customer_id = any(array(select o.customer_id from orders o where o.account_id = $1 and o.number_key = %L))',
    left(word, 512)) else '' end
$$;

-- As before, with the customers of orders in an array, so that an index serves each of the alternatives.
create or replace function search_customers(words text[], digits text[]) returns setof text
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 100 as $$
begin
  return query execute
    'select s.customer_id from customer_search s where s.account_id = $1'
      || coalesce((
        select string_agg(' and (' || search_condition(given.word, given.digits) || search_of_order(given.word) || ')', ''
          order by given.place)
        from (select btrim(search_normalize(w.word), E' \t\r\n') as word, w.digits, w.place
          from unnest(words, digits) with ordinality as w (word, digits, place)) given
        where given.word <> ''), '')
    using current_setting('app.account_id', true);
end $$;
