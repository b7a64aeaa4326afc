-- The rows of the history are their owners' to write, and what they say adds up to what everybody sees.
create function private.bound_watched_at() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.watched_at := least(new.watched_at, now());
  return new;
end;
$$;
comment on function private.bound_watched_at() is 'Nobody has watched anything in the future.';
revoke all on function private.bound_watched_at() from public, anon, authenticated;

create trigger bound_watched_at before insert or update of watched_at on public.viewing_history
  for each row execute function private.bound_watched_at();

update public.viewing_history set watched_at = now() where watched_at > now();

-- An age below zero made exp() overflow, and with it the home page fail for everybody; and the viewers of one household
-- passed for the three people below whom nothing may come out.
create or replace function public.trending_movies(p_minimum_viewers integer default 3)
returns table (movie_id uuid, score double precision)
language sql stable security definer set search_path = ''
as $$
  select history.movie_id, sum(exp(-greatest(extract(epoch from now() - history.newest), 0) / 259200))
  from (
    select viewing.movie_id, viewing.user_id, viewing.viewer_profile_id, max(viewing.watched_at) as newest
    from public.viewing_history viewing
    where viewing.watched_at > now() - interval '7 days'
    group by viewing.movie_id, viewing.user_id, viewing.viewer_profile_id
  ) history
  group by history.movie_id
  having count(distinct history.user_id) >= greatest(p_minimum_viewers, 3)
  order by 2 desc, 1
  limit 100
$$;
comment on function public.trending_movies(integer) is
  'Distinct viewers of the last 7 days, each weighted exp(-age / 3 days); never a title with viewers of fewer than 3 accounts.';
