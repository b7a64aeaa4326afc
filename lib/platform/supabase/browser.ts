"use client";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/platform/supabase/database.types";
import type { Db } from "@/lib/platform/supabase/server";
import { onViewerSwitch } from "@/lib/platform/viewer-switch";

export type BrowserConfig = { supabaseUrl: string; supabaseKey: string };

const RENEW_BEFORE_MS = 60_000;

let client: Db | undefined;
let token: { accessToken: string | null; expiresAt: number } | undefined;

/** For Realtime and uploads only. The session stays in an http-only cookie; this asks our server for the token. */
export function browserClient({ supabaseUrl, supabaseKey }: BrowserConfig): Db {
  if (client) return client;
  const made = createClient<Database>(supabaseUrl, supabaseKey, { accessToken });
  client = made;
  // Of the household some get no token: whoever watches next asks for their own.
  const stop = onViewerSwitch(() => {
    stop();
    client = undefined;
    token = undefined;
    void made.removeAllChannels();
  });
  return made;
}

async function accessToken(): Promise<string | null> {
  if (token && token.expiresAt - RENEW_BEFORE_MS > Date.now()) return token.accessToken;
  const response = await fetch("/api/auth/token", { headers: { accept: "application/json" } });
  if (!response.ok) return null;
  const { accessToken, expiresAt } = (await response.json()) as { accessToken: string; expiresAt: string };
  token = { accessToken, expiresAt: Date.parse(expiresAt) };
  return accessToken;
}
