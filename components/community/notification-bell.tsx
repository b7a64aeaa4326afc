import { Bell } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { iconButtonClass } from "@/components/ui/icon-button";

const MOST = 99;

/** Leads to what somebody was told, with how much of it is new. */
export async function NotificationBell({ unread }: { unread: number }) {
  const t = await getTranslations("community.notifications");
  return (
    <Link
      href="/notifications"
      prefetch={false}
      aria-label={t("bell", { count: unread })}
      title={t("title")}
      className={`relative ${iconButtonClass("plain")}`}
    >
      <Bell aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute inset-e-0.5 top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-xs leading-none font-bold text-on-accent tabular-nums"
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  );
}
