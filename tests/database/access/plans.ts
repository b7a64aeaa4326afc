import {
  ADMINS,
  catalogue,
  columns,
  READING_OWNER,
  SERVICE_ONLY,
  STAFF,
  slug,
  type TableAccess,
} from "./table-access";

export const PLANS_ACCESS: Record<string, TableAccess> = {
  subscription_plans: {
    ...catalogue({
      row: (world) => ({ id: world.planId }),
      fresh: () => ({
        slug: slug(),
        name: "Fresh",
        tier: "vip",
        max_concurrent_streams: 1,
        max_video_height: 480,
        is_active: false,
      }),
      change: { position: 9 },
      columns: columns({
        written: `slug name tier description features max_concurrent_streams max_video_height has_ads trial_days
          position is_active`,
        added: "id",
        kept: "created_at updated_at",
      }),
    }),
    existing: (world) => ({ id: world.planId }),
    select: STAFF, // a retired plan; visitors read the active ones
  },
  plan_prices: {
    ...catalogue({
      row: (world) => ({
        plan_id: world.planId,
        billing_cycle: "monthly",
        currency: "EUR",
        amount_minor: 500,
      }),
      fresh: (world) => ({
        plan_id: world.planId,
        billing_cycle: "yearly",
        currency: "EUR",
        amount_minor: 500,
      }),
      change: { amount_minor: 700 },
      columns: columns({
        written: "plan_id billing_cycle currency amount_minor provider provider_price_id is_active",
        added: "id",
        kept: "created_at updated_at",
      }),
    }),
    select: STAFF,
  },
  user_subscriptions: {
    row: (world) => ({
      user_id: world.owner.userId,
      plan_id: world.planId,
      status: "active",
      billing_cycle: "monthly",
      amount_minor: 599,
      currency: "USD",
      provider: "manual",
    }),
    fresh: (world) => ({
      user_id: world.owner.userId,
      plan_id: world.planId,
      status: "expired",
      billing_cycle: "monthly",
      amount_minor: 599,
      currency: "USD",
      provider: "manual",
    }),
    change: { status: "expired" },
    select: [...READING_OWNER, ...ADMINS],
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `id user_id plan_id status billing_cycle amount_minor currency payment_method provider
        provider_subscription_id current_period_start current_period_end trial_ends_at grace_until
        cancel_at_period_end cancelled_at created_at updated_at`,
    }),
  },
};
