-- With the plans, so that a refusal and the quality menu can name the one that is needed.
create function public.playback_source(
  p_user uuid, p_viewer uuid, p_movie uuid, p_episode uuid, p_maturity_limit integer, p_country text
) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'card', public.movie_card(movie),
    'episode', case when episode.id is not null then public.episode_card(episode) end,
    'next_episode', case when episode.id is not null then (
      select public.episode_card(following)
      from public.next_episode(movie.id, episode.season, episode.number) following) end,
    'asset', case when asset.id is not null then jsonb_build_object(
      'id', asset.id, 'duration_seconds', asset.duration_seconds, 'renditions', asset.renditions,
      'audio_tracks', asset.audio_tracks, 'thumbnails_path', asset.thumbnails_path, 'segments', asset.segments) end,
    'subtitles', coalesce((
      select jsonb_agg(jsonb_build_object(
        'language', subtitle.language, 'label', subtitle.label, 'kind', subtitle.kind, 'path', subtitle.path,
        'is_default', subtitle.is_default) order by subtitle.is_default desc, subtitle.label, subtitle.path)
      from public.subtitles subtitle where subtitle.asset_id = asset.id), '[]'),
    'resume', (
      select jsonb_build_object('progress_seconds', history.progress_seconds, 'watch_percentage', history.watch_percentage)
      from public.viewing_history history
      where history.viewer_profile_id = p_viewer and history.movie_id = movie.id
        and history.episode_id is not distinct from episode.id and history.deleted_at is null),
    'autoplay_next', coalesce((
      select profile.autoplay_next from public.viewer_profiles profile where profile.id = p_viewer), true),
    'entitlement', (select to_jsonb(entitlement) from public.current_entitlement(p_user) entitlement),
    'plans', coalesce((
      select jsonb_agg(jsonb_build_object(
        'tier', plan.tier, 'name', plan.name, 'max_video_height', plan.max_video_height) order by plan.max_video_height)
      from public.subscription_plans plan where plan.is_active), '[]'))
  from public.catalogue_visible(p_maturity_limit, p_country) movie
  left join public.episodes episode on episode.movie_id = movie.id and episode.id = coalesce(
    p_episode,
    (select point.episode_id from public.resume_point(p_viewer, movie.id) point),
    (select beginning.id from public.next_episode(movie.id, 0, 0) beginning))
    and movie.type = 'series'
  left join public.video_assets asset on asset.status = 'ready'
    and asset.id = case when movie.type = 'series' then episode.asset_id else movie.asset_id end
  where movie.id = p_movie and (p_episode is null or episode.id is not null)
$$;
comment on function public.playback_source(uuid, uuid, uuid, uuid, integer, text) is
  'Everything that starting a playback asks of the database; null where the viewer may not see the title or the episode is not of it. Without an episode a series goes on where the viewer stopped.';
revoke all on function public.playback_source(uuid, uuid, uuid, uuid, integer, text) from public, anon, authenticated;
grant execute on function public.playback_source(uuid, uuid, uuid, uuid, integer, text) to authenticated;

create function public.playback_stream(p_session uuid, p_viewer uuid, p_maturity_limit integer, p_country text)
returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'is_live', session.ended_at is null and session.last_heartbeat_at > clock_timestamp() - interval '60 seconds',
    'source', public.playback_source(
      session.user_id, session.viewer_profile_id, session.movie_id, session.episode_id, p_maturity_limit, p_country))
  from public.playback_sessions session
  where session.id = p_session and session.user_id = (select auth.uid()) and session.viewer_profile_id = p_viewer
$$;
comment on function public.playback_stream(uuid, uuid, integer, text) is
  'What a session plays, checked again for who asks now: {is_live, source}, null for a session that is not this viewer''s. source is null once the title may no longer be seen.';
revoke all on function public.playback_stream(uuid, uuid, integer, text) from public, anon, authenticated;
grant execute on function public.playback_stream(uuid, uuid, integer, text) to authenticated;
