-- A household whose own viewer is a child's could be managed by nobody any more. Their limit stays as it is.
update public.viewer_profiles set is_kids = false where slot = 1 and is_kids;
alter table public.viewer_profiles
  add constraint viewer_profiles_first_is_grown check (slot <> 1 or not is_kids);
