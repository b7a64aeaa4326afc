import "server-only";
import type { z } from "zod";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { Database } from "@/lib/platform/supabase/database.types";
import { publicClient } from "@/lib/platform/supabase/public";
import type { Db } from "@/lib/platform/supabase/server";

/** As whom the database is asked: it leaves out what this viewer is not interested in. */
export type Own = { db: Db; viewerId: string };

type CatalogueFunction = Extract<keyof Database["public"]["Functions"], `catalogue_${string}`>;

/**
 * The same for everybody with these limits, so it asks as a visitor, and the answer may be kept; with `own`, for the viewer
 * whom it names alone.
 */
export async function callCatalogue<Schema extends z.ZodType>(
  name: CatalogueFunction,
  parameters: Record<string, unknown>,
  schema: Schema,
  own: Own | null = null,
): Promise<z.output<Schema>> {
  // Generated types know no nullable parameters; these functions take null for "no limit known".
  const all = (own ? { ...parameters, p_viewer: own.viewerId } : parameters) as never;
  const { data, error } = await (own?.db ?? publicClient()).rpc(name, all);
  if (error) throw fromPostgrest(error);
  return schema.parse(data);
}

/** For whoever hides titles a list has to be made apart; null for everybody else, who share one. */
export function ownOf({
  db,
  household,
  viewer,
}: Pick<AudienceContext, "db" | "household" | "viewer">): Own | null {
  const { profileId } = viewer;
  const hides = household?.viewers.some(({ id, hidesTitles }) => id === profileId && hidesTitles);
  return hides && profileId ? { db, viewerId: profileId } : null;
}

export function limitsOf({ maturityLimit, country }: AudienceContext["viewer"]) {
  return { p_maturity_limit: maturityLimit, p_country: country };
}
