export const dynamic = "force-dynamic";

/** For whoever restarts processes: this one answers. It asks nobody else, whose trouble a restart would not mend. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
