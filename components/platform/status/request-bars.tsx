import { getFormatter, getTranslations } from "next-intl/server";
import { LocalTime } from "@/components/ui/local-time";
import type { Span } from "@/lib/platform/statistics";
import type { Bar } from "@/lib/platform/watch/summaries";

/** Answers over time, the failed ones at the foot. The figures themselves are in the table below. */
export async function RequestBars({ bars, span }: { bars: Bar[]; span: Span }) {
  const [t, format] = await Promise.all([getTranslations("platform.status.requests"), getFormatter()]);
  const most = Math.max(1, ...bars.map(({ answers }) => answers));
  const share = (part: number) => `${(100 * part) / most}%`;
  const first = bars[0];
  const middle = bars[Math.floor(bars.length / 2)];
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm text-ink-faint">
        {t(span === "hour" ? "perFiveMinutes" : "perHour", { most: format.number(most) })}
      </figcaption>
      <div
        role="img"
        aria-label={t("chart", { count: bars.length })}
        className="flex h-36 items-end gap-1 border-b border-line-strong"
      >
        {bars.map(({ from, answers, failed }) => (
          <span
            key={from.toISOString()}
            title={t("bar", { answers, failed })}
            className="flex h-full flex-1 flex-col justify-end overflow-hidden"
          >
            <span className="block rounded-t bg-accent" style={{ blockSize: share(answers - failed) }} />
            <span className="block bg-danger" style={{ blockSize: share(failed) }} />
          </span>
        ))}
      </div>
      <div aria-hidden className="flex justify-between text-xs text-ink-faint tabular-nums">
        {first && <LocalTime value={first.from.toISOString()} />}
        {middle && <LocalTime value={middle.from.toISOString()} />}
        <span>{t("now")}</span>
      </div>
    </figure>
  );
}
