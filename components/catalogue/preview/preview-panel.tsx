"use client";

import { Info, Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CSSProperties, useLayoutEffect, useRef, useState } from "react";
import { FeatureBadges } from "@/components/catalogue/feature-badges";
import { PreviewPicture } from "@/components/catalogue/preview/preview-picture";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { SaveButton } from "@/components/library/save-button";
import { buttonClass } from "@/components/ui/button";
import { iconButtonClass } from "@/components/ui/icon-button";
import { usePreview } from "@/lib/catalogue/client";
import { useActiveViewer } from "@/lib/library/client/viewer";
import { watchPath } from "@/lib/playback";

export type PreviewProps = { card: HTMLElement; slug: string; mayMove: boolean };

const MARGIN_PX = 12;
const WIDEST_PX = 400;

/** The card, grown: nothing on the page moves, because it lies in the top layer over its card. */
export function PreviewPanel({ card, slug, mayMove }: PreviewProps) {
  const t = useTranslations("catalogue");
  const viewerId = useActiveViewer();
  const { data: preview } = usePreview(slug);
  const [panel, style] = usePlace(card, preview !== undefined);
  if (!preview) return null;
  const isOpen = preview.isPlayable && preview.neededPlan === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups what belongs to a title, and is no part of a form
    <div
      ref={panel}
      popover="manual"
      role="group"
      aria-label={preview.title}
      style={style}
      className="m-0 animate-grow overflow-hidden rounded-panel border border-line bg-raised p-0 text-ink shadow-raised"
    >
      <Link href={`/title/${slug}`} prefetch={false} tabIndex={-1} aria-hidden className="block">
        <PreviewPicture preview={preview} mayMove={mayMove} />
      </Link>
      <div className="grid gap-3 p-4">
        <p className="font-display text-lg leading-tight font-bold">{preview.title}</p>
        <TitleFacts movie={preview} seasonCount={preview.seasonCount} className="text-sm text-ink-soft" />
        {preview.text && <p className="line-clamp-2 text-sm text-ink-soft">{preview.text}</p>}
        <FeatureBadges features={preview.features} />
        <div className="flex items-center gap-2">
          {isOpen && (
            <Link href={watchPath(slug)} prefetch={false} className={buttonClass({ size: "medium" })}>
              <Play aria-hidden fill="currentColor" />
              {t("play")}
            </Link>
          )}
          {viewerId && <SaveButton movieId={preview.id} title={preview.title} />}
          <Link
            href={`/title/${slug}`}
            prefetch={false}
            aria-label={t("detailsOf", { title: preview.title })}
            title={t("details")}
            className={`${iconButtonClass("solid")} ms-auto`}
          >
            <Info aria-hidden />
          </Link>
        </div>
      </div>
    </div>
  );
}

/** In the middle of its card, wholly on the screen. */
function usePlace(card: HTMLElement, isReady: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0, width: WIDEST_PX, visibility: "hidden" });
  useLayoutEffect(() => {
    const element = panel.current;
    // Its card may have gone with its page while the answer was on its way.
    if (!element?.isConnected || !isReady) return;
    element.showPopover();
    const at = card.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const width = Math.min(WIDEST_PX, Math.max(at.width * 1.35, 320), room.width - 2 * MARGIN_PX);
    element.style.width = `${width}px`;
    const within = (value: number, size: number, all: number) =>
      Math.max(MARGIN_PX, Math.min(value, all - size - MARGIN_PX));
    const height = element.offsetHeight;
    setPlace({
      left: within(at.left + (at.width - width) / 2, width, room.width),
      top: within(at.top + (at.height - height) / 2, height, room.height),
      width,
      visibility: "visible",
    });
  }, [card, isReady]);
  const style = { ...place, right: "auto", bottom: "auto" } as CSSProperties;
  return [panel, style] as const;
}
