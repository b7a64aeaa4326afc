import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { Artwork } from "@/components/ui/artwork";
import { classes } from "@/components/ui/classes";
import type { ListedTitle } from "@/lib/catalogue/schema";

type Props = {
  movie: Pick<ListedTitle, "title" | "year" | "genres" | "slug" | "posterPath" | "posterPlaceholder">;
  sizes: string;
  /** In pixels, of the widest file that is ever of use here. */
  widest: number;
  /** How wide it is, and how it stands out. */
  className: string;
};

/** A poster beside words: printed, or set in type where there is none. Cards of rows and grids have their own frame. */
export function PosterPicture({ movie, sizes, widest, className }: Props) {
  return (
    <span className={classes("relative block aspect-2/3 shrink-0 overflow-hidden", className)}>
      {movie.posterPath ? (
        <Artwork
          path={movie.posterPath}
          placeholder={movie.posterPlaceholder}
          alt=""
          sizes={sizes}
          widest={widest}
        />
      ) : (
        <TypographicPoster movie={movie} />
      )}
    </span>
  );
}
