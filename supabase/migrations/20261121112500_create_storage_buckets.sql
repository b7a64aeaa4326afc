insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('artwork', 'artwork', true, 20971520, array['image/webp', 'image/avif', 'image/jpeg', 'image/png']),
  ('avatars', 'avatars', true, 2097152, array['image/webp', 'image/avif', 'image/jpeg', 'image/png']),
  ('trailers', 'trailers', true, 1073741824, array['video/mp4', 'video/webm', 'image/webp', 'text/vtt',
    'application/vnd.apple.mpegurl']),
  ('media', 'media', false, 53687091200, array['video/mp4', 'audio/mp4', 'application/vnd.apple.mpegurl', 'text/vtt',
    'image/jpeg', 'image/webp']),
  ('uploads', 'uploads', false, 107374182400, array['video/*', 'audio/*', 'text/vtt', 'application/x-subrip',
    'application/octet-stream']),
  ('clips', 'clips', false, 524288000, array['video/mp4', 'image/webp', 'image/jpeg', 'image/png', 'audio/mpeg',
    'audio/mp4'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

-- media and clips have no policy on purpose: only the service role reads and writes them, and everybody else gets
-- short-lived signed URLs from our server. Public buckets are served without one; select is for listing.

create policy "Owners read their own avatars" on storage.objects
  for select to authenticated
  using (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "Owners add avatars to their own folder" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "Owners replace their own avatars" on storage.objects
  for update to authenticated
  using (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text)
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "Owners delete their own avatars" on storage.objects
  for delete to authenticated
  using (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);

create policy "Admins read artwork, trailers and uploads" on storage.objects
  for select to authenticated
  using (bucket_id in ('artwork', 'trailers', 'uploads') and (select private.is_admin()));
create policy "Admins add artwork, trailers and uploads" on storage.objects
  for insert to authenticated
  with check (bucket_id in ('artwork', 'trailers', 'uploads') and (select private.is_admin()));
create policy "Admins replace artwork, trailers and uploads" on storage.objects
  for update to authenticated
  using (bucket_id in ('artwork', 'trailers', 'uploads') and (select private.is_admin()))
  with check (bucket_id in ('artwork', 'trailers', 'uploads') and (select private.is_admin()));
create policy "Admins delete artwork, trailers and uploads" on storage.objects
  for delete to authenticated
  using (bucket_id in ('artwork', 'trailers', 'uploads') and (select private.is_admin()));
