import { type NextRequest, NextResponse } from "next/server";
import { toErrorResponse } from "@/lib/platform/errors";
import type { Caller } from "@/lib/platform/gate/caller";
import { localeOf } from "@/lib/platform/gate/locale";
import { clientKey } from "@/lib/platform/http/client-address";
import { isNativeForm } from "@/lib/platform/http/forms";
import { log } from "@/lib/platform/log";
import { type RateLimitClass, rateLimitClassOf } from "@/lib/platform/rate-limits/classes";
import { countRequest, limitHeaders, refusalOf, type Verdict } from "@/lib/platform/rate-limits/count";

type Asked = { request: NextRequest; caller: Caller; requestId: string };

export type LimitStep = {
  /** Null where this request is not counted here. */
  limit: RateLimitClass | null;
  headers: Record<string, string>;
  refusal: NextResponse | null;
};

/** Counts a request for a route, and answers in its place where there were too many. */
export async function limitRequest({ request, caller, requestId }: Asked): Promise<LimitStep> {
  const limit = rateLimitClassOf(request.method, request.nextUrl.pathname);
  // A form that a browser posts itself needs a page for an answer: its handler counts it and makes one.
  if (!limit || isNativeForm(request)) return { limit: null, headers: {}, refusal: null };
  const who = caller.kind === "user" ? caller.id : await clientKey(request.headers);
  const verdict = await countRequest(limit, who);
  if (verdict.isAllowed) return { limit, headers: limitHeaders(verdict), refusal: null };
  return { limit, headers: {}, refusal: refuse(request, verdict, requestId) };
}

function refuse(request: NextRequest, verdict: Verdict, requestId: string): NextResponse {
  log.warn({ requestId, limit: verdict.limit, isCounted: verdict.isCounted }, "limit reached");
  const { status, headers, body } = toErrorResponse(refusalOf(verdict), {
    requestId,
    locale: localeOf(request),
  });
  headers.set("cache-control", "private, no-store");
  return new NextResponse(body, { status, headers });
}
