-- The ids are fixed, so that every environment speaks of the same plan.
insert into public.subscription_plans
  (id, slug, name, tier, features, max_concurrent_streams, max_video_height, has_ads, trial_days, position)
values
  ('00000000-0000-4000-8000-000000000001', 'free', 'Free', 'free',
    '["free_titles", "streams_1", "quality_480", "with_ads"]', 1, 480, true, 0, 1),
  ('00000000-0000-4000-8000-000000000002', 'basic', 'Basic', 'basic',
    '["basic_titles", "streams_2", "quality_720", "no_ads"]', 2, 720, false, 0, 2),
  ('00000000-0000-4000-8000-000000000003', 'premium', 'Premium', 'premium',
    '["all_titles", "streams_4", "quality_1080", "no_ads"]', 4, 1080, false, 7, 3),
  ('00000000-0000-4000-8000-000000000004', 'vip', 'VIP', 'vip',
    '["all_titles", "streams_6", "quality_2160", "no_ads"]', 6, 2160, false, 0, 4)
on conflict (id) do nothing;

insert into public.plan_prices (id, plan_id, billing_cycle, currency, amount_minor)
values
  ('00000000-0000-4000-8001-000000000001', '00000000-0000-4000-8000-000000000001', 'monthly', 'USD', 0),
  ('00000000-0000-4000-8001-000000000002', '00000000-0000-4000-8000-000000000001', 'yearly', 'USD', 0),
  ('00000000-0000-4000-8001-000000000003', '00000000-0000-4000-8000-000000000002', 'monthly', 'USD', 599),
  ('00000000-0000-4000-8001-000000000004', '00000000-0000-4000-8000-000000000002', 'yearly', 'USD', 5990),
  ('00000000-0000-4000-8001-000000000005', '00000000-0000-4000-8000-000000000003', 'monthly', 'USD', 1099),
  ('00000000-0000-4000-8001-000000000006', '00000000-0000-4000-8000-000000000003', 'yearly', 'USD', 10990),
  ('00000000-0000-4000-8001-000000000007', '00000000-0000-4000-8000-000000000004', 'monthly', 'USD', 1799),
  ('00000000-0000-4000-8001-000000000008', '00000000-0000-4000-8000-000000000004', 'yearly', 'USD', 17990)
on conflict (id) do nothing;
