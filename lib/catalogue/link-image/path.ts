import "server-only";
import { createHash } from "node:crypto";
import type { Locale } from "@/lib/i18n/config";

export const LINK_IMAGE_KINDS = ["title", "person", "collections"] as const;
export type LinkImageKind = (typeof LINK_IMAGE_KINDS)[number];

type Shown = { slug: string; backdropPath?: string | null; title?: string; name?: string };

/** The address of the picture that a link to this page shows; another one once what it shows has changed. */
export function linkImagePath(kind: LinkImageKind, shown: Shown, locale: Locale): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([shown.title ?? shown.name, shown.backdropPath]))
    .digest("hex")
    .slice(0, 10);
  return `/og/${kind}/${shown.slug}.${locale}.jpg?v=${hash}`;
}

export const LINK_IMAGE_SIZE = { width: 1200, height: 630, type: "image/jpeg" };
