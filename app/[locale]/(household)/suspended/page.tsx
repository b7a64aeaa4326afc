import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PostButton } from "@/components/accounts/post-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { getSuspensionReason } from "@/lib/accounts/suspension";
import { isSuspended } from "@/lib/platform/auth/context";
import { getContext } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.suspended");
  return { title: t("title"), robots: { index: false } };
}

export default async function SuspendedPage() {
  const [t, format, ctx] = await Promise.all([
    getTranslations("accounts.suspended"),
    getFormatter(),
    getContext(),
  ]);
  if (!isSuspended(ctx)) redirect("/");
  const reason = await getSuspensionReason(ctx);
  const until = new Date(ctx.household?.suspendedUntil ?? 0);
  return (
    <EmptyState
      icon={<Hourglass aria-hidden />}
      title={t("title")}
      text={
        <>
          {t("text", { date: format.dateTime(until, { dateStyle: "long", timeStyle: "short" }) })}
          {reason && <span className="mt-2 block text-ink">{t("reason", { reason })}</span>}
        </>
      }
      isPage
    >
      <Link href="/browse" className={buttonClass()}>
        {t("browse")}
      </Link>
      <PostButton action="/api/auth/sign-out" size="medium">
        {t("signOut")}
      </PostButton>
    </EmptyState>
  );
}
