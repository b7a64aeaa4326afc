"use client";

import { CirclePlay, type LucideIcon, ShieldCheck, UserCog, UserRound, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useCurrentInView } from "@/components/ui/use-current-in-view";

const SECTIONS: {
  href: string;
  key: "profile" | "account" | "viewers" | "playback" | "security";
  Icon: LucideIcon;
}[] = [
  { href: "/settings", key: "profile", Icon: UserRound },
  { href: "/settings/account", key: "account", Icon: UserCog },
  { href: "/settings/viewers", key: "viewers", Icon: Users },
  { href: "/settings/playback", key: "playback", Icon: CirclePlay },
  { href: "/settings/security", key: "security", Icon: ShieldCheck },
];

export function SettingsNav() {
  const t = useTranslations("accounts.settings");
  const pathname = usePathname();
  const row = useRef<HTMLUListElement>(null);
  useCurrentInView(row, pathname);
  return (
    <nav aria-label={t("title")} className="-mx-(--gutter) min-w-0 lg:mx-0">
      <ul
        ref={row}
        className="scrollbar-none flex gap-1 overflow-x-auto px-[calc(var(--gutter)-0.25rem)] py-1 lg:grid lg:grid-cols-1 lg:overflow-visible lg:p-1"
      >
        {SECTIONS.map(({ href, key, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              {...(pathname === href && { "aria-current": "page" as const })}
              className="flex min-h-11 items-center gap-2 rounded-control px-3 leading-tight font-medium whitespace-nowrap text-ink-soft sm:gap-3 sm:px-3.5 transition-colors hover:bg-surface hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink [&_svg]:size-4.5 [&_svg]:shrink-0 aria-[current=page]:[&_svg]:text-accent-ink"
            >
              <Icon aria-hidden />
              {t(`sections.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
