"use client";

import { useFormatter } from "next-intl";
import { useOwnZone } from "@/components/ui/use-own-zone";

/** A time of day as the reader's clock has it; see LocalDate. */
export function LocalTime({ value, hasSeconds = false }: { value: string; hasSeconds?: boolean }) {
  const format = useFormatter();
  const timeZone = useOwnZone();
  return (
    <time dateTime={value} suppressHydrationWarning className="whitespace-nowrap">
      {format.dateTime(new Date(value), { timeStyle: hasSeconds ? "medium" : "short", timeZone })}
    </time>
  );
}
