import { secondStepSchema } from "@/lib/accounts/schema";
import { replaceRecoveryCodes } from "@/lib/accounts/second-step/change";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: secondStepSchema, idempotent: true }, async ({ ctx, body }) =>
  Response.json(await replaceRecoveryCodes(ctx, body.code)),
);
