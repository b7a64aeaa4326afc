import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { browsePath, surprisePath } from "@/lib/catalogue/browse-path";
import type { BrowseFilters } from "@/lib/catalogue/schema";

/** One title by chance, of those that the filters leave, that this viewer may watch and has not watched. */
export function SurpriseLink({ filters }: { filters: BrowseFilters }) {
  const t = useTranslations("catalogue.surprise");
  return (
    <a
      href={surprisePath(browsePath(filters).slice("/browse".length))}
      className={buttonClass({ variant: "secondary", size: "small" })}
    >
      <Dices aria-hidden />
      {t("pick")}
    </a>
  );
}
