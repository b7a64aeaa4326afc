import { env } from "@/lib/platform/env";
import { redis } from "@/lib/platform/redis";
import { publicClient } from "@/lib/platform/supabase/public";

const TIMEOUT_MS = 2_000;

export type Health = {
  status: "ok" | "degraded" | "down";
  checks: Record<string, { isUp: boolean; milliseconds: number }>;
};

/** Without the database nothing works; without Redis everything does, only slower. */
export async function checkHealth(): Promise<Health> {
  const [database, auth, cache] = await Promise.all([
    measure(async () => {
      const { error } = await publicClient().from("user_profiles").select("id").limit(1);
      if (error) throw error;
    }),
    measure(async () => {
      const response = await fetch(`${env().SUPABASE_URL}/auth/v1/.well-known/jwks.json`, {
        cache: "no-store",
      });
      if (!response.ok) throw new Error(`auth answered ${response.status}`);
    }),
    measure(() => redis().ping()),
  ]);
  const isDown = !database.isUp || !auth.isUp;
  return { status: isDown ? "down" : cache.isUp ? "ok" : "degraded", checks: { database, auth, cache } };
}

async function measure(check: () => Promise<unknown>): Promise<{ isUp: boolean; milliseconds: number }> {
  const startedAt = performance.now();
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(reject, TIMEOUT_MS, new Error("timeout")).unref(),
  );
  const isUp = await Promise.race([check(), timeout]).then(
    () => true,
    () => false,
  );
  return { isUp, milliseconds: Math.round(performance.now() - startedAt) };
}
