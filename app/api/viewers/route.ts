import { viewerSchema } from "@/lib/accounts/schema";
import { addViewer } from "@/lib/accounts/viewers/manage";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: viewerSchema, limit: "write" }, async ({ ctx, body }) =>
  Response.json(await addViewer(ctx, body), { status: 201 }),
);
