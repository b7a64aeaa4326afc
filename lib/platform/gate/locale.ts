import { type NextRequest, NextResponse } from "next/server";
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER, type Locale } from "@/lib/i18n/config";
import { setCountry } from "@/lib/platform/auth/country";
import { PATH_HEADER } from "@/lib/platform/auth/gates";
import { contentSecurityPolicy, policySurroundings } from "@/lib/platform/gate/content-policy";
import { MARK_HEADER, signMark } from "@/lib/platform/gate/mark";

/** No page is below it: what is led here is not found, in the site's own frame. */
const NOWHERE = "/not-here";

export function localeOf(request: NextRequest): Locale {
  return chooseLocale(request.cookies.get(LOCALE_COOKIE)?.value, request.headers.get("accept-language"));
}

type Rewrite = {
  request: NextRequest;
  requestId: string;
  isHidden: boolean;
  /** Where the page is for somebody else than who sends this request. */
  country?: string | null;
};

/** The address never shows the language; the page is `/[locale]/…` inside, rendered with a nonce of its own. */
export async function rewriteToLocale({
  request,
  requestId,
  isHidden,
  country,
}: Rewrite): Promise<NextResponse> {
  const locale = localeOf(request);
  const scripts = `'nonce-${crypto.randomUUID()}' 'strict-dynamic'`;
  const policy = contentSecurityPolicy({ scripts, ...policySurroundings() });
  const headers = new Headers(request.headers);
  headers.set(LOCALE_HEADER, locale);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set(MARK_HEADER, await signMark({ requestId, limit: null }));
  headers.set("content-security-policy", policy);
  if (country !== undefined) setCountry(headers, country);
  const target = request.nextUrl.clone();
  target.pathname = `/${locale}${isHidden ? NOWHERE : target.pathname === "/" ? "" : target.pathname}`;
  const response = NextResponse.rewrite(target, { request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}
