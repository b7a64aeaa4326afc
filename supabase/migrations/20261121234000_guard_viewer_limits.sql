-- All viewers of a household hold the same token, so the database cannot tell a child from a parent. What decides what a
-- viewer may see, and who there is, is therefore written by the server alone, which knows who is watching.
revoke insert, delete on public.viewer_profiles from authenticated;
revoke insert (
  user_id, name, avatar_path, is_kids, maturity_limit, language, autoplay_next, autoplay_previews,
  subtitle_language, subtitle_style, skip_intro, skip_recap, history_paused
) on public.viewer_profiles from authenticated;
revoke update (is_kids, maturity_limit) on public.viewer_profiles from authenticated;

drop policy "Owners add viewers to their own household" on public.viewer_profiles;
drop policy "Owners remove their own viewers except the first" on public.viewer_profiles;

create function private.keep_first_viewer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- With the account its viewers go too.
  if old.slot = 1 and exists (select from public.user_profiles where id = old.user_id) then
    raise exception 'The first viewer of a household stays.' using errcode = 'check_violation';
  end if;
  return old;
end;
$$;
comment on function private.keep_first_viewer() is 'Lets the first viewer go only together with the account.';
revoke all on function private.keep_first_viewer() from public, anon, authenticated;

create trigger keep_first_viewer before delete on public.viewer_profiles
  for each row execute function private.keep_first_viewer();
