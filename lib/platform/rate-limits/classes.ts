/** Requests per window in seconds. */
export const RATE_LIMITS = {
  "sign-in": { requests: 5, seconds: 300 },
  search: { requests: 20, seconds: 60 },
  write: { requests: 30, seconds: 60 },
  telemetry: { requests: 300, seconds: 60 },
  api: { requests: 100, seconds: 60 },
} as const;

export type RateLimitClass = keyof typeof RATE_LIMITS;

type Rule = [limit: RateLimitClass | null, methods: string, path: RegExp];

const READ = "GET HEAD OPTIONS";
const ANY = "*";

/** The first that fits counts: the most specific stand first. Pages and media are never counted. */
const RULES: Rule[] = [
  // Monitors ask often, and are told nothing about anybody.
  [null, ANY, /^\/api\/health\//],
  ["api", ANY, /^\/api\/auth\/(sign-out|token)$/],
  ["sign-in", ANY, /^\/api\/auth\//],
  // Whatever asks for a password or a code: each call is a guess.
  ["sign-in", ANY, /^\/api\/account\/(identity|data|email|password|second-step\/confirm)$/],
  ["sign-in", ANY, /^\/api\/viewers\/[^/]+\/pin\/forget$/],
  ["search", READ, /^\/api\/catalogue\/search$/],
  ["telemetry", READ, /^\/api\/library\/(changes|rails|titles\/[^/]+)$/],
  ["telemetry", ANY, /^\/api\/analytics\//],
  ["telemetry", ANY, /^\/api\/playback\/receiver\//],
  ["telemetry", ANY, /^\/api\/playback\/[^/]+\/(end|heartbeat|progress)$/],
  // Opening a film, a language or a theme says nothing to anybody else.
  ["api", ANY, /^\/api\/(playback|preferences)$/],
  // Mailed links and the way back from a provider.
  ["api", ANY, /^\/auth\//],
  ["api", READ, /^\/api\//],
  ["write", ANY, /^\/api\//],
];

/** The class that counts a request; null for what nothing counts. */
export function rateLimitClassOf(method: string, pathname: string): RateLimitClass | null {
  const rule = RULES.find(
    ([, methods, path]) => (methods === ANY || methods.split(" ").includes(method)) && path.test(pathname),
  );
  return rule?.[0] ?? null;
}
