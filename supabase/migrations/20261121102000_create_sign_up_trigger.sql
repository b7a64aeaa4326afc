-- Makes every row of a new account. Nothing that a person can ask for may make a sign-up fail.
create function private.create_account() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  meta jsonb := case when jsonb_typeof(new.raw_user_meta_data) = 'object' then new.raw_user_meta_data else '{}' end;
  requested text := lower(btrim(left(coalesce(meta ->> 'username', meta ->> 'preferred_username', ''), 200)));
  stem text;
  candidate text;
  shown_name text := nullif(btrim(left(coalesce(meta ->> 'display_name', meta ->> 'full_name', meta ->> 'name'), 100)), '');
  spoken text := case when meta ->> 'locale' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(meta ->> 'locale') <= 35
    then meta ->> 'locale' else 'en' end;
begin
  -- Usernames are public, so a missing one is never taken from the e-mail address.
  stem := btrim(left(regexp_replace(private.normalise_text(requested), '[^a-z0-9_]+', '_', 'g'), 17), '_');
  candidate := case when requested ~ '^[a-z0-9_]{3,30}$' then requested end;
  -- The random half of a v4 UUID; the insert decides whether the name is free, also against sign-ups in flight.
  loop
    candidate := coalesce(
      candidate, coalesce(nullif(stem, ''), 'viewer') || '_' || left(replace(gen_random_uuid()::text, '-', ''), 12));
    insert into public.user_profiles (id, username, display_name)
    values (new.id, candidate, shown_name)
    on conflict (username) do nothing;
    exit when found;
    candidate := null;
  end loop;

  loop
    insert into public.user_accounts (user_id, referral_code, referred_by)
    values (
      new.id,
      upper(left(replace(gen_random_uuid()::text, '-', ''), 10)),
      (select referrer.user_id from public.user_accounts referrer
       where referrer.referral_code = upper(btrim(left(meta ->> 'referral_code', 40))))
    )
    on conflict (referral_code) do nothing;
    exit when found;
  end loop;

  insert into public.user_settings (user_id, country)
  values (new.id, case when meta ->> 'country' ~ '^[A-Z]{2}$' then meta ->> 'country' end);
  insert into public.viewer_profiles (user_id, name, maturity_limit, language)
  values (new.id, left(coalesce(shown_name, candidate), 50), 18, spoken);
  return new;
end;
$$;
comment on function private.create_account() is
  'Makes profile, account, settings and first viewer of a new auth user from username, display_name, locale, country and referral_code of its metadata.';
revoke all on function private.create_account() from public, anon, authenticated;

create trigger create_account after insert on auth.users
  for each row execute function private.create_account();
