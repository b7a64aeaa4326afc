-- Writes of the library go by the viewer, not by the household alone: row-level security guards the rows, and these
-- functions also refuse a title that the viewer may not see.

create function public.save_title(
  p_viewer uuid, p_list text, p_movie uuid, p_maturity_limit integer, p_country text
) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if p_list = 'favorites' then
    insert into public.user_favorites (user_id, viewer_profile_id, movie_id)
    select (select auth.uid()), p_viewer, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie where movie.id = p_movie
    on conflict (viewer_profile_id, movie_id) do update set deleted_at = null;
  elsif p_list = 'watchlist' then
    insert into public.user_watchlist (user_id, viewer_profile_id, movie_id)
    select (select auth.uid()), p_viewer, movie.id
    from public.catalogue_visible(p_maturity_limit, p_country) movie where movie.id = p_movie
    on conflict (viewer_profile_id, movie_id) do update set deleted_at = null;
  end if;
  return found;
end;
$$;
comment on function public.save_title(uuid, text, uuid, integer, text) is
  'Puts a title on one of a viewer''s lists (favorites, watchlist); again changes nothing. False when the viewer may not see it.';
revoke all on function public.save_title(uuid, text, uuid, integer, text) from public, anon, authenticated;
grant execute on function public.save_title(uuid, text, uuid, integer, text) to authenticated;

create function public.unsave_title(p_viewer uuid, p_list text, p_movie uuid) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if p_list = 'favorites' then
    update public.user_favorites set deleted_at = now()
    where viewer_profile_id = p_viewer and movie_id = p_movie and deleted_at is null;
  elsif p_list = 'watchlist' then
    update public.user_watchlist set deleted_at = now()
    where viewer_profile_id = p_viewer and movie_id = p_movie and deleted_at is null;
  end if;
  return found;
end;
$$;
comment on function public.unsave_title(uuid, text, uuid) is
  'Takes a title off one of a viewer''s lists; false when it was not there.';
revoke all on function public.unsave_title(uuid, text, uuid) from public, anon, authenticated;
grant execute on function public.unsave_title(uuid, text, uuid) to authenticated;
