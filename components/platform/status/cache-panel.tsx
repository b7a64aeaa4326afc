import { getFormatter, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";
import type { CacheSummary } from "@/lib/platform/watch/summaries";

export async function CachePanel({ cache }: { cache: CacheSummary[] }) {
  const [t, format] = await Promise.all([getTranslations("platform.status.cache"), getFormatter()]);
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  return (
    <Panel title={t("title")} text={t("text")}>
      {cache.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <FiguresTable
          label={t("title")}
          columns={[t("kind"), t("reads"), t("hits"), t("stale")]}
          rows={cache.map(({ kind, reads, hitRate, staleRate }) => ({
            key: kind,
            cells: [
              <code key="kind">{kind}</code>,
              format.number(reads),
              percent(hitRate),
              percent(staleRate),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
