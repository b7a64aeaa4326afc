import type { Face } from "@/lib/accounts/avatars/faces";
import { avatarPrefix } from "@/lib/accounts/avatars/name";
import { AVATAR_BYTES_MAXIMUM, redraw } from "@/lib/accounts/avatars/redraw";
import { requireManager } from "@/lib/accounts/guard";
import { removeAvatars, storeAvatar, writeAvatarPath } from "@/lib/accounts/vault";
import { requireEditableViewer } from "@/lib/accounts/viewers/manage";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { UserContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import { readBytes } from "@/lib/platform/http/parse";

/** Of the account itself, or of one of its viewers. */
type Owner = { viewerId: string | null };

/** Takes a picture as it was uploaded; answers where it is served. */
export async function uploadAvatar(
  ctx: UserContext,
  { viewerId }: Owner,
  request: Request,
): Promise<{ avatarPath: string }> {
  requireOwner(ctx, viewerId);
  const { picture, hash } = await redraw(await readBytes(request, AVATAR_BYTES_MAXIMUM));
  const avatarPath = `${ctx.user.id}/${avatarPrefix(viewerId)}${hash}.webp`;
  await storeAvatar(avatarPath, picture);
  await change(ctx, viewerId, avatarPath);
  return { avatarPath };
}

/** Chooses one of our own, or (null) none. */
export async function chooseFace(ctx: UserContext, { viewerId }: Owner, face: Face | null): Promise<void> {
  requireOwner(ctx, viewerId);
  await change(ctx, viewerId, face && `face:${face}`);
}

function requireOwner(ctx: UserContext, viewerId: string | null): void {
  if (viewerId) requireEditableViewer(ctx, viewerId);
  else requireManager(ctx);
}

/** What was there before goes, and whatever an upload left that was overtaken by another. */
async function change(ctx: UserContext, viewerId: string | null, path: string | null): Promise<void> {
  const userId = ctx.user.id;
  if (!(await writeAvatarPath({ userId, viewerId }, path)))
    throw new AppError("NOT_FOUND", "accounts.errors.noSuchViewer");
  await forgetHousehold(userId);
  await removeAvatars(userId, avatarPrefix(viewerId), path);
}
