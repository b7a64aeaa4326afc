import { env } from "@/lib/platform/env";
import { headersOf, keyOf, type Variant } from "@/lib/platform/gate/kept-pages/key";
import { type KeptPage, keepPage } from "@/lib/platform/gate/kept-pages/page";
import { hmac, isSameText } from "@/lib/platform/hmac";

/** Says that we ask ourselves for a page, and for which country. */
const FILL_HEADER = "x-cineverse-fill";
const RENDER_MS = 10_000;
/** Pages that are there, and pages that are not; everything else is told to each who asks. */
const KEPT_STATUS = [200, 404];

/** Renders a variant by asking the site for it; null where the answer is not one to keep. */
export async function renderVariant(variant: Variant): Promise<KeptPage | null> {
  const country = variant.country ?? "";
  // Our own address, never the Host of the request: that one is the caller's to choose.
  const answer = await fetch(`${env().SITE_URL}${variant.path}`, {
    headers: {
      ...headersOf(variant),
      "accept-encoding": "identity",
      [FILL_HEADER]: `${country}.${await hmac("fill", `${country} ${keyOf(variant)}`)}`,
    },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(RENDER_MS),
  });
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  if (KEPT_STATUS.includes(answer.status) && isPage && !answer.headers.has("set-cookie"))
    return keepPage(answer);
  await answer.body?.cancel();
  return null;
}

/** What we asked for, where we made the request ourselves; null for everybody else's, whatever they claim. */
export async function readFill(
  headers: Headers,
  variant: Variant | null,
): Promise<Pick<Variant, "country"> | null> {
  const [name = "", signature = ""] = (headers.get(FILL_HEADER) ?? "").split(".");
  if (!signature || !variant) return null;
  const country = name || null;
  const expected = await hmac("fill", `${name} ${keyOf({ ...variant, country })}`);
  return isSameText(signature, expected) ? { country } : null;
}
