import "server-only";
import type { z } from "zod";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { Database } from "@/lib/platform/supabase/database.types";
import { publicClient } from "@/lib/platform/supabase/public";

type CatalogueFunction = Extract<keyof Database["public"]["Functions"], `catalogue_${string}`>;

/** The same for everybody with these limits, so it asks as a visitor, and the answer may be kept. */
export async function callCatalogue<Schema extends z.ZodType>(
  name: CatalogueFunction,
  parameters: Record<string, unknown>,
  schema: Schema,
): Promise<z.output<Schema>> {
  // Generated types know no nullable parameters; these functions take null for "no limit known".
  const { data, error } = await publicClient().rpc(name, parameters as never);
  if (error) throw fromPostgrest(error);
  return schema.parse(data);
}

export function limitsOf({ maturityLimit, country }: AudienceContext["viewer"]) {
  return { p_maturity_limit: maturityLimit, p_country: country };
}
