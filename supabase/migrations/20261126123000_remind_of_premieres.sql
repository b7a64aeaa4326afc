-- notifications: what an account or one of its viewers is told
create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.user_profiles (id) on delete cascade,
  viewer_profile_id uuid,
  type text not null check (type in (
    'new_content', 'subscription_renewal', 'subscription_cancelled', 'payment_failed', 'comment_reply',
    'review_helpful', 'new_follower', 'live_starting', 'moderation', 'system')),
  title text not null check (char_length(title) between 1 and 300),
  message text not null check (char_length(message) between 1 and 2000),
  action_url text check (action_url ~ '^/' and char_length(action_url) <= 500),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object' and pg_column_size(metadata) <= 8192),
  occasion text not null unique check (char_length(occasion) between 1 and 200),
  is_mail_due boolean not null default false,
  is_read boolean not null default false,
  read_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (viewer_profile_id, user_id) references public.viewer_profiles (id, user_id) on delete cascade
);
comment on table public.notifications is 'What an account, or one viewer of it, is told.';
comment on column public.notifications.occasion is 'What it is about, such as reminder:{id}: nobody is told twice.';
comment on column public.notifications.is_mail_due is 'A mail is still to be sent.';

create index notifications_owner_idx on public.notifications (user_id, created_at desc);
create index notifications_viewer_idx on public.notifications (viewer_profile_id, user_id);
create index notifications_mail_due_idx on public.notifications (created_at) where is_mail_due;

alter table public.notifications enable row level security;
revoke all on public.notifications from public, anon, authenticated, service_role;
grant select (
  id, user_id, viewer_profile_id, type, title, message, action_url, metadata, is_read, read_at, expires_at, created_at
) on public.notifications to authenticated;
grant update (is_read) on public.notifications to authenticated;
grant select, insert, update, delete on public.notifications to service_role;

create policy "Owners read their own notifications" on public.notifications
  for select to authenticated using (user_id = (select auth.uid()));
create policy "Owners mark their own notifications as read" on public.notifications
  for update to authenticated using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

create policy "Only whole sessions see changes" on public.notifications
  as restrictive for select to authenticated using ((select private.is_whole_session()));

create function private.stamp_read_at() returns trigger
language plpgsql security invoker set search_path = ''
as $$
begin
  new.read_at := case when new.is_read then now() end;
  return new;
end;
$$;
revoke all on function private.stamp_read_at() from public, anon, authenticated;
create trigger stamp_read_at before update of is_read on public.notifications
  for each row when (old.is_read is distinct from new.is_read) execute function private.stamp_read_at();

alter publication supabase_realtime add table public.notifications (
  id, user_id, viewer_profile_id, type, title, message, action_url, metadata, is_read, read_at, expires_at, created_at
);

-- A child must not be told of a title above its limit, so a reminder is made where the viewer's own limit is known.
revoke insert, delete on public.reminders from authenticated;
drop policy "Owners add their own reminders" on public.reminders;
drop policy "Owners remove their own reminders" on public.reminders;

create function public.set_reminder(p_viewer uuid, p_movie uuid, p_country text, p_is_wanted boolean) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not p_is_wanted then
    delete from public.reminders reminder
    where reminder.viewer_profile_id = p_viewer and reminder.movie_id = p_movie
      and reminder.user_id = (select auth.uid()) and reminder.notified_at is null;
    return true;
  end if;
  insert into public.reminders (user_id, viewer_profile_id, movie_id)
  select viewer.user_id, viewer.id, movie.id
  from public.viewer_profiles viewer
  cross join lateral private.coming_titles(viewer.maturity_limit, p_country) movie
  where viewer.id = p_viewer and viewer.user_id = (select auth.uid()) and movie.id = p_movie
  on conflict (viewer_profile_id, movie_id) do nothing;
  return exists (
    select from public.reminders reminder
    where reminder.viewer_profile_id = p_viewer and reminder.movie_id = p_movie
      and reminder.user_id = (select auth.uid()));
end;
$$;
comment on function public.set_reminder(uuid, uuid, text, boolean) is
  'Asks to be told when a coming title is there, or no longer; again changes nothing. False where the viewer may not know of it.';
revoke all on function public.set_reminder(uuid, uuid, text, boolean) from public, anon;
grant execute on function public.set_reminder(uuid, uuid, text, boolean) to authenticated;
create index reminders_waiting_idx on public.reminders (movie_id) where notified_at is null;
