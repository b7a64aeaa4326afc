import { gzipSync } from "fflate";
import { env } from "@/lib/platform/env";
import { contentSecurityPolicy, policySurroundings } from "@/lib/platform/gate/content-policy";

/** A whole page, with the policy that lets its own scripts run and no others. */
export type KeptPage = {
  status: number;
  /** Compressed where we send it so ourselves: an eighth of the memory. */
  body: Uint8Array<ArrayBuffer>;
  isCompressed: boolean;
  policy: string;
  /** What the browser fetches while the page is still on its way: fonts and style sheets. */
  link: string | null;
  /** Of a page that failed, the id under which the log says why. */
  failedAs: string | null;
};

const NONCE = /'nonce-([^']+)'/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Takes the nonce out of a page that was rendered with one and allows each of its inline scripts by its hash instead: a
 * nonce that many people are sent is one that anybody can know.
 */
export async function keepPage(rendered: Response): Promise<KeptPage> {
  const nonce = NONCE.exec(rendered.headers.get("content-security-policy") ?? "")?.[1];
  const html = await rendered.text();
  const bare = nonce ? html.replaceAll(nonce, "") : html;
  const scripts = [...bare.matchAll(INLINE_SCRIPT)].map(([, text = ""]) => text);
  const hashes = await Promise.all([...new Set(scripts)].map(hashOf));
  const link = rendered.headers.get("link")?.replaceAll(/;\s*nonce="[^"]*"/g, "") ?? null;
  // Vercel's edge compresses what it sends.
  const isCompressed = !env().VERCEL;
  const plain = new TextEncoder().encode(bare);
  return {
    status: rendered.status,
    body: isCompressed ? gzipSync(plain) : plain,
    isCompressed,
    link,
    failedAs: rendered.status >= 500 ? rendered.headers.get("x-request-id") : null,
    policy: contentSecurityPolicy({ scripts: hashes.join(" "), ...policySurroundings() }),
  };
}

async function hashOf(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
