"use client";

import { useFormatter } from "next-intl";
import { useOwnZone } from "@/components/ui/use-own-zone";

/**
 * A day as the reader's clock has it. The server's words may also differ from the browser's by a comma, which is no reason
 * to draw the page anew.
 */
export function LocalDate({ value }: { value: string }) {
  const format = useFormatter();
  const timeZone = useOwnZone();
  return (
    <time dateTime={value} suppressHydrationWarning className="whitespace-nowrap">
      {format.dateTime(new Date(value), { dateStyle: "medium", timeZone })}
    </time>
  );
}
