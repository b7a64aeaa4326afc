import { DEADLINES } from "@/lib/platform/deadlines";
import { env } from "@/lib/platform/env";
import { headersOf, keyOf, type Variant } from "@/lib/platform/gate/kept-pages/key";
import { type KeptPage, keepPage } from "@/lib/platform/gate/kept-pages/page";
import { hmac, isSameText } from "@/lib/platform/hmac";

/** Says that we ask ourselves for a page, and for which country. */
const FILL_HEADER = "x-cineverse-fill";
/** A page answers by its deadline, also where it failed. */
const RENDER_MS = DEADLINES.page.answerMs + 1_000;
/** Pages that are there, and pages that are not. */
const KEPT_STATUS = [200, 404];

export const isToKeep = ({ status }: Pick<KeptPage, "status">): boolean => KEPT_STATUS.includes(status);

/**
 * Renders a variant by asking the site for it. A page that failed is for whoever waits for it now, who would wait as long
 * again for another; null for an answer that is no page.
 */
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
  const isShown = isToKeep(answer) || answer.status >= 500;
  if (isShown && isPage && !answer.headers.has("set-cookie")) return keepPage(answer);
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
