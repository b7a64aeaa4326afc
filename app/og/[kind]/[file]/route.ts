import { linkImageParams, serveLinkImage } from "@/lib/catalogue/link-image/serve";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({ params: linkImageParams }, ({ params }) => serveLinkImage(params));
