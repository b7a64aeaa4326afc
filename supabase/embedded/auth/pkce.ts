import { createHash, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Db } from "./context";
import { AuthError, refusals } from "./errors";
import { sha256 } from "./one-time-tokens";
import type { User } from "./users";

export type Challenge = { code_challenge: string; code_challenge_method: "s256" | "plain" };

const CODE_LIFETIME_SECONDS = 300;
const schema = z.object({
  code_challenge: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/),
  code_challenge_method: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["s256", "plain"])),
});

/** The challenge of a request that uses PKCE, else null. */
export function readChallenge(body: Record<string, unknown>): Challenge | null {
  if (!body.code_challenge && !body.code_challenge_method) return null;
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw refusals.validation("PKCE flow requires code_challenge_method and code_challenge");
  }
  return parsed.data;
}

/** Remembers the challenge until the mailed link comes back. */
export async function startFlow(db: Db, user: { id: string }, method: string, challenge: Challenge | null) {
  if (!challenge) return;
  await db`delete from auth.flow_state where user_id = ${user.id} and authentication_method = ${method}`;
  await db`
    insert into auth.flow_state (id, user_id, code_challenge_method, code_challenge, provider_type, authentication_method)
    values (
      ${randomUUID()}, ${user.id}, ${challenge.code_challenge_method}, ${challenge.code_challenge}, ${method}, ${method}
    )`;
}

/** The code for the redirect back, good for five minutes and one exchange. */
export async function issueAuthCode(db: Db, user: User, method: string): Promise<string> {
  const code = randomUUID();
  const updated = await db`
    update auth.flow_state set auth_code = ${sha256(code)}, auth_code_issued_at = now(), updated_at = now()
    where id = (
      select id from auth.flow_state where user_id = ${user.id} and authentication_method = ${method}
      order by created_at desc limit 1
    )`;
  if (updated.count === 0)
    throw new AuthError(404, "flow_state_not_found", "invalid flow state, no valid flow state found");
  return code;
}

/** The same after a provider's sign-in, which needed no flow until now; its tokens wait for the exchange. */
export async function openFlow(
  db: Db,
  user: { id: string },
  provider: string,
  challenge: Challenge,
  { accessToken, refreshToken }: { accessToken: string; refreshToken: string | null },
): Promise<string> {
  const code = randomUUID();
  await db`
    insert into auth.flow_state (
      id, user_id, code_challenge_method, code_challenge, provider_type, authentication_method,
      provider_access_token, provider_refresh_token, auth_code, auth_code_issued_at
    ) values (
      ${randomUUID()}, ${user.id}, ${challenge.code_challenge_method}, ${challenge.code_challenge}, ${provider}, 'oauth',
      ${accessToken}, ${refreshToken}, ${sha256(code)}, now()
    )`;
  return code;
}

type Flow = Challenge & {
  user_id: string;
  authentication_method: string;
  provider_access_token: string | null;
  provider_refresh_token: string | null;
  is_live: boolean;
};

/** What the code stands for; gone afterwards, even when the verifier does not fit. */
export async function redeemAuthCode(
  tx: TransactionSql,
  code: string,
  verifier: string,
): Promise<Flow | null> {
  const [flow] = await tx<Flow[]>`
    delete from auth.flow_state where auth_code = ${sha256(code)}
    returning user_id, code_challenge, code_challenge_method, authentication_method,
      provider_access_token, provider_refresh_token,
      auth_code_issued_at > now() - make_interval(secs => ${CODE_LIFETIME_SECONDS}) as is_live`;
  if (!flow?.is_live) return null;
  const computed =
    flow.code_challenge_method === "plain"
      ? verifier
      : createHash("sha256").update(verifier).digest("base64url");
  return computed === flow.code_challenge ? flow : null;
}
