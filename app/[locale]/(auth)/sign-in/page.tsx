import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { OauthButtons } from "@/components/accounts/oauth-buttons";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { listOauthProviders } from "@/lib/accounts/session/oauth";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { getContext } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.signIn");
  return { title: t("submit"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const wanted = await searchParams;
  const next = safeNextPath(wanted.next);
  const [t, ctx, flash] = await Promise.all([
    getTranslations("accounts.auth.signIn"),
    getContext(),
    readFlash("/api/auth/sign-in", "/auth/confirm"),
  ]);
  if (ctx.user) redirect(next);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <AuthCard
      title={t("title")}
      text={t("text")}
      footer={
        <>
          {t("new")} <TextLink href={`/sign-up${query}`}>{t("create")}</TextLink>
        </>
      }
    >
      {wanted.ended && <Notice>{t("ended")}</Notice>}
      <OauthButtons providers={listOauthProviders()} next={next} />
      <SignInForm initial={flash} next={next} />
      <p className="-mt-2 text-center text-base text-ink-soft">
        {t("orMail")}: <TextLink href={`/magic-link${query}`}>{t("magicLink")}</TextLink>
      </p>
    </AuthCard>
  );
}
