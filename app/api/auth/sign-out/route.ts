import { requireManager } from "@/lib/accounts/guard";
import { signOutSchema } from "@/lib/accounts/schema";
import { signOut } from "@/lib/accounts/session/sign-out";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/**
 * Open to everybody: somebody whose session has just ended still wants its cookies gone. A child signs out here and
 * nowhere else.
 */
export const POST = publicRoute({ body: signOutSchema }, async (input) => {
  const { ctx, cookies, body } = input;
  if (ctx.user && body.scope !== "local") requireManager(ctx);
  await signOut(ctx, cookies, body.scope);
  if (body.scope === "others") return formDone(input, { notice: "accounts.notices.othersSignedOut" });
  return formDone(input, { next: "/" });
});
