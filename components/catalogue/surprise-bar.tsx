import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { surprisePath } from "@/lib/catalogue/browse-path";

/** A title that came by chance says so, and offers another one under the same filters. */
export function SurpriseBar({ movieId, filters }: { movieId: string; filters: string }) {
  const t = useTranslations("catalogue.surprise");
  return (
    <p className="mt-4 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
      {t("found")}
      {/* Not a Link: the same address leads elsewhere each time, so that nothing of it may be kept or fetched ahead. */}
      <a
        href={surprisePath(filters, movieId)}
        className={buttonClass({ variant: "secondary", size: "small" })}
      >
        <Dices aria-hidden />
        {t("again")}
      </a>
    </p>
  );
}
