import { identitySchema } from "@/lib/accounts/schema";
import { startEnrolment } from "@/lib/accounts/second-step/enrol";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: identitySchema, idempotent: true }, async ({ ctx, body }) =>
  Response.json(await startEnrolment(ctx, body), { status: 201 }),
);
