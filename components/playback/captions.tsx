"use client";

import { useEffect, useRef } from "react";

/** The lines that are spoken now. */
export function Captions({ lines, language, ...attributes }: { lines: VTTCue[]; language: string | null }) {
  return (
    <div
      {...attributes}
      lang={language ?? undefined}
      data-captions
      className="pointer-events-none absolute inset-x-4 bottom-(--captions-bottom) grid justify-items-center gap-1 text-center transition-[bottom] duration-200"
    >
      {lines.map((cue) => (
        <CaptionLine key={`${cue.startTime} ${cue.text}`} cue={cue} />
      ))}
    </div>
  );
}

/** The browser turns a cue's markup into elements, of which only its own few kinds exist: no foreign HTML can arrive. */
function CaptionLine({ cue }: { cue: VTTCue }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    line.current?.replaceChildren(cue.getCueAsHTML());
  }, [cue]);
  return (
    <p
      ref={line}
      className="w-fit max-w-[42ch] rounded-md bg-black/78 px-3 py-1 text-[clamp(1.0625rem,0.7rem+1.5vw,2.5rem)] leading-snug font-medium text-balance whitespace-pre-line text-white"
    />
  );
}
