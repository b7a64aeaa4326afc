import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ViewerPicker } from "@/components/accounts/viewer-picker";
import { buttonClass } from "@/components/ui/button";

import { canManageHousehold } from "@/lib/accounts/policy";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { requireUserPage } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.viewers");
  return { title: t("title"), robots: { index: false } };
}

export default async function ViewersPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const [t, ctx, flash] = await Promise.all([
    getTranslations("accounts.viewers"),
    requireUserPage("/viewers"),
    readFlash("/api/viewers/active"),
  ]);
  return (
    <div className="grid justify-items-center gap-10 text-center">
      <h1 className="text-hero">{t("title")}</h1>
      {flash && <p role="alert">{flash.message.text}</p>}
      <ViewerPicker viewers={ctx.household.viewers} activeId={ctx.viewer.profileId} next={next} />
      {canManageHousehold(ctx.viewer) && (
        <Link href="/settings/viewers" className={buttonClass({ variant: "secondary" })}>
          {t("manage")}
        </Link>
      )}
    </div>
  );
}
