import { RealtimeClient } from "@supabase/realtime-js";
import { requestJson } from "@/lib/platform/http/request-json";
import { onViewerSwitch } from "@/lib/platform/viewer-switch";

export type RealtimeConfig = { supabaseUrl: string; supabaseKey: string };

const RENEW_BEFORE_MS = 60_000;

let token: { accessToken: string; expiresAt: number } | undefined;
// Who watches next may be somebody who gets none.
onViewerSwitch(() => {
  token = undefined;
});

/**
 * Realtime alone, which is a third of supabase-js. The session stays in an http-only cookie; the short-lived access token
 * is asked of our server. Anonymous: public topics only, for whoever gets no token. Throws where there is none.
 */
export async function connectRealtime(
  { supabaseUrl, supabaseKey }: RealtimeConfig,
  { isAnonymous }: { isAnonymous: boolean },
): Promise<RealtimeClient> {
  const ask = isAnonymous ? () => Promise.resolve(supabaseKey) : accessToken;
  // Before anything is joined: a join that was sent without the token stays a visitor's, who is told of no row, when the
  // token comes before the join's answer.
  await ask();
  const client = new RealtimeClient(`${supabaseUrl}/realtime/v1`.replace(/^http/, "ws"), {
    params: { apikey: supabaseKey },
    accessToken: ask,
  });
  await client.setAuth();
  return client;
}

/** Throws rather than answer with nothing, which would turn the holder into a visitor; what is joined keeps the old one. */
async function accessToken(): Promise<string> {
  if (token && token.expiresAt - RENEW_BEFORE_MS > Date.now()) return token.accessToken;
  const answer = await requestJson<{ accessToken: string; expiresAt: string }>("/api/auth/token");
  token = { accessToken: answer.accessToken, expiresAt: Date.parse(answer.expiresAt) };
  return answer.accessToken;
}
