import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ComingList } from "@/components/catalogue/calendar/coming-list";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { getCalendar } from "@/lib/catalogue/queries";
import { listReminders } from "@/lib/catalogue/reminders/queries";
import { getContext } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.coming");
  return { title: t("title"), description: t("description"), alternates: { canonical: "/coming-soon" } };
}

export default async function ComingSoonPage() {
  const ctx = await getContext();
  const [t, { coming, leaving }, reminders] = await Promise.all([
    getTranslations("catalogue.coming"),
    getCalendar(ctx),
    listReminders(ctx),
  ]);
  return (
    <div className="gutter stack gap-8 pt-8">
      <h1 className="text-title">{t("title")}</h1>
      {coming.length > 0 ? (
        <ComingList titles={coming} reminders={reminders} isVisitor={ctx.viewer.profileId === null} />
      ) : (
        <EmptyState icon={<CalendarClock aria-hidden />} title={t("emptyTitle")} text={t("emptyText")}>
          <Link href="/browse" className={buttonClass({ variant: "secondary" })}>
            {t("browse")}
          </Link>
        </EmptyState>
      )}
      {leaving.length > 0 && (
        <section aria-labelledby="leaving" className="stack gap-4">
          <div>
            <h2 id="leaving" className="text-heading">
              {t("leaving")}
            </h2>
            <p className="mt-1 text-ink-soft">{t("leavingText")}</p>
          </div>
          <TitleGrid>
            {leaving.map((movie) => (
              <li key={movie.id}>
                <TitleCard movie={movie} isInGrid />
              </li>
            ))}
          </TitleGrid>
        </section>
      )}
    </div>
  );
}
