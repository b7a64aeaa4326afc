import { getFormatter, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/platform/status/figures-table";
import { Panel } from "@/components/platform/status/panel";
import type { PageSpeed } from "@/lib/platform/watch/status";
import { gradeOf, VITAL_NAMES, type VitalName } from "@/lib/platform/watch/vitals";

const COLOURS = { good: "text-success-ink", middling: "text-accent-ink", poor: "text-danger-ink" } as const;

/** How fast pages were for three of four people who opened them. */
export async function VitalsPanel({ pages }: { pages: PageSpeed[] }) {
  const [t, format] = await Promise.all([getTranslations("platform.status.vitals"), getFormatter()]);
  const all = pages.find(({ path }) => path === null);
  const text = (name: VitalName, value: number) => {
    if (name === "cls") return format.number(value, { maximumFractionDigits: 3 });
    return value >= 1_000
      ? t("seconds", { value: format.number(value / 1_000, { maximumFractionDigits: 2 }) })
      : t("milliseconds", { value: format.number(value, { maximumFractionDigits: 0 }) });
  };
  if (!all)
    return (
      <Panel title={t("title")} text={t("text")}>
        <p className="text-ink-soft">{t("none")}</p>
      </Panel>
    );
  return (
    <Panel title={t("title")} text={t("text")}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {VITAL_NAMES.map((name) => {
          const value = all[name];
          const grade = value === null ? null : gradeOf(name, value);
          return (
            <div key={name} className="grid content-start">
              <dt className="text-sm text-ink-faint">{t(`names.${name}`)}</dt>
              <dd className="grid">
                <span className="text-title tabular-nums">{value === null ? "–" : text(name, value)}</span>
                {grade && (
                  <span className={`text-sm font-medium ${COLOURS[grade]}`}>{t(`grades.${grade}`)}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <FiguresTable
        label={t("byPage")}
        columns={[t("page"), t("visits"), ...VITAL_NAMES.map((name) => name.toUpperCase())]}
        rows={pages.flatMap((page) =>
          page.path === null
            ? []
            : {
                key: page.path,
                cells: [
                  <code key="path">{page.path}</code>,
                  format.number(page.visits),
                  ...VITAL_NAMES.map((name) => {
                    const value = page[name];
                    return value === null ? "–" : text(name, value);
                  }),
                ],
              },
        )}
      />
    </Panel>
  );
}
