import { RealtimeClient } from "@supabase/realtime-js";
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
 * is asked of our server. Anonymous: public topics only, for whoever gets no token.
 */
export function connectRealtime(
  { supabaseUrl, supabaseKey }: RealtimeConfig,
  { isAnonymous }: { isAnonymous: boolean },
): RealtimeClient {
  const address = `${supabaseUrl}/realtime/v1`.replace(/^http/, "ws");
  return new RealtimeClient(address, {
    params: { apikey: supabaseKey },
    accessToken: async () => (isAnonymous ? supabaseKey : await accessToken()),
  });
}

async function accessToken(): Promise<string | null> {
  if (token && token.expiresAt - RENEW_BEFORE_MS > Date.now()) return token.accessToken;
  const response = await fetch("/api/auth/token", { headers: { accept: "application/json" } });
  if (!response.ok) return null;
  const answer = (await response.json()) as { accessToken: string; expiresAt: string };
  token = { accessToken: answer.accessToken, expiresAt: Date.parse(answer.expiresAt) };
  return answer.accessToken;
}
