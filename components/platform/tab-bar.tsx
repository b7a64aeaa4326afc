import { Bookmark, Compass, House, Search, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TabLink } from "@/components/platform/nav-link";
import { getContext } from "@/lib/platform/auth/page";

/** The main places within reach of a thumb; wider screens have them in the header. */
export async function TabBar() {
  const [t, ctx] = await Promise.all([getTranslations("platform.site"), getContext()]);
  return (
    <nav
      data-tabbar
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-canvas/92 pb-[env(safe-area-inset-bottom)] backdrop-blur-xl md:hidden"
    >
      <div className="mx-auto grid h-15 max-w-lg auto-cols-fr grid-flow-col px-2">
        <TabLink href="/" icon={<House aria-hidden />}>
          {t("home")}
        </TabLink>
        <TabLink href="/browse" icon={<Compass aria-hidden />}>
          {t("browse")}
        </TabLink>
        <TabLink href="/search" icon={<Search aria-hidden />}>
          {t("search")}
        </TabLink>
        {ctx.user ? (
          <TabLink href="/watchlist" icon={<Bookmark aria-hidden />}>
            {t("watchlist")}
          </TabLink>
        ) : (
          <TabLink href="/sign-in" icon={<UserRound aria-hidden />}>
            {t("signIn")}
          </TabLink>
        )}
      </div>
    </nav>
  );
}
