import { env } from "@/lib/platform/env";

type ContentPolicy = { scripts: string; supabaseUrl: string; isDevelopment: boolean; isSecure: boolean };

/**
 * `scripts` is what runs besides our own files: the nonce of a page rendered for this request, or the hashes of one that
 * is kept (decision 0080). Styles stay open to inline attributes: colour placeholders and the player's controls set them.
 */
export function contentSecurityPolicy({
  scripts,
  supabaseUrl,
  isDevelopment,
  isSecure,
}: ContentPolicy): string {
  const storage = new URL(supabaseUrl).origin;
  const realtime = storage.replace(/^http/, "ws");
  const directives = [
    "default-src 'self'",
    `script-src 'self' ${scripts}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${storage}`,
    "font-src 'self'",
    `media-src 'self' blob: ${storage}`,
    `connect-src 'self' ${storage} ${realtime}${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** What a policy depends on besides the scripts that it lets run. */
export function policySurroundings(): Omit<ContentPolicy, "scripts"> {
  const { SUPABASE_URL, SITE_URL, NODE_ENV } = env();
  return {
    supabaseUrl: SUPABASE_URL,
    isDevelopment: NODE_ENV === "development",
    isSecure: SITE_URL.startsWith("https:"),
  };
}
