import type { Variables } from "./environment";
import { bold, dim, say } from "./say";

const DEMO_ACCOUNTS = [
  "free",
  "basic",
  "premium",
  "vip",
  "creator",
  "operator",
  "moderator",
  "admin",
  "superadmin",
];
const DEMO_PASSWORD = "cineverse-demo";

/** The last words of a start: where to look and whom to be. */
export function greet(variables: Variables, hasSite: boolean): void {
  const { SITE_URL, SUPABASE_URL, MAIL_CATCHER_URL, DATABASE_URL } = variables;
  say.line("");
  if (hasSite) say.line(`  ${bold("CineVerse")}   ${bold(SITE_URL ?? "")}`);
  else say.line(`  Supabase    ${SUPABASE_URL}\n  Database    ${DATABASE_URL}`);
  if (MAIL_CATCHER_URL) say.line(`  Mail        ${MAIL_CATCHER_URL}`);
  if (hasSite && variables.CINEVERSE_EMBEDDED) {
    say.line(`  Sign in as  ${DEMO_ACCOUNTS.slice(0, 5).join(", ")},`);
    say.line(`              ${DEMO_ACCOUNTS.slice(5).join(", ")} ${dim("@cineverse.test")}`);
    say.line(`  Password    ${DEMO_PASSWORD}`);
  }
  say.line(dim("\n  Ctrl-C stops everything.\n"));
}
