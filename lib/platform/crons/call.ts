import { env, requireEnv } from "@/lib/platform/env";

const PATIENCE_MS = 70_000;

/** Asks the site to run a cron, as Vercel does; answers what it says of the run. */
export async function callCron(name: string): Promise<{ isOk: boolean; status: number; text: string }> {
  const answer = await fetch(`${env().SITE_URL}/api/cron/${encodeURIComponent(name)}`, {
    headers: { authorization: `Bearer ${requireEnv("CRON_SECRET")}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { isOk: answer.ok, status: answer.status, text: await answer.text() };
}
