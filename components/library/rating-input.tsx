"use client";

import { Star, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { RATING_MAXIMUM, ratingByKey, ratingByText, toRating } from "@/lib/library/rating";

type Props = { title: string; rating: number | null; onRate: (rating: number | null) => void };

const STARS = Array.from({ length: RATING_MAXIMUM }, (_, index) => index);
/** Walking through the values by arrow is one decision: the one that it ends at. */
const SETTLED_MS = 500;
const TYPED_WITHIN_MS = 1_200;

/** Ten stars in halves. Arrows, Home, End, a typed number and Backspace by keys; a press or a stroke by finger or mouse. */
export function RatingInput({ title, rating, onRate }: Props) {
  const t = useTranslations("library.rating");
  const format = useFormatter();
  const { shown, choose, settle } = useChosen(rating, onRate);
  const typed = useRef({ text: "", at: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const next = ratingByKey(isRtl ? mirrored(event.key) : event.key, shown) ?? typeKey(typed.current, event);
    const isClear = event.key === "Backspace" || event.key === "Delete";
    if (next === undefined && !isClear) return;
    event.preventDefault();
    choose(isClear ? null : (next ?? null));
  };
  const value = shown === null ? t("none") : t("value", { rating: format.number(shown) });
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-1.5 sm:gap-x-3">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("label", { title })}
        aria-valuemin={0}
        aria-valuemax={RATING_MAXIMUM}
        aria-valuenow={shown ?? 0}
        aria-valuetext={value}
        onKeyDown={onKeyDown}
        onBlur={settle}
        {...pointerHandlers(choose, settle)}
        className="flex cursor-pointer touch-pan-y rounded-control py-2 select-none"
      >
        {STARS.map((index) => (
          <RatingStar key={index} share={Math.min(1, Math.max(0, (shown ?? 0) - index))} />
        ))}
      </div>
      <output className="min-w-8 text-lg font-semibold tabular-nums" aria-hidden>
        {shown === null ? "–" : format.number(shown, { minimumFractionDigits: shown % 1 ? 1 : 0 })}
      </output>
      {/* Its room is kept: the first star that is pressed pushes nothing down. */}
      <span className={shown === null ? "invisible" : undefined}>
        <IconButton
          label={t("clear", { title })}
          onClick={() => {
            choose(null);
            settle();
          }}
        >
          <X aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}

function RatingStar({ share }: { share: number }) {
  const look = "size-5 min-[24rem]:size-6 sm:size-7";
  return (
    <span aria-hidden className="relative block px-px">
      <Star className={`${look} fill-current stroke-0 text-line-strong`} />
      <span
        className="absolute inset-y-0 inset-s-px overflow-hidden"
        style={{ inlineSize: `calc(${share * 100}% - ${share * 2}px)` }}
      >
        <Star className={`${look} max-w-none fill-current stroke-0 text-accent`} />
      </span>
    </span>
  );
}

/** What is chosen shows at once; it is handed on when it has been still for a moment, or the focus leaves. */
function useChosen(rating: number | null, onRate: Props["onRate"]) {
  const [chosen, setChosen] = useState<{ rating: number | null } | null>(null);
  const waiting = useRef<{ rating: number | null; timer: ReturnType<typeof setTimeout> } | null>(null);
  const settle = () => {
    const last = waiting.current;
    if (!last) return;
    clearTimeout(last.timer);
    waiting.current = null;
    onRate(last.rating);
    setChosen(null);
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => () => latest.current(), []);
  const choose = (next: number | null) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    setChosen({ rating: next });
    waiting.current = { rating: next, timer: setTimeout(() => latest.current(), SETTLED_MS) };
  };
  return { shown: chosen ? chosen.rating : rating, choose, settle };
}

function pointerHandlers(choose: (rating: number) => void, settle: () => void) {
  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, width, right } = event.currentTarget.getBoundingClientRect();
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const share = (isRtl ? right - event.clientX : event.clientX - left) / width;
    // Left of the first star is 0; a press on the first half of a star is that half.
    return share < 0.01 ? 0 : toRating(Math.ceil(share * RATING_MAXIMUM * 2) / 2);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      choose(at(event));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) choose(at(event));
    },
    onPointerUp: settle,
  };
}

function mirrored(key: string): string {
  if (key === "ArrowLeft") return "ArrowRight";
  return key === "ArrowRight" ? "ArrowLeft" : key;
}

/** Digits that come quickly one after the other are one number: 1, 0 is ten, 7, comma, 5 is seven and a half. */
function typeKey(typed: { text: string; at: number }, event: KeyboardEvent): number | undefined {
  if (!/^[\d.,]$/.test(event.key)) return undefined;
  const isGoingOn = event.timeStamp - typed.at < TYPED_WITHIN_MS;
  const longer = (isGoingOn ? typed.text : "") + event.key;
  typed.text = ratingByText(longer) === undefined ? event.key : longer;
  typed.at = event.timeStamp;
  return ratingByText(typed.text);
}
