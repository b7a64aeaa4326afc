type ContentPolicy = { nonce: string; supabaseUrl: string; isDevelopment: boolean; isSecure: boolean };

/**
 * Pages are rendered per request, so every script carries a nonce. Styles stay open to inline attributes: colour
 * placeholders and the player's controls set them.
 */
export function contentSecurityPolicy({
  nonce,
  supabaseUrl,
  isDevelopment,
  isSecure,
}: ContentPolicy): string {
  const storage = new URL(supabaseUrl).origin;
  const realtime = storage.replace(/^http/, "ws");
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
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

/** The same for every answer; next.config.ts sets them, so that they reach files and routes too. */
export const SECURITY_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  {
    key: "permissions-policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
  // Browsers ignore it over plain http, so a laptop is not locked out.
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" },
];
