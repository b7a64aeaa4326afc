import { recoveryCodeSchema } from "@/lib/accounts/schema";
import { passByRecoveryCode } from "@/lib/accounts/second-step/pass";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: recoveryCodeSchema }, async (input) => {
  const { ctx, body, cookies, request } = input;
  const next = await passByRecoveryCode(ctx, body, { cookies, headers: request.headers });
  return formDone(input, { next, notice: "accounts.notices.recovered" });
});
