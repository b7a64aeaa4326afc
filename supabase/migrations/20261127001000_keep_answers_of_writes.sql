-- A write under a key is done once: the key is claimed, the answer kept, a repeat gets the answer. What was here let a
-- person read and write the rows by hand; now only the functions below do, each for its caller alone.
drop policy "Owners read their own keys" on public.idempotency_keys;
drop policy "Owners take keys of their own" on public.idempotency_keys;
drop policy "Owners answer their own keys" on public.idempotency_keys;
drop policy "Owners give back their own keys" on public.idempotency_keys;
revoke all on public.idempotency_keys from public, anon, authenticated, service_role;

delete from public.idempotency_keys;
alter table public.idempotency_keys
  drop column answer,
  add column answer text check (char_length(answer) <= 65536),
  add column body_hash text not null check (char_length(body_hash) = 64),
  add column claim uuid not null default gen_random_uuid(),
  add column claimed_until timestamptz not null default clock_timestamp() + interval '30 seconds';

comment on table public.idempotency_keys is
  'Writes that a client may repeat. No policy on purpose: only the functions that claim, answer and release reach it.';
comment on column public.idempotency_keys.key is 'A digest: the key itself opens the answer.';
comment on column public.idempotency_keys.answer is 'Encrypted by the server; null while the write is under way.';
comment on column public.idempotency_keys.claimed_until is
  'After it the write counts as killed half-way, and the next request with the key does it; longer than any deadline.';

create function public.claim_idempotency_key(p_route text, p_key text, p_body_hash text)
returns table (state text, claim uuid, answer text)
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  caller uuid := (select auth.uid());
  known public.idempotency_keys;
begin
  if caller is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;

  delete from public.idempotency_keys old where old.user_id = caller and old.expires_at < clock_timestamp();
  insert into public.idempotency_keys (user_id, route, key, body_hash)
  values (caller, p_route, p_key, p_body_hash)
  on conflict (user_id, route, key) do nothing
  returning * into known;
  if found then
    return query select 'claimed', known.claim, null::text;
    return;
  end if;

  select * into strict known from public.idempotency_keys row
  where row.user_id = caller and row.route = p_route and row.key = p_key
  for update;
  if known.body_hash is distinct from p_body_hash then
    return query select 'different', null::uuid, null::text;
  elsif known.answer is not null then
    return query select 'answered', null::uuid, known.answer;
  elsif known.claimed_until > clock_timestamp() then
    return query select 'running', null::uuid, null::text;
  else
    return query
      update public.idempotency_keys row
      set claim = gen_random_uuid(), claimed_until = clock_timestamp() + interval '30 seconds'
      where row.id = known.id
      returning 'claimed', row.claim, null::text;
  end if;
end
$$;
comment on function public.claim_idempotency_key(text, text, text) is
  'Takes a key for its caller: claimed (do it), answered (here it is), running (a twin does it) or different (another body).';
revoke all on function public.claim_idempotency_key(text, text, text) from public, anon, authenticated;
grant execute on function public.claim_idempotency_key(text, text, text) to authenticated;

create function public.answer_idempotency_key(p_claim uuid, p_answer text)
returns boolean
language sql security definer set search_path = ''
as $$
  with answered as (
    update public.idempotency_keys row set answer = p_answer
    where row.user_id = (select auth.uid()) and row.claim = p_claim and row.answer is null
    returning 1
  )
  select exists (select from answered)
$$;
comment on function public.answer_idempotency_key(uuid, text) is
  'Keeps the answer of the caller''s claim; false when another request has taken it over meanwhile.';
revoke all on function public.answer_idempotency_key(uuid, text) from public, anon, authenticated;
grant execute on function public.answer_idempotency_key(uuid, text) to authenticated;

create function public.release_idempotency_key(p_claim uuid)
returns boolean
language sql security definer set search_path = ''
as $$
  with released as (
    delete from public.idempotency_keys row
    where row.user_id = (select auth.uid()) and row.claim = p_claim and row.answer is null
    returning 1
  )
  select exists (select from released)
$$;
comment on function public.release_idempotency_key(uuid) is
  'Gives the caller''s claim back after a refusal, which changed nothing: the next request with the key is the first.';
revoke all on function public.release_idempotency_key(uuid) from public, anon, authenticated;
grant execute on function public.release_idempotency_key(uuid) to authenticated;
