import { signDeviceOut } from "@/lib/accounts/devices/list";
import { deviceIdSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

/** POST, so that the button works as a plain form. */
export const POST = userRoute({ params: deviceIdSchema }, async (input) => {
  await signDeviceOut(input.ctx, input.params.id);
  return formDone(input, { notice: "accounts.notices.deviceSignedOut" });
});
