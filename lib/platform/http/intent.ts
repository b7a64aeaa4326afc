export const IDEMPOTENCY_HEADER = "idempotency-key";

/** Longer than anybody presses a button again for the same thing, and shorter than the same thing is wanted anew. */
const KEPT_MS = 60_000;

type Intent = { key: string; since: number };

const open = new Map<string, Intent>();

/**
 * Sends a write under a key of its own, which stays the same while the same write has not been answered: pressed twice, or
 * again after the line was cut, it is one intent. A definite answer ends it.
 */
export async function sendIntent(
  path: string,
  init: RequestInit & { method: string; body?: string | null },
): Promise<Response> {
  const name = `${init.method} ${path} ${init.body ?? ""}`;
  const { key } = intentOf(name);
  const headers = new Headers(init.headers);
  headers.set(IDEMPOTENCY_HEADER, key);
  const response = await fetch(path, { ...init, headers });
  if (isDefinite(response) && open.get(name)?.key === key) open.delete(name);
  return response;
}

function intentOf(name: string): Intent {
  const now = Date.now();
  for (const [other, { since }] of open) if (now - since > KEPT_MS) open.delete(other);
  const intent = open.get(name) ?? { key: newKey(), since: now };
  open.set(name, intent);
  return intent;
}

/** randomUUID is there in secure contexts only, and a home network's address is none. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** "Try again" and "your first request is under way" leave open what became of it. */
function isDefinite({ status, headers }: Response): boolean {
  return status < 500 && !(status === 409 && headers.has("retry-after"));
}
