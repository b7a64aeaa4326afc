import { ACCOUNTS_ACCESS } from "./accounts";
import { CATALOGUE_ACCESS } from "./catalogue";
import { LIBRARY_ACCESS } from "./library";
import { PLANS_ACCESS } from "./plans";
import { PLATFORM_ACCESS } from "./platform";
import type { TableAccess } from "./table-access";

/** What the database promises, written by hand from the data model; never from what it does. */
export const ACCESS: Record<string, TableAccess> = {
  ...ACCOUNTS_ACCESS,
  ...CATALOGUE_ACCESS,
  ...LIBRARY_ACCESS,
  ...PLANS_ACCESS,
  ...PLATFORM_ACCESS,
};
