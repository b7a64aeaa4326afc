import { sitemapPage, sitemapParams } from "@/lib/catalogue/sitemap";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({ params: sitemapParams }, ({ params }) => sitemapPage(params.page));
