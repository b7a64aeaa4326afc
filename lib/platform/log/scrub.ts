import { secretValues } from "@/lib/platform/env";
import { CENSORED } from "@/lib/platform/log/secret-keys";

/** Whatever looks like something that opens a door or names a person, wherever in a text it stands. */
const PATTERNS: [pattern: RegExp, by: string][] = [
  [/(:\/\/)[^/\s"'@]+@/g, `$1${CENSORED}@`],
  [/\beyJ[\w-]{8,}\.[\w-]*(\.[\w-]*)?/g, CENSORED],
  [/\b(bearer|basic) [\w.~+/-]{6,}=*/gi, `$1 ${CENSORED}`],
  [
    /\b(token_hash|access_token|refresh_token|apikey|token|code|secret|password)=[^&\s"';,]+/gi,
    `$1=${CENSORED}`,
  ],
  [/\b(cineverse-[a-z]+(?:\.\d+)?)=[^;\s"']+/g, `$1=${CENSORED}`],
  [/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(@|%40)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, CENSORED],
];

let secrets: string[] | undefined;

/** The last sieve before a text leaves the process for a log, a trace or an error report. */
export function scrub(text: string): string {
  secrets ??= secretValues();
  let clean = text;
  for (const secret of secrets) if (clean.includes(secret)) clean = clean.replaceAll(secret, CENSORED);
  for (const [pattern, by] of PATTERNS) clean = clean.replace(pattern, by);
  return clean;
}
