import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/config";
import { createContext, isSuspended, requireUserContext } from "@/lib/platform/auth/context";
import { countryOf } from "@/lib/platform/auth/country";
import { isForSigningIn, PATH_HEADER, safeNextPath } from "@/lib/platform/auth/gates";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import type { AudienceContext, UserContext, ViewerContext } from "@/lib/platform/auth/types";
import { readMark } from "@/lib/platform/gate/mark";
import { requestIsKnown } from "@/lib/platform/log/request";
import type { CookieJar } from "@/lib/platform/supabase/cookies";

/**
 * Who looks at this page. Made once per request, however many components ask. Somebody whose session is over, or waits for
 * its second step, learns it before they find themselves a visitor.
 */
export const getContext = cache(async (): Promise<AudienceContext> => {
  const [jar, head] = await Promise.all([pageJar(), headers()]);
  const mark = await readMark(head);
  if (mark) requestIsKnown(mark.requestId);
  const cookie = jar.getAll().find(({ name }) => name === LOCALE_COOKIE)?.value;
  const ctx = await createContext({
    jar,
    locale: chooseLocale(cookie, head.get("accept-language")),
    country: countryOf(head),
  });
  const path = head.get(PATH_HEADER);
  if (!ctx.user && hasSessionCookie(jar) && !isForSigningIn(path)) redirect(`/auth/ended?${nextOf(path)}`);
  return ctx;
});

const nextOf = (path: string | null) => new URLSearchParams({ next: safeNextPath(path) });

/** For pages of somebody with an account; a visitor is sent to sign in and comes back to `path`. */
export async function requireUserPage(path: string): Promise<UserContext> {
  const ctx = await getContext();
  if (!ctx.user) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (isSuspended(ctx)) redirect("/suspended");
  return requireUserContext(ctx);
}

/** For pages of one viewer; a household that has not said who is watching is asked first. */
export async function requireViewerPage(path: string): Promise<ViewerContext> {
  const ctx = await requireUserPage(path);
  const { profileId, name } = ctx.viewer;
  if (!profileId || name === null) redirect(`/viewers?next=${encodeURIComponent(path)}`);
  return { ...ctx, viewer: { ...ctx.viewer, profileId, name } };
}

/** For whatever shows titles: a household says first who is watching. */
export async function requireKnownViewer(): Promise<AudienceContext> {
  const [ctx, head] = await Promise.all([getContext(), headers()]);
  if (ctx.user && !ctx.viewer.profileId && !isSuspended(ctx))
    redirect(`/viewers?${nextOf(head.get(PATH_HEADER))}`);
  return ctx;
}

/** A page cannot set cookies; the middleware has refreshed the session before the page is rendered. */
export async function pageJar(): Promise<CookieJar> {
  const store = await cookies();
  return { getAll: () => store.getAll(), set: () => undefined };
}
