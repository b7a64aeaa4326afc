import { registerDevice } from "@/lib/accounts/devices/register";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS } from "@/lib/i18n/config";
import { getHousehold } from "@/lib/platform/auth/household";
import type { SessionUser } from "@/lib/platform/auth/types";
import { signViewerCookie, VIEWER_COOKIE, viewerCookieOptions } from "@/lib/platform/auth/viewer-cookie";
import { asksWhoIsWatching } from "@/lib/platform/auth/who-is-watching";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";
import type { Db } from "@/lib/platform/supabase/server";
import { THEME_COOKIE, THEME_COOKIE_SECONDS } from "@/lib/platform/theme";

type Begun = {
  /** False where several people, or a PIN, leave open who is watching. */
  isViewerChosen: boolean;
  /** The account is to be deleted unless its owner changes their mind. */
  isLeaving: boolean;
};

/**
 * What follows every sign-in, however it was made: the only viewer is active where nobody has to be asked, theme and
 * language come with the account, and the device is in the list.
 */
export async function beginSession(
  db: Db,
  user: SessionUser,
  { cookies, headers }: { cookies: RequestJar; headers: Headers },
): Promise<Begun> {
  const household = await getHousehold(db, user.id);
  cookies.set(THEME_COOKIE, household.theme, { ...cookieDefaults(), maxAge: THEME_COOKIE_SECONDS });
  const [first] = household.viewers;
  const isLeaving = household.deletionRequestedAt !== null;
  const language = first?.language ?? "en";
  await registerDevice(db, user, { cookies, headers, language });
  if (!first || asksWhoIsWatching(household)) {
    cookies.delete(VIEWER_COOKIE);
    return { isViewerChosen: false, isLeaving };
  }
  const cookie = await signViewerCookie({ userId: user.id, profileId: first.id, pinVersion: null });
  cookies.set(VIEWER_COOKIE, cookie, viewerCookieOptions(household));
  cookies.set(LOCALE_COOKIE, first.language, { ...cookieDefaults(), maxAge: LOCALE_COOKIE_SECONDS });
  return { isViewerChosen: true, isLeaving };
}

/** Households of several people are asked who is watching, and who is about to leave is asked whether to stay. */
export function pathAfterSignIn({ isViewerChosen, isLeaving }: Begun, next: string): string {
  const wanted = isLeaving ? `/keep-account?next=${encodeURIComponent(next)}` : next;
  return isViewerChosen ? wanted : `/viewers?next=${encodeURIComponent(wanted)}`;
}
