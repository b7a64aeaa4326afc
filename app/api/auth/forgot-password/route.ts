import { sendResetLink } from "@/lib/accounts/password/forgot";
import { emailOnlySchema } from "@/lib/accounts/schema";
import { rememberMailed } from "@/lib/accounts/session/mailed";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: emailOnlySchema }, async (input) => {
  await sendResetLink(input.ctx, input.body.email);
  rememberMailed(input.cookies, input.body.email);
  return formDone(input, { next: "/check-mail?for=reset" });
});
