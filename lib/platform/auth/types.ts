import type { Locale } from "@/lib/i18n/config";
import type { Household } from "@/lib/platform/auth/household";
import type { Db } from "@/lib/platform/supabase/server";

/** What the verified access token says. */
export type SessionUser = { id: string; email: string; sessionId: string; hasPassedSecondStep: boolean };

/** Who is watching. A visitor, or a household that has not said who, has no profile. */
export type Viewer = {
  profileId: string | null;
  name: string | null;
  maturityLimit: number;
  /** ISO 3166-1 alpha-2; null where nobody said, which opens only what is available everywhere. */
  country: string | null;
  locale: Locale;
  isKids: boolean;
};

/** Anybody: what catalogue reads take. */
export type AudienceContext = {
  db: Db;
  user: SessionUser | null;
  household: Household | null;
  viewer: Viewer;
};

/** Somebody with an account. */
export type UserContext = AudienceContext & { user: SessionUser; household: Household };

/** Somebody with an account who said which viewer of the household they are. */
export type ViewerContext = UserContext & { viewer: Viewer & { profileId: string; name: string } };
