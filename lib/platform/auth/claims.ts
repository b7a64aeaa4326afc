import { AuthRetryableFetchError } from "@supabase/supabase-js";
import { decodeJwt } from "jose";
import {
  isAboutToEnd,
  isOverUnnoticed,
  readStoredSession,
  type StoredSession,
} from "@/lib/platform/auth/stored-session";
import { orAborted } from "@/lib/platform/deadlines";
import type { CookieJar } from "@/lib/platform/supabase/cookies";
import type { Db } from "@/lib/platform/supabase/server";

type Verified = { claims: unknown; error: unknown };

/** As long as supabase-js trusts the project's public keys: a key that is withdrawn is not trusted for longer here. */
const TRUSTED_MS = 10 * 60_000;
const MOST_KEPT = 5_000;
/** The library tries a renewal again for half a minute; whoever asks has to give up in time. */
const ASKED_MS = 4_000;
/** Claims by the token that they were proven by. Whoever has the same token again has proven the same. */
const proven = new Map<string, { claims: unknown; until: number }>();

/**
 * The claims of the session in these cookies, with their signature checked by the project's public keys; a session that is
 * about to end is renewed. Undefined claims: there is none that counts, or (`error`) Auth could not be asked.
 */
export async function getVerifiedClaims(
  createClient: () => Db,
  jar: CookieJar,
  signal?: AbortSignal,
): Promise<Verified> {
  const stored = await readStoredSession(jar);
  const known = stored && !isAboutToEnd(stored) ? proven.get(stored.access_token) : undefined;
  if (known && known.until > Date.now()) return { claims: known.claims, error: null };
  const { data, error } = await orAborted(
    askForClaims(createClient(), stored),
    signal ?? AbortSignal.timeout(ASKED_MS),
    unreachable,
  );
  if (stored && data && isOf(data.claims, stored)) remember(stored, data.claims);
  return { claims: data?.claims, error };
}

async function askForClaims({ auth }: Db, stored: StoredSession | null) {
  if (!stored || !isOverUnnoticed(stored)) return auth.getClaims();
  const { data, error } = await auth.refreshSession();
  if (!data.session) return { data: null, error };
  return auth.getClaims(data.session.access_token);
}

/** As the library says it of an Auth that cannot be reached. */
const unreachable = () => ({
  data: null,
  error: new AuthRetryableFetchError("Auth did not answer in time", 0),
});

/** Not those of another token, for which this one has been exchanged in between. */
function isOf(
  claims: { iat: number; exp: number; sub: string },
  { access_token: token }: StoredSession,
): boolean {
  const own = decodeJwt(token);
  return own.iat === claims.iat && own.exp === claims.exp && own.sub === claims.sub;
}

function remember({ access_token: token, expires_at: endsAt }: StoredSession, claims: unknown): void {
  if (proven.size >= MOST_KEPT) proven.clear();
  proven.set(token, { claims, until: Math.min(endsAt * 1000, Date.now() + TRUSTED_MS) });
}
