-- What is kept about a person is theirs to read and to take along.
create policy "People read events that name them" on public.analytics_events
  for select to authenticated using (user_id = (select auth.uid()));
