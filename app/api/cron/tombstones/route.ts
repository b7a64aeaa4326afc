import { pruneTombstones } from "@/lib/library/prune";
import { cronRoute } from "@/lib/platform/crons/route";

export const maxDuration = 60;

export const GET = cronRoute("tombstones", async ({ db, signal }) => ({
  pruned: await pruneTombstones(db, signal),
}));
