import { getFormatter, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";
import { RequestBars } from "@/components/platform/status/request-bars";
import { classes } from "@/components/ui/classes";
import type { Span } from "@/lib/platform/statistics";
import type { Bar, RequestSummary } from "@/lib/platform/watch/summaries";

type Props = { requests: RequestSummary[]; bars: Bar[]; span: Span };

/** What was answered, how often that was an error, and how long it took. */
export async function RequestsPanel({ requests, bars, span }: Props) {
  const [t, format] = await Promise.all([getTranslations("platform.status.requests"), getFormatter()]);
  const [all] = requests;
  const milliseconds = (value: number | null) =>
    value === null ? "–" : t("milliseconds", { value: format.number(value, { maximumFractionDigits: 0 }) });
  const rate = ({ failed, answers }: RequestSummary) =>
    answers === 0
      ? "–"
      : format.number(failed / answers, { style: "percent", maximumFractionDigits: failed > 0 ? 2 : 0 });
  if (!all || all.answers === 0)
    return (
      <Panel title={t("title")}>
        <p className="text-ink-soft">{t("none")}</p>
      </Panel>
    );
  const tiles = [
    { name: t("answers"), value: format.number(all.answers) },
    { name: t("errorRate"), value: rate(all), isBad: all.failed > 0 },
    { name: t("p50"), value: milliseconds(all.p50) },
    { name: t("p95"), value: milliseconds(all.p95) },
    { name: t("p99"), value: milliseconds(all.p99) },
  ];
  return (
    <Panel title={t("title")} text={t("text")}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {tiles.map(({ name, value, isBad }) => (
          <div key={name} className="grid">
            <dt className="text-sm text-ink-faint">{name}</dt>
            <dd className={classes("text-title tabular-nums", isBad && "text-danger-ink")}>{value}</dd>
          </div>
        ))}
      </dl>
      <RequestBars bars={bars} span={span} />
      <FiguresTable
        label={t("byKind")}
        columns={[t("kind"), t("answers"), t("refused"), t("failed"), t("errorRate"), "p50", "p95", "p99"]}
        rows={requests.slice(1).map((summary) => ({
          key: summary.kind ?? "",
          cells: [
            t(`kinds.${summary.kind ?? "page"}`),
            format.number(summary.answers),
            format.number(summary.refused),
            format.number(summary.failed),
            rate(summary),
            milliseconds(summary.p50),
            milliseconds(summary.p95),
            milliseconds(summary.p99),
          ],
        }))}
      />
    </Panel>
  );
}
