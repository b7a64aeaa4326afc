"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Hero } from "@/components/catalogue/hero/hero";
import { heroProps } from "@/components/catalogue/hero/hero-props";
import type { HeroCard } from "@/lib/catalogue/schema";

export type OtherHeroesProps = {
  heroes: HeroCard[];
  shown: number;
  /** Whose button somebody is about to press: its picture is fetched already. */
  near: number;
};

/** Those that somebody reached for lie one over the other, so that nothing below moves when they turn. */
export function OtherHeroes({ heroes, shown, near }: OtherHeroesProps) {
  const t = useTranslations("catalogue.hero");
  const [reached, setReached] = useState<number[]>([]);
  if (!reached.includes(near)) setReached([...reached, near]);
  const title = heroes[shown]?.title ?? "";
  return (
    <>
      {heroes.map(
        (movie, index) =>
          index > 0 &&
          reached.includes(index) && (
            <div key={movie.id} {...heroProps(index === shown)}>
              <Hero movie={movie} />
            </div>
          ),
      )}
      <p role="status" className="sr-only">
        {reached.some((index) => index > 0) && t("shown", { title, number: shown + 1, total: heroes.length })}
      </p>
    </>
  );
}
