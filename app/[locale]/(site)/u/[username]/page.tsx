import { BadgeCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { getPublicProfile } from "@/lib/accounts/profile";
import { usernameSchema } from "@/lib/accounts/schema";
import { getContext } from "@/lib/platform/auth/page";
import { orNotFound } from "@/lib/platform/not-found";

type Props = { params: Promise<{ username: string }> };

const loadProfile = cache(async (username: string) => {
  if (!usernameSchema.safeParse({ username }).success) notFound();
  return orNotFound(async () => getPublicProfile(await getContext(), username));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await loadProfile((await params).username);
  return { title: profile.displayName ?? profile.username };
}

export default async function PublicProfilePage({ params }: Props) {
  const profile = await loadProfile((await params).username);
  const [t, format, ctx] = await Promise.all([
    getTranslations("accounts.profile"),
    getFormatter(),
    getContext(),
  ]);
  const name = profile.displayName ?? profile.username;
  const isOwn = ctx.user?.id === profile.id;
  const since = format.dateTime(new Date(profile.memberSince), { year: "numeric", month: "long" });
  return (
    <article className="gutter mx-auto grid max-w-4xl gap-8 py-14">
      <header className="flex flex-wrap items-center gap-6">
        <Avatar name={name} path={profile.avatarPath} size={112} />
        <div className="grid min-w-0 flex-1 basis-60 gap-1">
          <h1 className="text-title flex items-center gap-2 wrap-anywhere">
            {name}
            {profile.isVerified && (
              <BadgeCheck role="img" aria-label={t("verified")} className="size-7 text-accent-ink" />
            )}
          </h1>
          <p className="text-ink-faint">
            @{profile.username} · {t("since", { date: since })}
          </p>
        </div>
        {isOwn && (
          <Link href="/settings" className={buttonClass({ variant: "secondary" })}>
            {t("edit")}
          </Link>
        )}
      </header>
      <p className="max-w-2xl text-lg whitespace-pre-line text-ink-soft">
        {profile.isPrivate && !isOwn ? t("private") : (profile.bio ?? t("noBio", { name }))}
      </p>
    </article>
  );
}
