import type { NextRequest } from "next/server";
import { localeOf } from "@/lib/platform/gate/locale";
import { withRedis } from "@/lib/platform/redis";

/** A list that a cron takes to the database (lib/analytics). */
export const PAGE_VIEWS = "page-views";
const MOST_WAITING = 20_000;
const COLLECT_MS = 1_000;
const MOST_COLLECTED = 500;
const LONGEST_PATH = 512;

const BROWSERS: [name: string, sign: RegExp][] = [
  ["edge", /\bEdg\//],
  ["opera", /\bOPR\//],
  ["firefox", /\bFirefox\//],
  ["chrome", /\bChrom(e|ium)\//],
  ["safari", /\bSafari\//],
];

let collected: string[] = [];

/** Notes that a page was asked for. Nobody waits: what comes within a second goes to Redis in one call, after the answers. */
export function notePageView(
  request: NextRequest,
  isSignedIn: boolean,
  behind: (work: Promise<unknown>) => void,
) {
  if (!isView(request)) return;
  collected.push(JSON.stringify(toView(request, isSignedIn)));
  if (collected.length === 1) behind(flushSoon());
  else if (collected.length >= MOST_COLLECTED) behind(flush());
}

/**
 * A document that somebody opens: not what a browser fetches in advance, nor what the framework fetches to move between
 * pages, in advance too, which it hides from its middleware.
 */
function isView({ method, headers }: NextRequest): boolean {
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  const isDocument = (headers.get("accept") ?? "").includes("text/html");
  return method === "GET" && isDocument && !purpose.includes("prefetch");
}

function toView(request: NextRequest, isSignedIn: boolean) {
  const { headers, nextUrl } = request;
  const referrer = headers.get("referer");
  const agent = headers.get("user-agent") ?? "";
  return {
    // Redis may be told twice, when its answer is lost; of what has the same id one is stored.
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    // Without what was searched for, which is nobody's business here.
    path: nextUrl.pathname.slice(0, LONGEST_PATH),
    referrerHost: referrer && URL.canParse(referrer) ? new URL(referrer).host.slice(0, 255) : null,
    locale: localeOf(request),
    isSignedIn,
    browser: BROWSERS.find(([, sign]) => sign.test(agent))?.[0] ?? "other",
  };
}

async function flushSoon(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, COLLECT_MS));
  await flush();
}

async function flush(): Promise<void> {
  const views = collected;
  if (views.length === 0) return;
  collected = [];
  await withRedis<unknown>(
    (client) =>
      client
        .pipeline()
        .rpush(PAGE_VIEWS, ...views)
        .ltrim(PAGE_VIEWS, -MOST_WAITING, -1)
        .exec(),
    () => null,
  );
}
