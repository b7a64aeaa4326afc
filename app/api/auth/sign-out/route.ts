import { signOutSchema } from "@/lib/accounts/schema";
import { signOut } from "@/lib/accounts/session/sign-out";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** Open to everybody: somebody whose session has just ended still wants its cookies gone. */
export const POST = publicRoute({ body: signOutSchema }, async (input) => {
  await signOut(input.ctx, input.cookies, input.body.scope);
  if (input.body.scope === "others") return formDone(input, { notice: "accounts.notices.othersSignedOut" });
  return formDone(input, { next: "/" });
});
