-- What is kept about a person is theirs to read and to take along.
drop policy "Admins read events" on public.analytics_events;
create policy "People and admins read events" on public.analytics_events
  for select to authenticated using (user_id = (select auth.uid()) or (select private.is_admin()));
