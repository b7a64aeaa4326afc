"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { useLines } from "@/lib/playback/client/use-lines";
import type { SubtitleStyle } from "@/lib/playback/preferences/choices";

type Props = {
  video: HTMLVideoElement;
  /** Null while none are shown. */
  track: TextTrack | null;
  language: string | null;
  style: SubtitleStyle;
  isSmall?: boolean;
  /** Shows a line where nobody speaks, so that its look can be judged. */
  isPreview?: boolean;
};

const STAYS = { noautohide: "" };

/** The lines that are spoken now, as their viewer likes to read them. */
export function Captions({ video, track, language, style, isSmall = false, isPreview = false }: Props) {
  const t = useTranslations("playback.player");
  // Here and not above: a line that comes or goes draws nothing but itself.
  const lines = useLines(video, track, style.delaySeconds);
  return (
    <div
      {...STAYS}
      lang={language ?? undefined}
      data-captions
      data-size={style.size}
      data-color={style.color}
      data-background={style.background}
      className={classes(
        "pointer-events-none absolute inset-x-4 bottom-(--captions-bottom) grid justify-items-center gap-1 text-center transition-[bottom] duration-200",
        isSmall ? "player-lines-small" : "player-lines",
      )}
    >
      {lines.map((cue) => (
        <CaptionLine key={`${cue.startTime} ${cue.text}`} cue={cue} />
      ))}
      {isPreview && lines.length === 0 && <p className="player-line">{t("sample")}</p>}
    </div>
  );
}

/** The browser turns a cue's markup into elements, of which only its own few kinds exist: no foreign HTML can arrive. */
function CaptionLine({ cue }: { cue: VTTCue }) {
  const line = useRef<HTMLParagraphElement>(null);
  // With the line itself, so that no frame shows an empty one.
  useLayoutEffect(() => {
    line.current?.replaceChildren(cue.getCueAsHTML());
  }, [cue]);
  return <p ref={line} className="player-line" />;
}
