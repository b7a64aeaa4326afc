import { getFormatter, getTranslations } from "next-intl/server";
import { durationText } from "@/components/platform/status/duration-text";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";

import type { Queue } from "@/lib/platform/watch/status";

export async function QueuesPanel({ queues }: { queues: Queue[] | null }) {
  const [t, format] = await Promise.all([getTranslations("platform.status.queues"), getFormatter()]);
  return (
    <Panel title={t("title")} text={t("text")}>
      {!queues || queues.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <FiguresTable
          label={t("title")}
          columns={[t("queue"), t("waiting"), t("running"), t("failed"), t("oldest")]}
          rows={queues.map(({ name, waiting, running, failed, oldestSeconds }) => ({
            key: name,
            cells: [
              <code key="name">{name}</code>,
              format.number(waiting),
              format.number(running),
              <span key="failed" className={failed > 0 ? "text-danger-ink" : undefined}>
                {format.number(failed)}
              </span>,
              oldestSeconds === null ? "–" : durationText(format, oldestSeconds),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
