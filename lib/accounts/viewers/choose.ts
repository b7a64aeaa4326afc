import { requireHouseholdViewer } from "@/lib/accounts/viewers/manage";
import { requirePin } from "@/lib/accounts/viewers/pin";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS } from "@/lib/i18n/config";
import type { UserContext } from "@/lib/platform/auth/types";
import { signViewerCookie, VIEWER_COOKIE, viewerCookieOptions } from "@/lib/platform/auth/viewer-cookie";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";

/** Makes one of the household the active viewer, after the PIN where there is one, in their language. */
export async function chooseViewer(
  ctx: UserContext,
  cookies: RequestJar,
  { viewerId, pin }: { viewerId: string; pin?: string | undefined },
): Promise<void> {
  const viewer = requireHouseholdViewer(ctx, viewerId);
  await requirePin(ctx, viewerId, pin);
  const cookie = await signViewerCookie({
    userId: ctx.user.id,
    profileId: viewer.id,
    pinVersion: viewer.hasPin ? viewer.pinVersion : null,
  });
  cookies.set(VIEWER_COOKIE, cookie, viewerCookieOptions(ctx.household));
  cookies.set(LOCALE_COOKIE, viewer.language, { ...cookieDefaults(), maxAge: LOCALE_COOKIE_SECONDS });
}
