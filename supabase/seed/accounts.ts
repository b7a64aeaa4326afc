import type { Pool } from "pg";
import { adminClient } from "@/lib/platform/supabase/admin";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./demo-accounts";

/** One account for each tier and each role, ready to sign in with. Only ever in the embedded stack. */
export async function seedAccounts(pool: Pool): Promise<void> {
  for (const account of DEMO_ACCOUNTS) {
    const id = (await findAccount(pool, account.email)) ?? (await createAccount(account));
    await pool.query("update public.user_accounts set role = $2, subscription_tier = $3 where user_id = $1", [
      id,
      account.role,
      account.tier,
    ]);
    // The first viewer of a demo account is a grown-up, so that the whole catalogue can be tried.
    await pool.query(
      "update public.viewer_profiles set maturity_limit = 18 where user_id = $1 and slot = 1 and maturity_limit <> 18",
      [id],
    );
    if (account.hasKidsViewer) await addKidsViewer(pool, id);
  }
}

async function findAccount(pool: Pool, email: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>("select id from auth.users where email = $1", [email]);
  return rows[0]?.id;
}

async function createAccount({ email, username, name }: DemoAccount): Promise<string> {
  const { data, error } = await adminClient().auth.admin.createUser({
    email,
    password: DEMO_PASSWORD,
    email_confirm: true,
    user_metadata: { username, display_name: name },
  });
  if (error) throw error;
  return data.user.id;
}

async function addKidsViewer(pool: Pool, userId: string): Promise<void> {
  await pool.query(
    `insert into public.viewer_profiles (user_id, name, is_kids, maturity_limit, avatar_path)
     select $1, 'Kids', true, 7, 'face:bunny'
     where not exists (select from public.viewer_profiles where user_id = $1 and is_kids)`,
    [userId],
  );
}
