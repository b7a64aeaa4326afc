import { notFound } from "next/navigation";
import { toAppError } from "@/lib/platform/errors";

/** For pages: what `load` does not find becomes the page for that; every other error stays one. */
export async function orNotFound<Found>(load: () => Promise<Found>): Promise<Found> {
  try {
    return await load();
  } catch (error) {
    if (toAppError(error).code === "NOT_FOUND") notFound();
    throw error;
  }
}
