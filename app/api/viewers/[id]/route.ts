import { viewerIdSchema, viewerSchema } from "@/lib/accounts/schema";
import { removeViewer, updateViewer } from "@/lib/accounts/viewers/manage";
import { userRoute } from "@/lib/platform/http/routes";

export const PATCH = userRoute(
  { params: viewerIdSchema, body: viewerSchema },
  async ({ ctx, params, body }) => {
    await updateViewer(ctx, params.id, body);
    return new Response(null, { status: 204 });
  },
);

export const DELETE = userRoute({ params: viewerIdSchema }, async ({ ctx, params }) => {
  await removeViewer(ctx, params.id);
  return new Response(null, { status: 204 });
});
