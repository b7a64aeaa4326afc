import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/accounts/auth-card";
import { OauthButtons } from "@/components/accounts/oauth-buttons";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { TextLink } from "@/components/ui/text-link";
import { listOauthProviders } from "@/lib/accounts/session/oauth";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { getContext } from "@/lib/platform/auth/page";
import { readFlash } from "@/lib/platform/http/flash-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.auth.signUp");
  return { title: t("submit") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const [t, ctx, flash] = await Promise.all([
    getTranslations("accounts.auth.signUp"),
    getContext(),
    readFlash("/api/auth/sign-up"),
  ]);
  if (ctx.user) redirect(next);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <AuthCard
      title={t("title")}
      text={t("text")}
      footer={
        <>
          {t("member")} <TextLink href={`/sign-in${query}`}>{t("signIn")}</TextLink>
        </>
      }
    >
      <OauthButtons providers={listOauthProviders()} next={next} />
      <SignUpForm initial={flash} next={next} />
    </AuthCard>
  );
}
