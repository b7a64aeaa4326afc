import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ViewerPicker } from "@/components/accounts/viewers/viewer-picker";
import { buttonClass } from "@/components/ui/button";
import { getAccountSecurity } from "@/lib/accounts/identity/confirm";
import { VIEWERS_MAXIMUM } from "@/lib/accounts/limits";
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
  const query = await searchParams;
  const next = safeNextPath(query.next);
  const [t, ctx, flash] = await Promise.all([
    getTranslations("accounts.viewers"),
    requireUserPage("/viewers"),
    readFlash("/api/viewers/active"),
  ]);
  const { viewers } = ctx.household;
  const isManager = canManageHousehold(ctx.viewer);
  // Asked only where somebody may have forgotten a PIN.
  const { hasPassword } = viewers.some(({ hasPin }) => hasPin)
    ? await getAccountSecurity(ctx)
    : { hasPassword: true };
  return (
    <div className="grid justify-items-center gap-10 text-center sm:gap-14">
      <h1 className="text-hero">{t("title")}</h1>
      {flash && <p role="alert">{flash.message.text}</p>}
      <ViewerPicker
        viewers={viewers}
        activeId={ctx.viewer.profileId}
        wantedId={typeof query.viewer === "string" ? query.viewer : undefined}
        next={next}
        hasPassword={hasPassword}
        canAdd={isManager && viewers.length < VIEWERS_MAXIMUM}
      />
      {isManager && (
        <Link href="/settings/viewers" className={buttonClass({ variant: "secondary" })}>
          {t("manage")}
        </Link>
      )}
    </div>
  );
}
