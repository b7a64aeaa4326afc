import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = process.cwd();
const WRITE =
  /\.from\("\w+"\)\s*\.(insert|update|upsert|delete)\(|\.rpc\(|\b(insert into|update|delete from) (public|auth)\.|auth\.(updateUser|admin|mfa)\b/;
const FORGETS = /\bforget(Household|Catalogue)?\(/;

/** Files that write, or call a function of the database, and forget nothing: why nothing kept is wrong afterwards. */
const FORGETS_NOTHING: Record<string, string> = {
  "lib/accounts/devices/list.ts": "the list of devices is read from the database",
  "lib/accounts/devices/register.ts": "the list of devices is read from the database",
  "lib/accounts/identity/confirm.ts": "only reads; its sign-in is beside the running one",
  "lib/accounts/password/change.ts": "no password is kept; the other sessions are marked as ended",
  "lib/accounts/password/reset.ts": "no password is kept; the other sessions are marked as ended",
  "lib/accounts/second-step/half-way.ts": "only reads",
  "lib/accounts/session/sign-out.ts": "marks sessions as ended in Redis itself",
  "lib/accounts/vault.ts": "its callers forget the household, once all of what they do is done",
  "lib/analytics/store-page-speed.ts": "what is counted is read from the database",
  "lib/analytics/store-page-views.ts": "what is counted is read from the database",
  "lib/catalogue/call.ts": "only reads",
  "lib/catalogue/import/statements.ts": "words of import-files.ts, which forgets the catalogue at its end",
  "lib/catalogue/import/tmdb/fill-title.ts":
    "part of import-from-tmdb.ts, which forgets the catalogue at its end",
  "lib/catalogue/import/write-titles.ts": "part of import-files.ts, which forgets the catalogue at its end",
  "lib/catalogue/reminders/mail-due.ts": "whether a mail is due is shown nowhere",
  "lib/catalogue/reminders/mutations.ts": "reminders are read from the database",
  "lib/catalogue/sitemap.ts": "only reads",
  "lib/catalogue/surprise.ts": "only reads",
  "lib/community/notifications/queries.ts": "only reads",
  "lib/library/prune.ts": "deletes what was removed long ago and is shown nowhere",
  "lib/library/queries.ts": "only reads",
  "lib/media/ingest/register.ts": "makes drafts, which nobody is shown",
  "lib/media/ingest/remove.ts": "deletes drafts, which nobody is shown",
  "lib/media/work/assets.ts": "of an asset that is not ready nobody is shown anything",
  "lib/media/work/sweep.ts": "of an asset that is not ready nobody is shown anything",
  "lib/platform/crons/expire.ts": "deletes what nobody is shown any more",
  "lib/platform/crons/route.ts": "runs are read from the database",
  "lib/platform/http/idempotency.ts": "keys are read from the database",
  "lib/platform/watch/status.ts": "reads through a function",
  "lib/playback/source.ts": "only reads",
  "lib/playback/start.ts": "streams are read from the database",
  "lib/playback/vault.ts": "streams are read from the database",
  "scripts/import.ts": "hands pictures to import-from-tmdb.ts, which forgets the catalogue at its end",
};

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")));
}

test("whatever writes forgets what it makes wrong, or says why there is nothing", () => {
  const silent = [...sources("lib"), ...sources("app"), "scripts/import.ts"].filter((file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8");
    return WRITE.test(text) && !FORGETS.test(text);
  });
  expect(silent.sort()).toEqual(Object.keys(FORGETS_NOTHING).sort());
});
