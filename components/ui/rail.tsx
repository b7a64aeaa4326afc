"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Children, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useFirstDeed } from "@/components/ui/use-first-deed";
import { useIsNear } from "@/components/ui/use-is-near";

type List = React.RefObject<HTMLUListElement | null>;

/** As many as the widest screens show; a page of many rows is half as long without the others. */
const DRAWN_AT_FIRST = 10;
const NEAR = "400px 0px";

type Props = {
  title: string;
  /** Beside the title, such as a link to all of them. */
  action?: ReactNode;
  /** One `<li>` each; see RailItem. */
  children: ReactNode;
};

/** A horizontal row. Arrow buttons for the mouse, swiping for fingers, and Tab, which scrolls by itself, for keys. */
export function Rail({ title, action, children }: Props) {
  const t = useTranslations("platform.ui");
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const isNear = useIsNear(list, NEAR);
  const hasActed = useFirstDeed();
  const isWhole = isNear && hasActed;
  const items = Children.toArray(children);
  const ends = useEnds(list, isWhole);
  const turn = (pages: number) => {
    const element = list.current;
    const direction = element && getComputedStyle(element).direction === "rtl" ? -1 : 1;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element?.scrollBy({
      left: pages * direction * element.clientWidth * 0.85,
      behavior: isStill ? "instant" : "smooth",
    });
  };
  return (
    <section aria-labelledby={id} className="group/rail relative py-4">
      <div className="gutter mb-3 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        {action && <div data-rail-action>{action}</div>}
      </div>
      <div className="relative">
        <ul
          ref={list}
          data-rail
          className="gutter scrollbar-none flex snap-x snap-proximity scroll-px-(--gutter) gap-(--rail-gap) overflow-x-auto overscroll-x-contain py-2"
        >
          {isWhole ? items : items.slice(0, DRAWN_AT_FIRST)}
        </ul>
        <RailArrow
          side="start"
          isHidden={ends.isAtStart}
          label={t("previous", { title })}
          onClick={() => turn(-1)}
        />
        <RailArrow side="end" isHidden={ends.isAtEnd} label={t("next", { title })} onClick={() => turn(1)} />
      </div>
    </section>
  );
}

export function RailItem({
  children,
  width = "w-(--poster-width) min-h-(--poster-card-height)",
}: {
  children: ReactNode;
  width?: string;
}) {
  return <li className={`${width} shrink-0 snap-start`}>{children}</li>;
}

type ArrowProps = { side: "start" | "end"; isHidden: boolean; label: string; onClick: () => void };

/** Not a tab stop: whoever uses keys walks through the titles themselves. */
function RailArrow({ side, isHidden, label, onClick }: ArrowProps) {
  const Icon = side === "start" ? ChevronLeft : ChevronRight;
  return (
    <div
      hidden={isHidden}
      className={`pointer-events-none absolute inset-y-0 ${side === "start" ? "inset-s-2" : "inset-e-2"} opacity-0 transition-opacity duration-200 group-hover/rail:opacity-100 hidden items-center [@media(hover:hover)]:not-[[hidden]]:flex`}
    >
      <IconButton
        label={label}
        variant="solid"
        tabIndex={-1}
        onClick={onClick}
        className="pointer-events-auto rtl:-scale-x-100"
      >
        <Icon aria-hidden />
      </IconButton>
    </div>
  );
}

/** Measured once all of the row has been drawn. */
function useEnds(list: List, isWhole: boolean) {
  const [ends, setEnds] = useState({ isAtStart: true, isAtEnd: true });
  useEffect(() => {
    const element = list.current;
    if (!element || !isWhole) return;
    const measure = () => {
      const scrolled = Math.abs(element.scrollLeft);
      const room = element.scrollWidth - element.clientWidth;
      const next = { isAtStart: scrolled < 8, isAtEnd: scrolled > room - 8 };
      setEnds((old) => (old.isAtStart === next.isAtStart && old.isAtEnd === next.isAtEnd ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [list, isWhole]);
  return ends;
}
