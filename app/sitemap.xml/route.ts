import { sitemapIndex } from "@/lib/catalogue/sitemap";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({}, () => sitemapIndex());
