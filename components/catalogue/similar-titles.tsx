import { useTranslations } from "next-intl";
import { TitleRail } from "@/components/catalogue/title-rail";
import type { ListedTitle } from "@/lib/catalogue/schema";

export function SimilarTitles({ movies }: { movies: ListedTitle[] }) {
  const t = useTranslations("catalogue");
  return <TitleRail title={t("similar")} movies={movies} />;
}
