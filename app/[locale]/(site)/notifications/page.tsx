import { Bell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PostButton } from "@/components/accounts/post-button";
import { PopularRail } from "@/components/catalogue/popular-rail";
import { NotificationList } from "@/components/community/notification-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { listNotifications } from "@/lib/community/notifications/queries";
import { notificationsQuery } from "@/lib/community/notifications/schema";
import { requireViewerPage } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("community.notifications");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotificationsPage({ searchParams }: Props) {
  const { cursor } = notificationsQuery.parse(await searchParams);
  const [t, ctx] = await Promise.all([
    getTranslations("community.notifications"),
    requireViewerPage("/notifications"),
  ]);
  const { items, nextCursor } = await listNotifications(ctx, cursor);
  return (
    <div className="stack gap-7 pt-8">
      <div className="gutter mx-auto grid w-full max-w-3xl gap-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-title">{t("title")}</h1>
          {items.some(({ isRead }) => !isRead) && (
            <PostButton action="/api/notifications">{t("readAll")}</PostButton>
          )}
        </div>
        {items.length > 0 ? (
          <NotificationList items={items} />
        ) : (
          <EmptyState icon={<Bell aria-hidden />} title={t("emptyTitle")} text={t("emptyText")}>
            <Link href="/coming-soon" className={buttonClass()}>
              {t("comingSoon")}
            </Link>
          </EmptyState>
        )}
        {nextCursor && (
          <Link
            href={`/notifications?cursor=${nextCursor}`}
            prefetch={false}
            className={`${buttonClass({ variant: "secondary" })} justify-self-center`}
          >
            {t("older")}
          </Link>
        )}
      </div>
      {items.length === 0 && <PopularRail />}
    </div>
  );
}
