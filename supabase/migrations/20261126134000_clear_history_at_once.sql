-- A thousand entries one by one took a second. Where nothing newer is known of an entry, which is nearly always, what
-- settle_history would make of it is known too.
create function private.clear_history(p_viewer uuid, p_at bigint) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update public.viewer_profiles viewer
  set history_cleared_moment = greatest(viewer.history_cleared_moment, p_at) where viewer.id = p_viewer;
  update public.viewing_history history
  set removed_moment = p_at, progress_seconds = 0, watch_percentage = 0, completed = false, completed_at = null,
    marked_by_hand = false, deleted_at = now()
  where history.viewer_profile_id = p_viewer and history.deleted_at is null
    and greatest(history.report_sequence, history.reported_moment, history.hand_moment) <= p_at;
  perform private.put_about_history(p_viewer, '{"kind": "cleared"}', p_at);
end;
$$;
comment on function private.clear_history(uuid, bigint) is
  'Forgets everything that a viewer watched or marked until then, also what is handed in later.';
revoke all on function private.clear_history(uuid, bigint) from public, anon;
grant execute on function private.clear_history(uuid, bigint) to authenticated;
grant update (removed_moment, progress_seconds, watch_percentage, completed, completed_at, marked_by_hand, deleted_at)
  on public.viewing_history to authenticated;

create or replace function private.apply_library_write(
  p_user uuid, p_viewer uuid, p_write jsonb, p_maturity_limit integer, p_country text
) returns text
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  kind text := p_write ->> 'kind';
  movie uuid := (p_write ->> 'movieId')::uuid;
  at bigint := greatest(least((p_write ->> 'madeAt')::numeric, private.report_clock()), 0)::bigint;
  is_newest boolean;
begin
  -- What a viewer may not see cannot be saved, rated or marked. Taking away is always allowed: of what they once saw.
  if movie is not null and not exists (select from public.movies known where known.id = movie) then
    return 'refused';
  end if;
  if kind in ('favorites', 'watchlist', 'hidden', 'rating', 'watched')
    and coalesce(p_write -> 'isListed', p_write -> 'rating', p_write -> 'isWatched') not in ('false', 'null')
    and not exists (
      select from public.catalogue_visible(p_maturity_limit, p_country) visible where visible.id = movie) then
    return 'refused';
  end if;
  case kind
    when 'favorites' then
      is_newest := private.put_listed(
        'user_favorites', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'watchlist' then
      is_newest := private.put_listed(
        'user_watchlist', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'hidden' then
      is_newest := private.put_listed(
        'hidden_movies', p_user, p_viewer, movie, (p_write ->> 'isListed')::boolean, private.moment(at));
    when 'rating' then
      is_newest := private.put_rating(
        p_user, p_viewer, movie, (p_write ->> 'rating')::double precision, private.moment(at));
    when 'watched' then
      is_newest := private.put_watched(
        p_user, p_viewer, movie,
        case when jsonb_typeof(p_write -> 'episodeIds') = 'array' then array(
          select jsonb_array_elements_text(p_write -> 'episodeIds'))::uuid[] end,
        (p_write ->> 'isWatched')::boolean, at);
    when 'removed', 'dismissed' then
      is_newest := private.put_about_history(p_viewer, p_write, at);
    when 'cleared' then
      perform private.clear_history(p_viewer, at);
      is_newest := true;
    when 'paused' then
      update public.viewer_profiles viewer
      set history_paused = (p_write ->> 'isPaused')::boolean, history_pause_moment = at
      where viewer.id = p_viewer
        and (at, (p_write ->> 'isPaused')::boolean) > (viewer.history_pause_moment, viewer.history_paused);
      is_newest := found;
    else return 'refused';
  end case;
  return case when is_newest then 'done' else 'superseded' end;
end;
$$;
