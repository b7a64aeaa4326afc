import { isForVisitors, needsSession, rolesFor, safeNextPath } from "@/lib/platform/auth/gates";
import type { Caller } from "@/lib/platform/gate/caller";
import type { Standing } from "@/lib/platform/gate/standing";
import { supabaseNow } from "@/lib/platform/supabase/clock";

export type GateDecision = { kind: "pass" } | { kind: "redirect"; path: string } | { kind: "hide" };

type Asked = {
  pathname: string;
  search: string;
  caller: Caller;
  /** There was a session before this request, and there is none any more. */
  hasEnded: boolean;
  findStanding: (userId: string) => Promise<Standing | null>;
};

const PASS = { kind: "pass" } as const;

/** Where a page's request goes. A convenience: pages, handlers and the database decide again for themselves. */
export async function decideRoute(asked: Asked): Promise<GateDecision> {
  const { pathname, search, caller } = asked;
  const roles = rolesFor(pathname);
  const isGated = roles !== null || needsSession(pathname);
  if (caller.kind === "user") {
    if (isForVisitors(pathname)) return redirect(safeNextPath(new URLSearchParams(search).get("next")));
    return isGated ? decideByStanding(roles, await asked.findStanding(caller.id)) : PASS;
  }
  const hasEnded = asked.hasEnded && pathname !== "/sign-in";
  // A session that cannot be read: its page finds out why, and says so.
  if (caller.kind === "unclear" && !roles) return PASS;
  if (!hasEnded && !isGated) return PASS;
  return redirect(
    `/sign-in?${new URLSearchParams({ next: pathname + search, ...(hasEnded && { ended: "1" }) })}`,
  );
}

/** Staff's desks are not there for others; while the database does not answer they are there for nobody. */
function decideByStanding(roles: readonly string[] | null, standing: Standing | null): GateDecision {
  if (standing?.suspendedUntil && standing.suspendedUntil > supabaseNow()) return redirect("/suspended");
  if (!roles || (standing && roles.includes(standing.role))) return PASS;
  return { kind: "hide" };
}

const redirect = (path: string): GateDecision => ({ kind: "redirect", path });
