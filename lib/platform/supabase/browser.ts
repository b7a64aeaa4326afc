"use client";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "@/lib/platform/supabase/database.types";
import type { Db } from "@/lib/platform/supabase/server";

export type BrowserConfig = { supabaseUrl: string; supabaseKey: string };

const RENEW_BEFORE_MS = 60_000;

let client: Db | undefined;
let token: { accessToken: string | null; expiresAt: number } | undefined;

/** For Realtime and uploads only. The session stays in an http-only cookie; this asks our server for the token. */
export function browserClient({ supabaseUrl, supabaseKey }: BrowserConfig): Db {
  client ??= createClient<Database>(supabaseUrl, supabaseKey, { accessToken });
  return client;
}

async function accessToken(): Promise<string | null> {
  if (token && token.expiresAt - RENEW_BEFORE_MS > Date.now()) return token.accessToken;
  const response = await fetch("/api/auth/token", { headers: { accept: "application/json" } });
  if (!response.ok) return null;
  const { accessToken, expiresAt } = (await response.json()) as { accessToken: string; expiresAt: string };
  token = { accessToken, expiresAt: Date.parse(expiresAt) };
  return accessToken;
}
