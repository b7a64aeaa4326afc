import { z } from "zod";
import { MOST_PAGES } from "@/lib/analytics/limits";

const milliseconds = z.number().min(0).max(600_000).optional();

/** What a browser tells of one page that somebody looked at; told again, it is the same row with better figures. */
export const pageVisit = z.strictObject({
  id: z.uuid(),
  path: z.string().startsWith("/").max(512),
  /** From where the document was opened; of its first page alone. */
  referrerHost: z.string().max(255).optional(),
  ttfb: milliseconds,
  fcp: milliseconds,
  lcp: milliseconds,
  inp: milliseconds,
  cls: z.number().min(0).max(1_000).optional(),
  /** Only while it was to be seen. */
  seconds: z.number().min(0).max(86_400),
  /** The deepest point that was seen, as a share of the page. */
  depth: z.number().min(0).max(1),
});

export const visitReport = z.strictObject({
  /** Of one document, new with each load: it joins pages, not people. */
  documentId: z.uuid(),
  pages: z.array(pageVisit).min(1).max(MOST_PAGES),
});

export type PageVisit = z.output<typeof pageVisit>;
export type VisitReport = z.output<typeof visitReport>;

/** As the list in Redis has it and store_page_speed reads it. */
export const pageSpeed = pageVisit.extend({
  at: z.iso.datetime(),
  path: z.string().max(200),
  documentId: z.uuid(),
  device: z.enum(["phone", "tablet", "desktop"]),
  browser: z.string().max(50),
  os: z.string().max(50),
});

export type PageSpeed = z.output<typeof pageSpeed>;
