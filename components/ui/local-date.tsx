"use client";

import { useFormatter } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * A day as the reader's clock has it. The server, which does not know that clock, writes the day of UTC first; its words
 * may also differ from the browser's by a comma, which is no reason to draw the page anew.
 */
export function LocalDate({ value }: { value: string }) {
  const format = useFormatter();
  const timeZone = useSyncExternalStore(never, ownZone, () => "UTC");
  return (
    <time dateTime={value} suppressHydrationWarning className="whitespace-nowrap">
      {format.dateTime(new Date(value), { dateStyle: "medium", timeZone })}
    </time>
  );
}
