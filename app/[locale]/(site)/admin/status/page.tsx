import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CachePanel } from "@/components/platform/status/cache-panel";
import { CronsPanel } from "@/components/platform/status/crons-panel";
import { HealthPanel } from "@/components/platform/status/health-panel";
import { LimitsPanel } from "@/components/platform/status/limits-panel";
import { QueuesPanel } from "@/components/platform/status/queues-panel";
import { RequestsPanel } from "@/components/platform/status/requests-panel";
import { SpanChoice } from "@/components/platform/status/span-choice";
import { StatusClock } from "@/components/platform/status/status-clock";
import { VitalsPanel } from "@/components/platform/status/vitals-panel";
import { Notice } from "@/components/ui/notice";
import { requireViewerPage } from "@/lib/platform/auth/page";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import type { Span } from "@/lib/platform/statistics";
import { getPlatformStatus, statusQuery } from "@/lib/platform/watch/status";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.status");
  return { title: t("title"), robots: { index: false } };
}

export default async function StatusPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requireViewerPage("/admin/status"), searchParams]);
  const { span } = statusQuery.parse(query);
  const [t, status] = await Promise.all([getTranslations("platform.status"), statusForStaff(ctx, span)]);
  const { at, health, figures, queues, crons, pages } = status;
  return (
    <div className="gutter mx-auto grid w-full max-w-7xl gap-8 pt-8 pb-16">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="grid gap-1">
          <p className="text-sm font-semibold text-accent-ink">{t("desk")}</p>
          <h1 className="text-title">{t("title")}</h1>
        </div>
        <StatusClock
          at={at.toISOString()}
          texts={{ asOf: t("clock.asOf"), pause: t("clock.pause"), resume: t("clock.resume") }}
        />
      </div>
      <HealthPanel health={health} />
      <SpanChoice span={span} />
      {figures ? (
        <>
          <RequestsPanel requests={figures.requests} bars={figures.bars} span={span} />
          <div className="stack gap-8 lg:grid-cols-2">
            <CachePanel cache={figures.cache} />
            <LimitsPanel limits={figures.limits} />
          </div>
        </>
      ) : (
        <Notice tone="error">{t("noFigures")}</Notice>
      )}
      <div className="stack gap-8 lg:grid-cols-2">
        <CronsPanel crons={crons} now={at} />
        <QueuesPanel queues={queues} />
      </div>
      <VitalsPanel pages={pages} />
    </div>
  );
}

/** A desk is not there for others, nor for the children of whoever sits at it. */
async function statusForStaff(ctx: ViewerContext, span: Span) {
  if (ctx.viewer.isKids) notFound();
  try {
    return await getPlatformStatus(ctx, span);
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") notFound();
    throw error;
  }
}
