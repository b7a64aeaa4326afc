-- A column that is worked out, so that the one read of a household has it: only Auth's own tables know of second steps.
create function public.has_second_step(account public.user_accounts) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from auth.mfa_factors factor
    where factor.user_id = account.user_id and factor.status = 'verified'
      and account.user_id = (select auth.uid())
  )
$$;
comment on function public.has_second_step(public.user_accounts) is
  'Whether the caller''s own account has a second step; false for every other account.';
revoke all on function public.has_second_step(public.user_accounts) from public, anon, authenticated;
grant execute on function public.has_second_step(public.user_accounts) to authenticated;
