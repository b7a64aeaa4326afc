import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { canManageHousehold } from "@/lib/accounts/policy";
import type { Viewer } from "@/lib/platform/auth/types";

/** A child's viewer sees where the settings are, and that they are for somebody else. */
export async function GrownUpsOnly({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  if (canManageHousehold(viewer)) return children;
  const t = await getTranslations();
  return (
    <EmptyState title={t("accounts.settings.notForKids")}>
      <Link href="/viewers" className={buttonClass()}>
        {t("platform.account.switchViewer")}
      </Link>
    </EmptyState>
  );
}
