import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import { GATE_MS } from "@/lib/platform/deadlines";
import { resolveAlias } from "@/lib/platform/gate/aliases";
import { findCaller } from "@/lib/platform/gate/caller";
import { gateJar } from "@/lib/platform/gate/jar";
import { limitRequest } from "@/lib/platform/gate/limit";
import { MARK_HEADER, signMark } from "@/lib/platform/gate/mark";
import { notePageView } from "@/lib/platform/gate/page-views";
import { decideRoute } from "@/lib/platform/gate/route-gates";
import { showPage } from "@/lib/platform/gate/show-page";
import { findStanding } from "@/lib/platform/gate/standing";
import { inRequest } from "@/lib/platform/log/request";

export const config = {
  runtime: "experimental-edge",
  // Routes and pages; of the rest, what has an extension is a file.
  matcher: ["/api/:path*", "/auth/:path*", "/((?!artwork/|avatars/|_next/|.*\\.[a-z0-9]{2,12}$).*)"],
};

/** In front of every page and route. It spares work and keeps order; nothing is safe because of it alone. */
export default async function middleware(request: NextRequest, event: NextFetchEvent): Promise<NextResponse> {
  const requestId = crypto.randomUUID();
  const isRoute = /^\/(api|auth)\//.test(request.nextUrl.pathname);
  const answer = await inRequest(requestId, () =>
    isRoute ? passRoute(request, requestId) : passPage(request, requestId, event),
  );
  // A page that failed while we asked ourselves for it has the id that its failure is logged under.
  if (!answer.headers.has("x-request-id")) answer.headers.set("x-request-id", requestId);
  return answer;
}

async function passRoute(request: NextRequest, requestId: string): Promise<NextResponse> {
  const signal = AbortSignal.timeout(GATE_MS);
  const caller = await findCaller(gateJar(request).jar, { mayRenew: false, signal });
  const { limit, headers, refusal } = await limitRequest({ request, caller, requestId });
  if (refusal) return refusal;
  const passed = new Headers(request.headers);
  passed.set(MARK_HEADER, await signMark({ requestId, limit }));
  return NextResponse.next({ request: { headers: passed }, headers });
}

async function passPage(
  request: NextRequest,
  requestId: string,
  event: NextFetchEvent,
): Promise<NextResponse> {
  const alias = resolveAlias(request.nextUrl);
  if (alias) return NextResponse.redirect(alias, 308);
  const behind = (work: Promise<unknown>) => event.waitUntil(work);
  const { jar, writeTo } = gateJar(request);
  const hadSession = hasSessionCookie(jar);
  const signal = AbortSignal.timeout(GATE_MS);
  const caller = await findCaller(jar, { mayRenew: true, signal });
  const decision = await decideRoute({
    pathname: request.nextUrl.pathname,
    search: request.nextUrl.search,
    caller,
    hasEnded: hadSession && !hasSessionCookie(jar),
    findStanding: (userId) => findStanding(jar, userId, signal),
  });
  if (decision.kind === "redirect") {
    return writeTo(NextResponse.redirect(new URL(decision.path, request.url)));
  }
  const { response, isView } = await showPage({
    request,
    requestId,
    behind,
    isVisitor: !hadSession,
    isHidden: decision.kind === "hide",
  });
  if (isView) notePageView(request, caller.kind === "user", behind);
  return writeTo(response);
}
