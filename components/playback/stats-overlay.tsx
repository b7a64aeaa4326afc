"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PlayerButton } from "@/components/playback/player-button";
import { readStats, type StatLine } from "@/lib/playback/client/stats";
import type { Stream } from "@/lib/playback/client/use-stream";

type Props = { video: HTMLVideoElement; stream: Stream; sessionId: string; onClose: () => void };

const EVERY_MS = 500;

/** Figures for the curious and for whoever reports a problem. */
export function StatsOverlay({ video, stream, sessionId, onClose }: Props) {
  const t = useTranslations("playback.stats");
  const [lines, setLines] = useState<StatLine[]>([]);
  const { readEngine } = stream;
  useEffect(() => {
    const read = () => setLines(readStats(video, readEngine(), sessionId));
    read();
    const timer = setInterval(read, EVERY_MS);
    return () => clearInterval(timer);
  }, [video, readEngine, sessionId]);
  return (
    <section
      aria-label={t("title")}
      className="absolute inset-s-3 top-18 z-10 max-w-[calc(100%-1.5rem)] rounded-panel border border-white/14 bg-black/75 py-2 ps-4 pe-2 text-white sm:inset-s-6 sm:top-22"
    >
      <div className="flex items-center justify-between gap-6">
        <h2 className="text-sm font-semibold">{t("title")}</h2>
        <PlayerButton label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </PlayerButton>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 pe-3 pb-2 text-sm tabular-nums">
        {lines.map(({ name, value }) => (
          <div key={name} className="contents" data-stat={name}>
            <dt className="text-white/70">{t(`names.${name}`)}</dt>
            <dd className="min-w-0 truncate">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
