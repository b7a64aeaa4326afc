import { type NextRequest, NextResponse } from "next/server";
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER } from "@/lib/i18n/config";
import { needsSession, PATH_HEADER } from "@/lib/platform/auth/gates";
import { refreshSession } from "@/lib/platform/auth/refresh";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";
import { contentSecurityPolicy } from "@/lib/platform/security-headers";
import type { CookieJar } from "@/lib/platform/supabase/cookies";

export const config = {
  runtime: "nodejs",
  // Pages only: routes check for themselves, and anything with an extension is a file.
  matcher: ["/((?!api/|auth/|artwork/|avatars/|_next/|.*\\.[a-z0-9]{2,12}$).*)"],
};

type WrittenCookie = Parameters<CookieJar["set"]>;

export default async function middleware(request: NextRequest): Promise<NextResponse> {
  const written: WrittenCookie[] = [];
  const jar = requestJar(request, written);
  const wasSignedIn = hasSessionCookie(jar);
  await refreshSession(jar);
  const response = signInFirst(request, wasSignedIn, hasSessionCookie(jar)) ?? rewriteToLocale(request);
  for (const [name, value, options] of written) response.cookies.set(name, value, options);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** Who needs a session here and has none, or whose session could not be renewed, is sent to sign in, and told why. */
function signInFirst(request: NextRequest, wasSignedIn: boolean, isSignedIn: boolean): NextResponse | null {
  const { pathname, search } = request.nextUrl;
  const hasEnded = wasSignedIn && !isSignedIn && pathname !== "/sign-in";
  if (isSignedIn || !(hasEnded || needsSession(pathname))) return null;
  const query = new URLSearchParams({ next: pathname + search, ...(hasEnded && { ended: "1" }) });
  return NextResponse.redirect(new URL(`/sign-in?${query}`, request.url));
}

/** The address never shows the language; the page is `/[locale]/…` inside. */
function rewriteToLocale(request: NextRequest): NextResponse {
  const locale = chooseLocale(
    request.cookies.get(LOCALE_COOKIE)?.value,
    request.headers.get("accept-language"),
  );
  const nonce = crypto.randomUUID();
  const { SUPABASE_URL, SITE_URL, NODE_ENV } = env();
  const policy = contentSecurityPolicy({
    nonce,
    supabaseUrl: SUPABASE_URL,
    isDevelopment: NODE_ENV === "development",
    isSecure: SITE_URL.startsWith("https:"),
  });
  const headers = new Headers(request.headers);
  headers.set(LOCALE_HEADER, locale);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const target = request.nextUrl.clone();
  target.pathname = `/${locale}${target.pathname === "/" ? "" : target.pathname}`;
  const response = NextResponse.rewrite(target, { request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** What is refreshed here is seen by the page, through the request, and by the browser, through the response. */
function requestJar(request: NextRequest, written: WrittenCookie[]): CookieJar {
  return {
    getAll: () => request.cookies.getAll(),
    set: (name, value, options) => {
      request.cookies.set(name, value);
      written.push([name, value, options]);
    },
  };
}
