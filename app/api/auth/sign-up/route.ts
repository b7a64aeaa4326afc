import { signUpSchema } from "@/lib/accounts/schema";
import { rememberMailed } from "@/lib/accounts/session/mailed";
import { signUp } from "@/lib/accounts/session/sign-up";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: signUpSchema }, async (input) => {
  await signUp(input.ctx, input.body);
  rememberMailed(input.cookies, input.body.email);
  return formDone(input, { next: "/check-mail?for=sign-up" });
});
