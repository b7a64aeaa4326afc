import { env } from "@/lib/platform/env";

const HEADER = "x-vercel-ip-country";

/** Where a request comes from. Only Vercel's own header is believed, and only on Vercel. */
export function countryOf(headers: Headers): string | null {
  if (!env().VERCEL) return null;
  const country = headers.get(HEADER)?.toUpperCase();
  return country && /^[A-Z]{2}$/.test(country) ? country : null;
}

/** Says where a request of our own is to count as coming from. */
export function setCountry(headers: Headers, country: string | null): void {
  if (country) headers.set(HEADER, country);
  else headers.delete(HEADER);
}
