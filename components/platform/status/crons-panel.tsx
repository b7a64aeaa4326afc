import { getFormatter, getTranslations } from "next-intl/server";
import { durationText } from "@/components/platform/status/duration-text";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";
import type { CronState } from "@/lib/platform/watch/status";

const COLOURS = {
  succeeded: "text-success-ink",
  running: "text-ink-soft",
  failed: "text-danger-ink",
  late: "text-danger-ink",
  never: "text-ink-faint",
} as const;

/** Late weighs more than how the last run ended: nobody has begun another. */
function stateOf({ last, isLate }: CronState): keyof typeof COLOURS {
  if (isLate) return "late";
  return last?.status ?? "never";
}

export async function CronsPanel({ crons, now }: { crons: CronState[]; now: Date }) {
  const [t, format] = await Promise.all([getTranslations("platform.status.crons"), getFormatter()]);
  return (
    <Panel title={t("title")} text={t("text")}>
      <FiguresTable
        label={t("title")}
        columns={[t("cron"), t("state"), t("lastRun"), t("took")]}
        rows={crons.map((cron) => {
          const { name, schedule, last } = cron;
          const state = stateOf(cron);
          return {
            key: name,
            cells: [
              <span key="name" className="grid">
                <code>{name}</code>
                <span className="text-xs text-ink-faint">{t("schedule", { schedule })}</span>
              </span>,
              <span key="state" className={`font-medium ${COLOURS[state]}`}>
                {state === "failed" && last?.errorKind
                  ? t("failedWith", { kind: last.errorKind })
                  : t(`states.${state}`)}
              </span>,
              last ? format.relativeTime(new Date(last.startedAt), now) : "–",
              last?.seconds == null ? "–" : durationText(format, last.seconds),
            ],
          };
        })}
      />
    </Panel>
  );
}
