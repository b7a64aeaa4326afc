import { requireHouseholdViewer } from "@/lib/accounts/viewers/manage";
import { requirePin } from "@/lib/accounts/viewers/pin";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS } from "@/lib/i18n/config";
import { getHousehold, type Household, type HouseholdViewer } from "@/lib/platform/auth/household";
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
  await setChoice(ctx.household, cookies, viewer);
  cookies.set(LOCALE_COOKIE, viewer.language, { ...cookieDefaults(), maxAge: LOCALE_COOKIE_SECONDS });
}

/** Goes on as whoever is watching; where somebody was added, until the browser is closed. */
export async function keepChoice({ db, user, viewer }: UserContext, cookies: RequestJar): Promise<void> {
  const household = await getHousehold(db, user.id);
  const active = household.viewers.find(({ id }) => id === viewer.profileId);
  if (active) await setChoice(household, cookies, active);
}

async function setChoice(
  household: Household,
  cookies: RequestJar,
  { id, hasPin, pinVersion }: HouseholdViewer,
): Promise<void> {
  const choice = { userId: household.userId, profileId: id, pinVersion: hasPin ? pinVersion : null };
  cookies.set(VIEWER_COOKIE, await signViewerCookie(choice), viewerCookieOptions(household));
}
