import { nextSchema } from "@/lib/accounts/schema";
import { findHalfWay, secondStepPath } from "@/lib/accounts/second-step/half-way";
import { forgetSession } from "@/lib/accounts/session/sign-out";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { seeOther } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** Where pages send a session that does not count: to its second step, or, where it is over, to sign in again. */
export const GET = publicRoute({ query: nextSchema }, async ({ ctx, query, cookies }) => {
  const next = safeNextPath(query.next);
  if (ctx.user) return seeOther(next);
  if (await findHalfWay(cookies)) return seeOther(secondStepPath(next));
  forgetSession(cookies);
  return seeOther(`/sign-in?${new URLSearchParams({ next, ended: "1" })}`);
});
