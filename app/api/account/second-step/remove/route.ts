import { anyCodeSchema } from "@/lib/accounts/schema";
import { removeSecondStep } from "@/lib/accounts/second-step/change";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: anyCodeSchema }, async (input) => {
  await removeSecondStep(input.ctx, input.body.code);
  return formDone(input, { notice: "accounts.notices.secondStepRemoved" });
});
