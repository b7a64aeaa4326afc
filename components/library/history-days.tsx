"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";
import { HistoryLine } from "@/components/library/history-line";
import type { HistoryItem } from "@/lib/library";
import { byDay } from "@/lib/library/by-day";

const EAGER = 6;
const never = () => () => undefined;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

type Props = { items: HistoryItem[]; onRemove: (item: HistoryItem) => void };

/** One part for each day as the reader's own clock has it; the server, which does not know it, writes those of UTC. */
export function HistoryDays({ items, onRemove }: Props) {
  const timeZone = useSyncExternalStore(never, ownZone, () => "UTC");
  const first = new Set(items.slice(0, EAGER));
  return byDay(items, timeZone).map(({ day, items: ofDay }) => (
    <Day key={day} day={day} timeZone={timeZone}>
      {ofDay.map((item) => (
        <HistoryLine key={item.id} item={item} isFirst={first.has(item)} onRemove={() => onRemove(item)} />
      ))}
    </Day>
  ));
}

function Day({ day, timeZone, children }: { day: string; timeZone: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h2 id={id} className="text-heading" suppressHydrationWarning>
        {useDayName()(day, timeZone)}
      </h2>
      <ul className="grid xl:grid-cols-2 xl:gap-x-14">{children}</ul>
    </section>
  );
}

function useDayName(): (day: string, timeZone: string) => string {
  const t = useTranslations("library.history");
  const format = useFormatter();
  return (day, timeZone) => {
    const dayOf = (time: number) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(time);
    if (day === dayOf(Date.now())) return t("today");
    if (day === dayOf(Date.now() - 86_400_000)) return t("yesterday");
    return format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: "full", timeZone: "UTC" });
  };
}
