"use client";

import { Bookmark, EyeOff, Heart, History, Star } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useCurrentInView } from "@/components/ui/use-current-in-view";

const PLACES = [
  { path: "/watchlist", name: "watchlistTitle", Icon: Bookmark },
  { path: "/favorites", name: "favoritesTitle", Icon: Heart },
  { path: "/ratings", name: "ratingsTitle", Icon: Star },
  { path: "/history", name: "historyTitle", Icon: History },
  { path: "/hidden", name: "hiddenTitle", Icon: EyeOff },
] as const;

/** The pages of a viewer's library, one beside the other. */
export function LibraryNav() {
  const t = useTranslations("library.pages");
  const pathname = usePathname();
  const row = useRef<HTMLUListElement>(null);
  useCurrentInView(row, pathname);
  return (
    <nav aria-label={t("library")} className="-mx-(--gutter) border-b border-line">
      <ul
        ref={row}
        className="scrollbar-none flex scroll-px-(--gutter) gap-1 overflow-x-auto px-[calc(var(--gutter)-0.75rem)] sm:px-[calc(var(--gutter)-1rem)]"
      >
        {PLACES.map(({ path, name, Icon }) => (
          <li key={path}>
            <Link
              href={path}
              prefetch={false}
              aria-current={pathname === path ? "page" : undefined}
              className="relative flex min-h-12 items-center gap-2 px-3 font-medium whitespace-nowrap text-ink-faint transition-colors after:absolute after:inset-x-3 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink aria-[current]:text-ink aria-[current]:after:bg-accent sm:px-4"
            >
              <Icon aria-hidden className="size-4" />
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
