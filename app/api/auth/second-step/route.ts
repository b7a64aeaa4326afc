import { secondStepSchema } from "@/lib/accounts/schema";
import { passSecondStep } from "@/lib/accounts/second-step/pass";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** Open to everybody, as a session that waits for this step counts for nobody. */
export const POST = publicRoute({ body: secondStepSchema }, async (input) => {
  const { body, cookies, request } = input;
  return formDone(input, { next: await passSecondStep(body, { cookies, headers: request.headers }) });
});
