// The supervisor: every process of a running CineVerse is its child, and none outlives it.
import { greet } from "./supervisor/greeting";
import { readLayout } from "./supervisor/layout";
import { say } from "./supervisor/say";
import { prepareSite, startSite } from "./supervisor/site";
import { startStack } from "./supervisor/stack";
import { Supervisor } from "./supervisor/supervisor";

type Mode = "start" | "dev" | "stack" | "test";

const SECOND_INTERRUPT_MS = 700;
const EXIT_FAILED = 40;
const EXIT_REFUSED = 30;

const mode = process.argv[2] as Mode;
const layout = readLayout(process.env);
const isHosted = Boolean(process.env.SUPABASE_URL);
const isProduction =
  process.env.VERCEL_ENV === "production" || /^(1|true)$/.test(process.env.CINEVERSE_PRODUCTION ?? "");

if (!isHosted && isProduction) {
  say.warn(
    "The embedded stack is a sandbox and is refused in production; set SUPABASE_URL and its companions.",
  );
  process.exit(EXIT_REFUSED);
}

const supervisor = new Supervisor(layout);

async function end(code: number): Promise<never> {
  await supervisor.stop();
  process.exit(code);
}

let interruptedAt = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (interruptedAt && Date.now() - interruptedAt > SECOND_INTERRUPT_MS) process.exit(130);
    interruptedAt ||= Date.now();
    void end(0);
  });
}
process.on("disconnect", () => void end(0));
process.on("message", (message) => {
  if (message === "stop") void end(0);
});
process.stdout.on("error", () => undefined);

async function begin(): Promise<void> {
  const variables = isHosted ? {} : await startStack(layout, supervisor);
  const isDevelopment = mode === "dev";
  await prepareSite(layout, variables, isDevelopment || mode === "stack");
  if (mode !== "stack") await startSite(layout, supervisor, variables, isDevelopment);
  if (supervisor.isStopping) return;
  if (mode !== "test")
    greet({ SITE_URL: `http://localhost:${layout.ports.site}`, ...variables }, mode !== "stack");
  process.send?.("ready");
}

try {
  await begin();
} catch (error) {
  if (!supervisor.isStopping) {
    say.warn(error instanceof Error ? error.message : String(error));
    await end(EXIT_FAILED);
  }
}
