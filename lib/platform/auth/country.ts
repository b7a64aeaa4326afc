import { env } from "@/lib/platform/env";

/** Where a request comes from. Only Vercel's own header is believed, and only on Vercel. */
export function countryOf(headers: Headers): string | null {
  if (!env().VERCEL) return null;
  const country = headers.get("x-vercel-ip-country")?.toUpperCase();
  return country && /^[A-Z]{2}$/.test(country) ? country : null;
}
