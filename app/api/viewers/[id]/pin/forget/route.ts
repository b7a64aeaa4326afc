import { identitySchema, viewerIdSchema } from "@/lib/accounts/schema";
import { forgetPin } from "@/lib/accounts/viewers/pin";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ params: viewerIdSchema, body: identitySchema }, async (input) => {
  await forgetPin(input.ctx, input.params.id, input.body);
  return formDone(input, { notice: "accounts.notices.pinRemoved" });
});
