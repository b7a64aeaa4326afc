import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { SecondStepForm } from "@/components/accounts/second-step/second-step-form";
import { buttonClass } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { findHalfWay, secondStepPath } from "@/lib/accounts/second-step/half-way";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { pageJar } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.secondStep");
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondStepPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = safeNextPath(query.next);
  const isRecovery = query.with === "recovery";
  const [t, halfWay, flash] = await Promise.all([
    getTranslations("accounts.auth.secondStep"),
    pageJar().then(findHalfWay),
    readFlash("/api/auth/second-step", "/api/auth/second-step/recovery"),
  ]);
  if (!halfWay) redirect(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
  const path = secondStepPath(next);
  const recoveryPath = `${path}${path.includes("?") ? "&" : "?"}with=recovery`;
  return (
    <AuthCard
      title={t(isRecovery ? "recoveryTitle" : "title")}
      text={t(isRecovery ? "recoveryText" : "text")}
      footer={
        <>
          <TextLink href={isRecovery ? path : recoveryPath}>
            {t(isRecovery ? "useDevice" : "useRecovery")}
          </TextLink>
          <form action="/api/auth/sign-out" method="post" className="ms-auto">
            <button type="submit" className={buttonClass({ variant: "ghost", size: "small" })}>
              {t("cancel")}
            </button>
          </form>
        </>
      }
    >
      <SecondStepForm key={String(isRecovery)} initial={flash} next={next} isRecovery={isRecovery} />
    </AuthCard>
  );
}
