import { registerDevice } from "@/lib/accounts/devices";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS } from "@/lib/i18n/config";
import { getHousehold } from "@/lib/platform/auth/household";
import type { AudienceContext, SessionUser } from "@/lib/platform/auth/types";
import { signViewerCookie, VIEWER_COOKIE, viewerCookieOptions } from "@/lib/platform/auth/viewer-cookie";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";
import { THEME_COOKIE, THEME_COOKIE_SECONDS } from "@/lib/platform/theme";

type Begun = {
  /** False where several people, or a PIN, leave open who is watching. */
  isViewerChosen: boolean;
};

/**
 * What follows every sign-in, however it was made: the first viewer without a PIN is active where the household has no
 * other, theme and language come with the account, and the device is in the list.
 */
export async function beginSession(
  { db }: AudienceContext,
  user: SessionUser,
  { cookies, headers }: { cookies: RequestJar; headers: Headers },
): Promise<Begun> {
  const household = await getHousehold(db, user.id);
  cookies.set(THEME_COOKIE, household.theme, { ...cookieDefaults(), maxAge: THEME_COOKIE_SECONDS });
  await registerDevice(db, user, headers);

  const first = household.viewers[0];
  if (!first || first.hasPin) {
    cookies.delete(VIEWER_COOKIE);
    return { isViewerChosen: false };
  }
  const cookie = await signViewerCookie({ userId: user.id, profileId: first.id, pinVersion: null });
  cookies.set(VIEWER_COOKIE, cookie, viewerCookieOptions());
  cookies.set(LOCALE_COOKIE, first.language, { ...cookieDefaults(), maxAge: LOCALE_COOKIE_SECONDS });
  return { isViewerChosen: household.viewers.length === 1 };
}

/** Households of several people are asked who is watching; the rest goes straight to where they wanted to be. */
export function pathAfterSignIn({ isViewerChosen }: Begun, next: string): string {
  return isViewerChosen ? next : `/viewers?next=${encodeURIComponent(next)}`;
}
