import { servePublicFile } from "@/lib/platform/supabase/public-file";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  return servePublicFile("artwork", (await params).path, request);
}
