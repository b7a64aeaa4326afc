import { useTranslations } from "next-intl";
import { TitleRail } from "@/components/catalogue/title-rail";
import type { MovieCard } from "@/lib/catalogue/schema";

export function SimilarTitles({ movies }: { movies: MovieCard[] }) {
  const t = useTranslations("catalogue");
  return <TitleRail title={t("similar")} movies={movies} />;
}
