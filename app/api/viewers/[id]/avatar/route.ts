import { chooseFace, uploadAvatar } from "@/lib/accounts/avatars/change";
import { faceSchema, viewerIdSchema } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/platform/http/routes";

/** The picture itself is the body. */
export const PUT = userRoute(
  { params: viewerIdSchema, deadline: "upload" },
  async ({ ctx, params, request }) =>
    Response.json(await uploadAvatar(ctx, { viewerId: params.id }, request)),
);

export const PATCH = userRoute(
  { params: viewerIdSchema, body: faceSchema },
  async ({ ctx, params, body }) => {
    await chooseFace(ctx, { viewerId: params.id }, body.face);
    return new Response(null, { status: 204 });
  },
);
