import { Hourglass } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** Says on the page of a title until when it is there. */
export function LeavingNotice({ at }: { at: string }) {
  const t = useTranslations("catalogue.coming");
  const format = useFormatter();
  return (
    <p className="mt-5 flex items-center gap-2 font-medium text-accent-ink">
      <Hourglass aria-hidden className="size-4 shrink-0" />
      <time dateTime={at}>
        {t("leavesOn", {
          date: format.dateTime(new Date(at), { day: "numeric", month: "long", year: "numeric" }),
        })}
      </time>
    </p>
  );
}
