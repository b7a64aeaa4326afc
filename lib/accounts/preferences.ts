import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS, type Locale } from "@/lib/i18n/config";
import { isSuspended } from "@/lib/platform/auth/context";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { RequestJar } from "@/lib/platform/http/request-jar";
import { cookieDefaults } from "@/lib/platform/supabase/cookies";
import { THEME_COOKIE, THEME_COOKIE_SECONDS, type Theme } from "@/lib/platform/theme";

/** Keeps language and theme in this browser, and with the viewer (language) and the account (theme) who has them. */
export async function savePreferences(
  { db, user, household, viewer }: AudienceContext,
  cookies: RequestJar,
  { locale, theme }: { locale?: Locale | undefined; theme?: Theme | undefined },
): Promise<void> {
  if (locale) cookies.set(LOCALE_COOKIE, locale, { ...cookieDefaults(), maxAge: LOCALE_COOKIE_SECONDS });
  if (theme) cookies.set(THEME_COOKIE, theme, { ...cookieDefaults(), maxAge: THEME_COOKIE_SECONDS });
  // Somebody who is suspended changes nothing of the account, and still reads why in their language.
  if (!user || isSuspended({ household })) return;
  if (locale && viewer.profileId) {
    const { error } = await db
      .from("viewer_profiles")
      .update({ language: locale })
      .eq("id", viewer.profileId)
      .eq("user_id", user.id);
    if (error) throw fromPostgrest(error);
  }
  if (theme) {
    const { error } = await db.from("user_settings").update({ theme }).eq("user_id", user.id);
    if (error) throw fromPostgrest(error);
  }
  await forgetHousehold(user.id);
}
