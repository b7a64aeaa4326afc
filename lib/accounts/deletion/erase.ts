import type { Pool } from "pg";
import { eraseFiles } from "@/lib/accounts/deletion/erase-files";
import { eraseKeys } from "@/lib/accounts/deletion/erase-keys";
import { DELETION_DAYS } from "@/lib/accounts/limits";
import { sendNotice } from "@/lib/accounts/notice";
import { chooseLocale } from "@/lib/i18n/config";
import { markOthersEnded } from "@/lib/platform/auth/session";
import { cacheTags, forget } from "@/lib/platform/cache";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const AT_ONCE = 20;

/** Erases every account whose week is over; answers how many. What is half erased is found again and finished. */
export async function eraseDueAccounts(pool: Pool, signal?: AbortSignal): Promise<number> {
  let erased = 0;
  for (;;) {
    const { rows } = await pool.query<{ user_id: string }>(
      `select user_id from public.user_accounts
       where deletion_requested_at <= now() - make_interval(days => $1)
       order by deletion_requested_at limit $2`,
      [DELETION_DAYS, AT_ONCE],
    );
    if (rows.length === 0) return erased;
    for (const { user_id: userId } of rows) {
      if (signal?.aborted) return erased;
      if (await eraseAccount(pool, userId)) erased += 1;
    }
  }
}

/**
 * Files first and the row that remembers the wish last, so that a run that is killed anywhere is begun again. Whoever
 * keeps the account in the last moment keeps it: the final statement asks once more.
 */
export async function eraseAccount(pool: Pool, userId: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    // Holds off a change of mind until this is over; somebody else who erases it is left alone.
    const { rows } = await client.query(
      `select user_id from public.user_accounts
       where user_id = $1 and deletion_requested_at <= now() - make_interval(days => $2)
       for update skip locked`,
      [userId, DELETION_DAYS],
    );
    if (rows.length === 0) {
      await client.query("rollback");
      return false;
    }
    const { rows: viewers } = await client.query<{ id: string; email: string | null; language: string }>(
      `select viewer.id, account.email, viewer.language from public.viewer_profiles viewer
       join auth.users account on account.id = viewer.user_id where viewer.user_id = $1 order by viewer.slot`,
      [userId],
    );
    await markOthersEnded(userId, null);
    await eraseFiles(client, userId);
    await client.query("delete from auth.users where id = $1", [userId]);
    await client.query("commit");
    const viewerIds = viewers.map(({ id }) => id);
    await forget(cacheTags.user(userId), ...viewerIds.map(cacheTags.viewer));
    await eraseKeys([userId, ...viewerIds]);
    await sayGoodbye(viewers[0]);
    return true;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The last thing that the address is used for. Once at most: a worker that is killed before it has nobody left to write to. */
async function sayGoodbye(owner: { email: string | null; language: string } | undefined): Promise<void> {
  if (!owner?.email) return;
  try {
    const link = env().SITE_URL;
    await sendNotice(owner.email, chooseLocale(owner.language, null), "accountErased", { link });
  } catch (err) {
    log.error({ err }, "nobody was told that an account is gone");
  }
}
