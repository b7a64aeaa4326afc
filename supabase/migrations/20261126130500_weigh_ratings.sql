-- The average of a title is a damped (Bayesian) mean: (weight x catalogue's mean + sum of ratings) / (weight + ratings),
-- the "weighted rating" that IMDb describes for its charts (help.imdb.com, "weighted average"), with a weight of 20
-- ratings. One 10 in a catalogue whose mean is 7 makes 7.1; a thousand 9s make 9.0.

-- The mean of a catalogue with few ratings is itself damped: towards 6.5, as if a hundred such ratings were there.
create table private.rating_prior (
  is_only boolean primary key default true check (is_only),
  mean double precision not null default 6.5 check (mean between 0 and 10),
  refreshed_at timestamptz not null default now()
);
comment on table private.rating_prior is 'The mean of all ratings, towards which the average of each title is damped.';
alter table private.rating_prior enable row level security;
revoke all on private.rating_prior from public, anon, authenticated, service_role;
-- No policy: only the functions below read and write it.
insert into private.rating_prior default values;

alter table public.movies
  add column rating_prior double precision not null default 6.5 check (rating_prior between 0 and 10);
comment on column public.movies.rating_prior is
  'The catalogue''s mean as this title''s average uses it; kept by refresh_rating_prior.';
alter table public.movies alter column average_rating set expression as (
  case when rating_count > 0 then (20 * rating_prior + rating_sum) / (20 + rating_count) end
);
comment on column public.movies.average_rating is
  'Damped mean of the ratings (0 to 10) with the weight of 20 ratings of the catalogue''s mean; null without a rating.';

create index movies_rated_idx on public.movies (id) include (rating_count, rating_sum, rating_prior)
  where rating_count > 0;

create function private.refresh_rating_prior() returns double precision
language plpgsql volatile security definer set search_path = ''
as $$
declare
  fresh double precision;
begin
  select (650 + coalesce(sum(movie.rating_sum), 0)) / (100 + coalesce(sum(movie.rating_count), 0)) into fresh
  from public.movies movie where movie.rating_count > 0;
  update private.rating_prior set mean = fresh, refreshed_at = clock_timestamp();
  -- A title that somebody is rating now is left to the next time: nobody waits, and nothing can deadlock.
  update public.movies movie set rating_prior = fresh
  where movie.id in (
    select rated.id from public.movies rated
    where rated.rating_count > 0 and abs(rated.rating_prior - fresh) >= 0.01
    order by rated.id for no key update skip locked);
  return fresh;
end;
$$;
comment on function private.refresh_rating_prior() is
  'Takes the catalogue''s mean anew and gives it to every rated title whose own differs by a hundredth; answers the mean.';
revoke all on function private.refresh_rating_prior() from public, anon, authenticated;

create or replace function private.count_ratings() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  prior private.rating_prior;
begin
  select * into prior from private.rating_prior;
  if tg_op = 'INSERT' then
    update public.movies movie
    set rating_count = movie.rating_count + change.votes, rating_sum = movie.rating_sum + change.total,
      rating_prior = prior.mean
    from (
      select movie_id, count(*) as votes, sum(rating) as total from new_rows where deleted_at is null group by movie_id
    ) change
    where movie.id = change.movie_id;
  elsif tg_op = 'DELETE' then
    update public.movies movie
    set rating_count = greatest(movie.rating_count - change.votes, 0),
      rating_sum = greatest(movie.rating_sum - change.total, 0), rating_prior = prior.mean
    from (
      select movie_id, count(*) as votes, sum(rating) as total from old_rows where deleted_at is null group by movie_id
    ) change
    where movie.id = change.movie_id;
  else
    update public.movies movie
    set rating_count = greatest(movie.rating_count + change.votes, 0),
      rating_sum = greatest(movie.rating_sum + change.total, 0), rating_prior = prior.mean
    from (
      select movie_id, sum(sign) as votes, sum(sign * rating) as total
      from (
        select movie_id, 1 as sign, rating from new_rows where deleted_at is null
        union all
        select movie_id, -1, rating from old_rows where deleted_at is null
      ) both_sides
      group by movie_id
    ) change
    where movie.id = change.movie_id and (change.votes <> 0 or change.total <> 0);
  end if;
  -- Once an hour whoever rates takes the mean anew; everybody else goes on at once.
  if prior.refreshed_at < now() - interval '1 hour'
    and pg_try_advisory_xact_lock(hashtextextended('refresh_rating_prior', 0)) then
    perform private.refresh_rating_prior();
  end if;
  return null;
end;
$$;
