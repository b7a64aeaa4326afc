import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SearchBox } from "@/components/catalogue/search/search-box";
import { NotificationBell } from "@/components/community/notification-bell";
import { AccountMenu } from "@/components/platform/account-menu";
import type { AccountPanelProps } from "@/components/platform/account-panel";
import { Logo } from "@/components/platform/logo";
import { NavLink } from "@/components/platform/nav-link";
import { PreferencesMenu } from "@/components/platform/preferences-menu";
import { buttonClass } from "@/components/ui/button";
import { unreadOf } from "@/lib/community";
import { rolesFor } from "@/lib/platform/auth/gates";
import type { Household } from "@/lib/platform/auth/household";
import { getContext } from "@/lib/platform/auth/page";
import type { Viewer } from "@/lib/platform/auth/types";
import { getTheme } from "@/lib/platform/theme-page";

export async function SiteHeader() {
  const [t, ctx, theme] = await Promise.all([getTranslations("platform.site"), getContext(), getTheme()]);
  const isSignedIn = ctx.household !== null;
  return (
    <header className="header-glass sticky top-0 z-40">
      <div className="gutter flex h-(--header-height) items-center gap-2 md:gap-6">
        <Link
          href="/"
          prefetch={false}
          className="-ms-1 inline-flex min-h-11 shrink-0 items-center rounded-lg p-1"
        >
          <Logo />
          <span className="sr-only">{t("home")}</span>
        </Link>
        <nav aria-label={t("navigation")} className="hidden items-center md:flex lg:gap-1">
          <NavLink href="/">{t("home")}</NavLink>
          <NavLink href="/browse">{t("browse")}</NavLink>
          {isSignedIn && <NavLink href="/watchlist">{t("watchlist")}</NavLink>}
        </nav>
        <div className="ms-auto flex min-w-0 items-center gap-1 md:gap-2 [&>:not(search)]:shrink-0">
          <SearchBox viewerId={ctx.viewer.profileId} className="hidden w-56 min-w-0 md:block lg:w-72" />
          {ctx.household ? (
            <>
              {ctx.viewer.profileId && <NotificationBell unread={unreadOf(ctx.household, ctx.viewer)} />}
              <AccountMenu {...shownOf(ctx.household, ctx.viewer)} theme={theme} />
            </>
          ) : (
            <>
              <PreferencesMenu theme={theme} />
              <Link
                href="/sign-in"
                prefetch={false}
                className={buttonClass({ variant: "primary", size: "small" })}
              >
                {t("signIn")}
              </Link>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

const DESK = "/admin";

/** What the menu shows of a household, and no more of it than that. */
function shownOf(
  { username, role, viewers }: Household,
  { profileId, isKids }: Viewer,
): Omit<AccountPanelProps, "theme"> {
  const shown = viewers.map(({ id, name, avatarPath, language, hasPin }) => ({
    id,
    name,
    avatarPath,
    language,
    hasPin,
  }));
  const active = shown.find(({ id }) => id === profileId);
  return {
    household: { username, viewers: shown },
    desk: !isKids && rolesFor(DESK)?.includes(role) ? DESK : null,
    viewer: active ?? { id: null, name: null, avatarPath: null, language: "en", hasPin: false },
  };
}
