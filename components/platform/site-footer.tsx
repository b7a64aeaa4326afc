import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LogoMark } from "@/components/platform/logo";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/config";
import { getContext } from "@/lib/platform/auth/page";

const LINK =
  "inline-flex min-h-(--target-small) items-center rounded text-ink-soft underline-offset-4 hover:text-ink hover:underline";

export async function SiteFooter() {
  const [t, ctx] = await Promise.all([getTranslations("platform.site"), getContext()]);
  const places = [
    { href: "/browse", label: t("browse") },
    { href: "/coming-soon", label: t("comingSoon") },
    { href: "/collections", label: t("collections") },
  ];
  const links = ctx.user
    ? [...places, { href: "/watchlist", label: t("watchlist") }, { href: "/settings", label: t("settings") }]
    : [...places, { href: "/sign-in", label: t("signIn") }, { href: "/sign-up", label: t("signUp") }];
  return (
    // Drawn when it is near: its languages are written in a face that most pages do not need.
    <footer className="gutter mt-20 border-t border-line py-10 text-sm [contain-intrinsic-size:auto_12rem] [content-visibility:auto]">
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-6">
        <p className="flex items-center gap-3 text-ink-faint">
          <LogoMark className="size-6 text-ink-soft" />
          {t("tagline")}
        </p>
        <nav aria-label={t("footerNavigation")} className="flex flex-wrap gap-x-6">
          {links.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false} className={LINK}>
              {label}
            </Link>
          ))}
        </nav>
        <form action="/api/preferences" method="post" className="flex gap-4">
          {LOCALES.map((locale) => (
            <button key={locale} name="locale" value={locale} lang={locale} type="submit" className={LINK}>
              {LOCALE_NAMES[locale]}
            </button>
          ))}
        </form>
      </div>
    </footer>
  );
}
