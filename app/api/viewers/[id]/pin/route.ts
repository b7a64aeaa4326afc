import { setPinSchema, viewerIdSchema } from "@/lib/accounts/schema";
import { setPin } from "@/lib/accounts/viewers/pin";
import { userRoute } from "@/lib/platform/http/routes";

export const PUT = userRoute(
  { params: viewerIdSchema, body: setPinSchema },
  async ({ ctx, params, body }) => {
    await setPin(ctx, params.id, body);
    return new Response(null, { status: 204 });
  },
);
