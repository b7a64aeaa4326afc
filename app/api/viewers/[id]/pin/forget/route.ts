import { forgetPinSchema, viewerIdSchema } from "@/lib/accounts/schema";
import { forgetPin } from "@/lib/accounts/viewers/pin";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute(
  { params: viewerIdSchema, body: forgetPinSchema, limit: "sign-in" },
  async (input) => {
    await forgetPin(input.ctx, input.params.id, input.body.password);
    return formDone(input, { notice: "accounts.notices.pinRemoved" });
  },
);
