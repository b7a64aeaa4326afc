-- A picture is drawn anew by the server before it is public: what a browser sends may hold places, scripts or bombs.
drop policy "Owners read their own avatars" on storage.objects;
drop policy "Owners add avatars to their own folder" on storage.objects;
drop policy "Owners replace their own avatars" on storage.objects;
drop policy "Owners delete their own avatars" on storage.objects;
revoke update (avatar_path) on public.user_profiles from authenticated;
revoke update (avatar_path) on public.viewer_profiles from authenticated;

alter table public.user_profiles add constraint user_profiles_avatar_is_own
  check (avatar_path ~ '^face:[a-z]{2,20}$' or starts_with(avatar_path, id::text || '/')) not valid;
alter table public.viewer_profiles add constraint viewer_profiles_avatar_is_own
  check (avatar_path ~ '^face:[a-z]{2,20}$' or starts_with(avatar_path, user_id::text || '/')) not valid;
