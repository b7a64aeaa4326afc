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
