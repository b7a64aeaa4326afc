-- video_assets: one video file and what the worker made of it
create table public.video_assets (
  id uuid primary key default gen_random_uuid(),
  movie_id uuid references public.movies (id) on delete cascade,
  episode_id uuid references public.episodes (id) on delete cascade,
  kind text not null default 'main' check (kind in ('main', 'trailer', 'ad', 'recording')),
  status text not null default 'uploaded'
    check (status in ('uploaded', 'queued', 'transcoding', 'ready', 'failed')),
  source_path text check (char_length(source_path) <= 1000),
  source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$'),
  hls_path text check (char_length(hls_path) <= 300),
  duration_seconds double precision check (duration_seconds >= 0),
  size_bytes bigint check (size_bytes >= 0),
  renditions jsonb not null default '[]' check (jsonb_typeof(renditions) = 'array'),
  audio_tracks jsonb not null default '[]' check (jsonb_typeof(audio_tracks) = 'array'),
  thumbnails_path text check (char_length(thumbnails_path) <= 300),
  segments jsonb not null default '[]' check (jsonb_typeof(segments) = 'array'),
  progress_percent smallint not null default 0 check (progress_percent between 0 and 100),
  error_text text check (char_length(error_text) <= 5000),
  attempts smallint not null default 0 check (attempts >= 0),
  created_by uuid references public.user_profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- No owner yet is allowed: an upload may arrive before its title exists.
  check (num_nonnulls(movie_id, episode_id) <= 1)
);
comment on table public.video_assets is
  'One video of a movie or an episode: source, state of the work, renditions, audio tracks, segments. The title plays the asset that its asset_id names.';
comment on column public.video_assets.hls_path is 'Folder of the renditions in the bucket media.';

create index video_assets_movie_idx on public.video_assets (movie_id);
create index video_assets_episode_idx on public.video_assets (episode_id);
create index video_assets_created_by_idx on public.video_assets (created_by);
create index video_assets_unfinished_idx on public.video_assets (status, created_at) where status <> 'ready';

alter table public.video_assets enable row level security;
revoke all on public.video_assets from public, anon, authenticated, service_role;
grant select (
  id, movie_id, episode_id, kind, status, hls_path, duration_seconds, renditions, audio_tracks, thumbnails_path,
  segments, created_at, updated_at
) on public.video_assets to anon, authenticated;
-- Where a source lies, what it is made of and who brought it concern the staff, who read it through the service.
grant insert, update, delete on public.video_assets to authenticated;
grant select, insert, update, delete on public.video_assets to service_role;

create policy "Everybody reads ready assets of titles that they can read" on public.video_assets
  for select to anon, authenticated
  using (
    (select private.is_staff())
    or (
      status = 'ready'
      and (
        exists (select from public.movies movie where movie.id = movie_id)
        or exists (select from public.episodes episode where episode.id = episode_id)
      )
    )
  );
create policy "Admins add assets" on public.video_assets
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update assets" on public.video_assets
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete assets" on public.video_assets
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.video_assets
  for each row execute function private.set_updated_at();

-- What a title plays is one column, so that a new encode is published by one update.
alter table public.movies
  add column asset_id uuid references public.video_assets (id) on delete set null,
  add column trailer_asset_id uuid references public.video_assets (id) on delete set null;
create index movies_asset_idx on public.movies (asset_id);
create index movies_trailer_asset_idx on public.movies (trailer_asset_id);
grant insert (asset_id, trailer_asset_id), update (asset_id, trailer_asset_id) on public.movies to authenticated;

alter table public.episodes
  add column asset_id uuid references public.video_assets (id) on delete set null;
create index episodes_asset_idx on public.episodes (asset_id);

-- subtitles
create table public.subtitles (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references public.video_assets (id) on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  label text not null check (char_length(label) between 1 and 100),
  kind text not null default 'subtitles' check (kind in ('subtitles', 'captions', 'sdh')),
  path text not null unique check (char_length(path) <= 300),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.subtitles is 'WebVTT tracks of an asset; language is BCP 47, path lies in the bucket media.';

create index subtitles_asset_idx on public.subtitles (asset_id, language);
create unique index subtitles_one_default_idx on public.subtitles (asset_id) where is_default;

alter table public.subtitles enable row level security;
revoke all on public.subtitles from public, anon, authenticated, service_role;
grant select on public.subtitles to anon;
grant select, insert, update, delete on public.subtitles to authenticated, service_role;

create policy "Everybody reads subtitles of assets that they can read" on public.subtitles
  for select to anon, authenticated
  using (exists (select from public.video_assets asset where asset.id = asset_id));
create policy "Admins add subtitles" on public.subtitles
  for insert to authenticated with check ((select private.is_admin()));
create policy "Admins update subtitles" on public.subtitles
  for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()));
create policy "Admins delete subtitles" on public.subtitles
  for delete to authenticated using ((select private.is_admin()));

create trigger set_updated_at before update on public.subtitles
  for each row execute function private.set_updated_at();
