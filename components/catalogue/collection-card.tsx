import Link from "next/link";
import { useTranslations } from "next-intl";
import { PosterPicture } from "@/components/catalogue/poster-picture";
import type { Collection } from "@/lib/catalogue/schema";

const FAN = ["z-30", "z-20 -ms-[11%] scale-92", "z-10 -ms-[13%] scale-84", "-ms-[15%] scale-76"];

/** A fan of its first posters, and what holds them together. */
export function CollectionCard({ collection }: { collection: Collection }) {
  const t = useTranslations("catalogue.browse");
  return (
    <Link href={`/collections/${collection.slug}`} prefetch={false} className="group block outline-offset-4">
      <span className="flex items-center">
        {collection.cards.slice(0, FAN.length).map((movie, index) => (
          <PosterPicture
            key={movie.id}
            movie={movie}
            sizes="(min-width: 40rem) 14vw, 38vw"
            widest={360}
            className={`w-[34%] origin-left rounded-card shadow-raised ring-1 ring-line transition-transform duration-300 group-hover:translate-x-1 motion-reduce:transition-none ${FAN[index]}`}
          />
        ))}
      </span>
      <span className="mt-4 flex items-baseline justify-between gap-3">
        <span className="text-heading">{collection.title}</span>
        <span className="shrink-0 text-sm text-ink-faint tabular-nums">
          {t("total", { count: collection.count })}
        </span>
      </span>
      {collection.description && <span className="mt-1 block text-ink-soft">{collection.description}</span>}
    </Link>
  );
}
