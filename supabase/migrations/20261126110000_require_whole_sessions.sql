-- A token outlives its session by up to an hour, and a password alone gives one to an account that has a second step.
-- Neither may do anything: the REST API asks before each request, Realtime and Storage by the policies below.
create function private.is_whole_session() returns boolean
language sql stable security definer set search_path = ''
as $$
  select
    (
      claims.session_id is null
      or exists (
        select from auth.sessions session
        where session.id = claims.session_id and session.user_id = claims.user_id
          and (session.not_after is null or session.not_after > now())
      )
    )
    and (
      claims.level = 'aal2'
      or not exists (
        select from auth.mfa_factors factor where factor.user_id = claims.user_id and factor.status = 'verified'
      )
    )
  from (
    select nullif(auth.jwt() ->> 'session_id', '')::uuid, auth.uid(), auth.jwt() ->> 'aal'
  ) as claims (session_id, user_id, level)
$$;
comment on function private.is_whole_session() is
  'Whether the caller''s session still exists and has gone through the second step where the account has one. In a policy always as (select private.is_whole_session()): once per statement.';
revoke all on function private.is_whole_session() from public;
grant execute on function private.is_whole_session() to anon, authenticated, service_role;

create function private.check_request() returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if auth.role() = 'authenticated' and not private.is_whole_session() then
    raise exception 'This session is over, or waits for its second step.' using errcode = 'PT401';
  end if;
end;
$$;
comment on function private.check_request() is 'What the REST API calls before each request (pgrst.db_pre_request).';
revoke all on function private.check_request() from public;
grant execute on function private.check_request() to anon, authenticated, service_role;

alter role authenticator set pgrst.db_pre_request = 'private.check_request';
notify pgrst, 'reload config';

create policy "Only whole sessions see changes" on public.user_favorites
  as restrictive for select to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions see changes" on public.user_watchlist
  as restrictive for select to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions see changes" on public.viewing_history
  as restrictive for select to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions see changes" on public.hidden_movies
  as restrictive for select to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions see changes" on public.viewer_profiles
  as restrictive for select to authenticated using ((select private.is_whole_session()));

create policy "Only whole sessions read files" on storage.objects
  as restrictive for select to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions add files" on storage.objects
  as restrictive for insert to authenticated with check ((select private.is_whole_session()));
create policy "Only whole sessions replace files" on storage.objects
  as restrictive for update to authenticated using ((select private.is_whole_session()));
create policy "Only whole sessions delete files" on storage.objects
  as restrictive for delete to authenticated using ((select private.is_whole_session()));
