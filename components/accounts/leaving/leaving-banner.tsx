import { getFormatter, getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { deletionDate } from "@/lib/accounts/deletion/date";
import { canManageHousehold } from "@/lib/accounts/policy";
import type { AudienceContext } from "@/lib/platform/auth/types";

/** On every page during the week in which an account may still be kept. A plain form: no page loads a script for it. */
export async function LeavingBanner({ household, viewer }: AudienceContext) {
  if (!household?.deletionRequestedAt || !canManageHousehold(viewer)) return null;
  const [t, format] = await Promise.all([getTranslations("accounts.settings"), getFormatter()]);
  const date = format.dateTime(deletionDate(household.deletionRequestedAt), { dateStyle: "long" });
  return (
    <aside className="gutter flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-b border-danger-ink/40 bg-surface py-2.5 text-base">
      <p className="font-medium text-danger-ink">{t("leaving", { date })}</p>
      <form action="/api/account/deletion/cancel" method="post">
        <button type="submit" className={buttonClass({ size: "small" })}>
          {t("keep")}
        </button>
      </form>
    </aside>
  );
}
