import { mayHoldToken } from "@/lib/platform/auth/household-token";
import { AppError } from "@/lib/platform/errors";
import { userRoute } from "@/lib/platform/http/routes";

/**
 * The access token for Realtime and uploads. The refresh token never leaves its http-only cookie. It speaks for the whole
 * household, so a child, somebody with an age limit, or somebody who has not said who they are, does not get it.
 */
export const GET = userRoute({}, async ({ ctx }) => {
  if (!mayHoldToken(ctx.viewer)) throw new AppError("FORBIDDEN", "platform.errors.forbidden");
  const { data } = await ctx.db.auth.getSession();
  if (!data.session?.expires_at) throw new AppError("UNAUTHENTICATED", "platform.errors.unauthenticated");
  const expiresAt = new Date(data.session.expires_at * 1000).toISOString();
  return Response.json({ accessToken: data.session.access_token, expiresAt });
});
