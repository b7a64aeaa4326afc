import { chooseFace, uploadAvatar } from "@/lib/accounts/avatars/change";
import { faceSchema } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/platform/http/routes";

/** The picture itself is the body. */
export const PUT = userRoute({ deadline: "upload" }, async ({ ctx, request }) =>
  Response.json(await uploadAvatar(ctx, { viewerId: null }, request)),
);

export const PATCH = userRoute({ body: faceSchema }, async ({ ctx, body }) => {
  await chooseFace(ctx, { viewerId: null }, body.face);
  return new Response(null, { status: 204 });
});
