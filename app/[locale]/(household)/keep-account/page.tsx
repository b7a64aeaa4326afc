import { DoorOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PostButton } from "@/components/accounts/post-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { deletionDate } from "@/lib/accounts/deletion/date";
import { canManageHousehold } from "@/lib/accounts/policy";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { requireViewerPage } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.keep");
  return { title: t("title"), robots: { index: false } };
}

/** Where somebody lands who signs in during the week, or who follows the mail. */
export default async function KeepAccountPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const [t, format, { household, viewer }] = await Promise.all([
    getTranslations("accounts.keep"),
    getFormatter(),
    requireViewerPage(`/keep-account?next=${encodeURIComponent(next)}`),
  ]);
  if (!household.deletionRequestedAt || !canManageHousehold(viewer)) redirect(next);
  const date = format.dateTime(deletionDate(household.deletionRequestedAt), { dateStyle: "long" });
  return (
    <EmptyState icon={<DoorOpen aria-hidden />} title={t("title")} text={t("text", { date })} isPage>
      <PostButton action="/api/account/deletion/cancel" values={{ next }} size="medium" variant="primary">
        {t("keep")}
      </PostButton>
      <Link href={next} className={buttonClass({ variant: "secondary" })}>
        {t("leave")}
      </Link>
    </EmptyState>
  );
}
