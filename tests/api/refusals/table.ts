import { ACCOUNT_ROUTES } from "./account-routes";
import { AUTH_ROUTES } from "./auth-routes";
import { CATALOGUE_ROUTES } from "./catalogue-routes";
import type { Entry } from "./entries";
import { HOUSEHOLD_ROUTES } from "./household-routes";
import { LIBRARY_ROUTES } from "./library-routes";
import { PLATFORM_ROUTES } from "./platform-routes";
import { PLAYBACK_ROUTES } from "./playback-routes";

/** What every route promises to whom, written by hand from what it is for. In this order they are called. */
export const TABLE: Entry[] = [
  ...PLATFORM_ROUTES,
  ...CATALOGUE_ROUTES,
  ...LIBRARY_ROUTES,
  ...PLAYBACK_ROUTES,
  ...ACCOUNT_ROUTES,
  ...HOUSEHOLD_ROUTES,
  ...AUTH_ROUTES,
];

export const nameOf = ({ method, route }: Pick<Entry, "method" | "route">) => `${method} /${route}`;
