import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { Health } from "@/lib/platform/health/check";
import type { Dependency } from "@/lib/platform/health/probes";

const LOOKS = {
  ok: { Icon: CircleCheck, colour: "text-success-ink" },
  degraded: { Icon: TriangleAlert, colour: "text-accent-ink" },
  down: { Icon: CircleX, colour: "text-danger-ink" },
} as const;

/** The first thing that staff want to know: is it us, and which part of us. */
export async function HealthPanel({ health }: { health: Health }) {
  const t = await getTranslations("platform.status.health");
  const { Icon, colour } = LOOKS[health.status];
  const checks = Object.entries(health.checks) as [Dependency, { isUp: boolean; milliseconds: number }][];
  return (
    <section
      aria-label={t("title")}
      className="stack gap-5 rounded-panel border border-line bg-surface p-4 sm:p-6"
    >
      <p className="text-heading flex items-center gap-3">
        <Icon aria-hidden className={`size-7 shrink-0 ${colour}`} />
        {t(`states.${health.status}`)}
      </p>
      <ul className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 xl:grid-cols-6">
        {checks.map(([name, { isUp, milliseconds }]) => (
          <li key={name} className="grid gap-0.5 rounded-control border border-line px-3.5 py-2.5">
            <span className="flex items-center gap-2 font-medium">
              {isUp ? (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-success-ink" />
              ) : (
                <CircleX aria-hidden className="size-4 shrink-0 text-danger-ink" />
              )}
              {t(`parts.${name}`)}
            </span>
            <span className="text-sm text-ink-faint tabular-nums">
              {isUp ? t("answers", { milliseconds }) : t("silent")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
