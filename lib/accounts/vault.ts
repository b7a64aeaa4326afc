import "server-only";
import { fromAuth } from "@/lib/accounts/auth-errors";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
// biome-ignore lint/style/noRestrictedImports: what a session that does not count yet, or a child with the household's token, must not reach
import { adminClient } from "@/lib/platform/supabase/admin";

/** Of accounts, this file and viewers/manage.ts alone hold the service key. Whoever calls has asked who may. */
export async function storeRecoveryCodes(userId: string, hashes: string[]): Promise<void> {
  const codes = adminClient().from("recovery_codes");
  const { error } = await codes.delete().eq("user_id", userId);
  if (error) throw fromPostgrest(error);
  if (hashes.length === 0) return;
  const rows = hashes.map((hash) => ({ user_id: userId, code_hash: hash }));
  const { error: refusal } = await adminClient().from("recovery_codes").insert(rows);
  if (refusal) throw fromPostgrest(refusal);
}

/** True for the one caller that a code is good for; the database decides between two at once. */
export async function spendRecoveryCode(userId: string, hash: string): Promise<boolean> {
  const { data, error } = await adminClient()
    .from("recovery_codes")
    .update({ used_at: new Date().toISOString() })
    .eq("user_id", userId)
    .eq("code_hash", hash)
    .is("used_at", null)
    .select("id");
  if (error) throw fromPostgrest(error);
  return data.length > 0;
}

/** Takes every second step from an account; running sessions fall back to one step and go on. */
export async function removeFactors(userId: string): Promise<void> {
  const { mfa } = adminClient().auth.admin;
  const { data, error } = await mfa.listFactors({ userId });
  if (error) throw fromAuth(error);
  for (const { id } of data.factors) {
    const { error: refusal } = await mfa.deleteFactor({ userId, id });
    if (refusal) throw fromAuth(refusal);
  }
}

/** When deletion was asked for first; a second call at the same time answers null. */
export async function markDeletion(userId: string): Promise<string | null> {
  const { data, error } = await adminClient()
    .from("user_accounts")
    .update({ deletion_requested_at: new Date().toISOString() })
    .eq("user_id", userId)
    .is("deletion_requested_at", null)
    .select("deletion_requested_at");
  if (error) throw fromPostgrest(error);
  return data[0]?.deletion_requested_at ?? null;
}

/** False where nobody had asked. */
export async function unmarkDeletion(userId: string): Promise<boolean> {
  const { data, error } = await adminClient()
    .from("user_accounts")
    .update({ deletion_requested_at: null })
    .eq("user_id", userId)
    .not("deletion_requested_at", "is", null)
    .select("user_id");
  if (error) throw fromPostgrest(error);
  return data.length > 0;
}

type Owner = { userId: string; viewerId: string | null };

/** Writes down which picture an account or one of its viewers has; true where there is such a one. */
export async function writeAvatarPath({ userId, viewerId }: Owner, path: string | null): Promise<boolean> {
  const change = { avatar_path: path };
  const { data, error } = viewerId
    ? await adminClient()
        .from("viewer_profiles")
        .update(change)
        .eq("id", viewerId)
        .eq("user_id", userId)
        .select("id")
    : await adminClient().from("user_profiles").update(change).eq("id", userId).select("id");
  if (error) throw fromPostgrest(error);
  return data.length > 0;
}

export async function removePin({ userId, viewerId }: { userId: string; viewerId: string }): Promise<void> {
  const { error } = await adminClient()
    .from("viewer_profiles")
    .update({ has_pin: false, pin_hash: null, failed_pin_attempts: 0, pin_locked_until: null })
    .eq("id", viewerId)
    .eq("user_id", userId);
  if (error) throw fromPostgrest(error);
}

/** The same bytes are the same file; one that is there already stays. */
export async function storeAvatar(path: string, picture: Buffer): Promise<void> {
  const options = { contentType: "image/webp", cacheControl: "31536000", upsert: true };
  const { error } = await adminClient().storage.from("avatars").upload(path, picture, options);
  if (error) throw fromStorage(error);
}

/** Removes the pictures in an account's folder whose names begin so, but for one. */
export async function removeAvatars(userId: string, prefix: string, kept: string | null): Promise<void> {
  const bucket = adminClient().storage.from("avatars");
  const { data, error } = await bucket.list(userId, { search: prefix });
  if (error) throw fromStorage(error);
  const old = data.map(({ name }) => `${userId}/${name}`).filter((path) => path !== kept);
  if (old.length === 0) return;
  const { error: refusal } = await bucket.remove(old);
  if (refusal) throw fromStorage(refusal);
}

const fromStorage = (cause: unknown) => new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause });
