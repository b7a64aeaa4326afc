create index user_accounts_deletion_idx on public.user_accounts (deletion_requested_at)
  where deletion_requested_at is not null;
