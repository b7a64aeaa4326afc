import { signInSchema } from "@/lib/accounts/schema";
import { signIn } from "@/lib/accounts/session/sign-in";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: signInSchema }, async (input) => {
  const { ctx, body, cookies, request } = input;
  return formDone(input, { next: await signIn(ctx, body, { cookies, headers: request.headers }) });
});
