"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useRef, useState } from "react";
import { heroProps } from "@/components/catalogue/hero/hero-props";
import type { OtherHeroesProps } from "@/components/catalogue/hero/other-heroes";
import { Artwork } from "@/components/ui/artwork";
import type { HeroCard } from "@/lib/catalogue/schema";

const load = () => import("@/components/catalogue/hero/other-heroes").then((file) => file.OtherHeroes);
const SWIPE_PX = 48;

type Props = {
  /** Of the day, the one that the page opens with first. */
  heroes: HeroCard[];
  /** The first of them, which comes with the document. */
  children: ReactNode;
};

/** A calm way through the heroes of the day: none turns by itself, and the others are fetched when somebody reaches for them. */
export function HeroStage({ heroes, children }: Props) {
  const t = useTranslations("catalogue.hero");
  const [shown, setShown] = useState(0);
  const [near, setNear] = useState(0);
  const [Others, setOthers] = useState<ComponentType<OtherHeroesProps> | null>(null);
  const touchedAt = useRef(0);
  const reach = (index: number) => {
    setNear(index);
    if (!Others)
      load().then(
        (loaded) => setOthers(() => loaded),
        () => undefined,
      );
  };
  const show = (index: number) => {
    reach(index);
    setShown(index);
  };
  return (
    <div
      className="hero-stage"
      onTouchStart={({ touches }) => {
        touchedAt.current = touches[0]?.clientX ?? 0;
      }}
      onTouchEnd={({ changedTouches }) => {
        const moved = (changedTouches[0]?.clientX ?? 0) - touchedAt.current;
        if (Math.abs(moved) > SWIPE_PX) show((shown + heroes.length - Math.sign(moved)) % heroes.length);
      }}
    >
      <div {...heroProps(shown === 0 || !Others)}>{children}</div>
      {Others && <Others heroes={heroes} shown={shown} near={near} />}
      {heroes.length > 1 && (
        <fieldset aria-label={t("label")} className="hero-picker">
          {heroes.map(({ id, title, backdropPath, backdropPlaceholder }, index) => (
            <button
              key={id}
              type="button"
              aria-label={t("show", { title })}
              aria-current={index === shown}
              onPointerEnter={() => reach(index)}
              onFocus={() => reach(index)}
              onClick={() => show(index)}
            >
              <span>
                <Artwork
                  path={backdropPath}
                  placeholder={backdropPlaceholder}
                  alt=""
                  sizes="8rem"
                  widest={240}
                />
              </span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
