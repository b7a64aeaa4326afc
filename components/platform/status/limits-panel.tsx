import { getFormatter, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";
import { RATE_LIMITS } from "@/lib/platform/rate-limits/classes";
import type { LimitSummary } from "@/lib/platform/watch/summaries";

export async function LimitsPanel({ limits }: { limits: LimitSummary[] }) {
  const [t, kinds, format] = await Promise.all([
    getTranslations("platform.status.limits"),
    getTranslations("platform.status.requests.kinds"),
    getFormatter(),
  ]);
  return (
    <Panel title={t("title")} text={t("text")}>
      <FiguresTable
        label={t("title")}
        columns={[t("class"), t("allowed"), t("refused")]}
        rows={limits.map(({ limit, refused }) => ({
          key: limit,
          cells: [kinds(limit), t("per", RATE_LIMITS[limit]), format.number(refused)],
          isStrong: refused > 0,
        }))}
      />
    </Panel>
  );
}
