import type { Locale } from "@/lib/i18n/config";
import { findHousehold, type Household, type HouseholdViewer } from "@/lib/platform/auth/household";
import { KIDS_MATURITY_LIMIT, VISITOR_MATURITY_LIMIT } from "@/lib/platform/auth/maturity";
import { getSessionAnd, hasSessionCookie, withoutSession } from "@/lib/platform/auth/session";
import type {
  AudienceContext,
  SessionUser,
  UserContext,
  Viewer,
  ViewerContext,
} from "@/lib/platform/auth/types";
import { readViewerCookie, VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { AppError } from "@/lib/platform/errors";
import { callerIsKnown } from "@/lib/platform/log/request";
import { supabaseNow } from "@/lib/platform/supabase/clock";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import { createUserClient } from "@/lib/platform/supabase/server";

type Surroundings = { jar: CookieJar; locale: Locale; country: string | null };

/** Everything the server knows about who asks. Fails closed: an unclear viewer gets the limit for kids. */
export async function createContext({ jar, locale, country }: Surroundings): Promise<AudienceContext> {
  const db = createUserClient(jar);
  const session = await getSessionAnd(db, jar, (userId) => findHousehold(db, userId));
  const [user, household] = [session?.user, session?.result];
  if (!user || !household || isHalfWay(user, household)) {
    const open = hasSessionCookie(jar) ? createUserClient(withoutSession(jar)) : db;
    return { db: open, user: null, household: null, viewer: visitor(locale, country) };
  }
  callerIsKnown(user.id);
  const chosen = await findChosenViewer(jar, household);
  return { db, user, household, viewer: toViewer(chosen, household.country ?? country, locale) };
}

/** A password alone opens nothing of an account that has a second step. The database refuses such a session, too. */
function isHalfWay(user: SessionUser, household: Household): boolean {
  return household.hasSecondStep && !user.hasPassedSecondStep;
}

async function findChosenViewer(jar: CookieJar, household: Household): Promise<HouseholdViewer | undefined> {
  const cookie = jar.getAll().find(({ name }) => name === VIEWER_COOKIE)?.value;
  const choice = await readViewerCookie(cookie, household.userId);
  return household.viewers.find(
    ({ id, hasPin, pinVersion }) => id === choice?.profileId && (!hasPin || choice.pinVersion === pinVersion),
  );
}

function visitor(locale: Locale, country: string | null): Viewer {
  return {
    profileId: null,
    name: null,
    maturityLimit: VISITOR_MATURITY_LIMIT,
    country,
    locale,
    isKids: false,
  };
}

function toViewer(chosen: HouseholdViewer | undefined, country: string | null, locale: Locale): Viewer {
  if (!chosen) {
    return { profileId: null, name: null, maturityLimit: KIDS_MATURITY_LIMIT, country, locale, isKids: true };
  }
  const { id, name, isKids, maturityLimit } = chosen;
  return {
    profileId: id,
    name,
    maturityLimit,
    country,
    locale,
    isKids,
  };
}

export function isSuspended({ household }: Pick<AudienceContext, "household">): boolean {
  return household?.suspendedUntil ? Date.parse(household.suspendedUntil) > supabaseNow() : false;
}

/** Throws UNAUTHENTICATED for a visitor, FORBIDDEN while an account is suspended. */
export function requireUserContext(ctx: AudienceContext): UserContext {
  if (!ctx.user || !ctx.household) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  if (isSuspended(ctx)) throw new AppError("FORBIDDEN", "platform.errors.suspended");
  return { ...ctx, user: ctx.user, household: ctx.household };
}

/** Also throws FORBIDDEN when nobody of the household has said who is watching. */
export function requireViewerContext(ctx: AudienceContext): ViewerContext {
  const known = requireUserContext(ctx);
  const { profileId, name } = known.viewer;
  if (!profileId || name === null) throw new AppError("FORBIDDEN", "platform.errors.viewerRequired");
  return { ...known, viewer: { ...known.viewer, profileId, name } };
}
