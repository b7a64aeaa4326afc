import type { SupabaseClient } from "@supabase/supabase-js";
import { fromAuth } from "@/lib/accounts/auth-errors";
import { PERSONAL_TABLES, type PersonalTable } from "@/lib/accounts/data/tables";
import { requireManager } from "@/lib/accounts/guard";
import { type IdentityProof, requireIdentity } from "@/lib/accounts/identity/confirm";
import type { UserContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { Db } from "@/lib/platform/supabase/server";

const ROWS_AT_ONCE = 1_000;

/** Everything that is kept about an account as one JSON text, read page by page as it is sent. */
export async function exportData(
  ctx: UserContext,
  proof: IdentityProof,
): Promise<ReadableStream<Uint8Array>> {
  requireManager(ctx);
  await requireIdentity(ctx, proof);
  return streamOf(partsOf(ctx));
}

/** Reads on only as fast as the browser takes it. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* partsOf(ctx: UserContext): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date().toISOString())},"signIn":${JSON.stringify(await signInOf(ctx))}`;
  for (const table of PERSONAL_TABLES) {
    yield `,${JSON.stringify(table.table)}:[`;
    let separator = "";
    for await (const rows of pagesOf(ctx, table)) {
      yield separator + rows.map((row) => JSON.stringify(row)).join(",");
      separator = ",";
    }
    yield "]";
  }
  yield "}\n";
}

/** What Auth keeps, but for secrets. */
async function signInOf({ db }: UserContext) {
  const { data, error } = await db.auth.getUser();
  if (error) throw fromAuth(error);
  const { id, email, created_at, email_confirmed_at, last_sign_in_at, user_metadata, identities, factors } =
    data.user;
  return {
    id,
    email,
    createdAt: created_at,
    confirmedAt: email_confirmed_at,
    lastSignInAt: last_sign_in_at,
    details: user_metadata,
    providers: identities?.map(({ provider, created_at: since }) => ({ provider, since })) ?? [],
    secondSteps: factors?.map(({ factor_type: type, created_at: since }) => ({ type, since })) ?? [],
  };
}

type Row = Record<string, unknown>;

/** As the person themselves, so that row-level security holds here too; by key, so that no row comes twice. */
async function* pagesOf({ db, user }: UserContext, from: PersonalTable): AsyncGenerator<Row[]> {
  const { table, owner, key, columns = "*" } = from;
  for (let after: string | null = null; ; ) {
    let page = anyTable(db).from(table).select(columns).eq(owner, user.id).order(key).limit(ROWS_AT_ONCE);
    if (after) page = page.gt(key, after);
    const { data, error } = await page.overrideTypes<Row[], { merge: false }>();
    if (error) throw fromPostgrest(error);
    if (data.length > 0) yield data;
    if (data.length < ROWS_AT_ONCE) return;
    after = String(data.at(-1)?.[key]);
  }
}

/** The types of a table follow from its name; here the name is data, and so are the rows. */
function anyTable(db: Db): SupabaseClient {
  return db as unknown as SupabaseClient;
}
