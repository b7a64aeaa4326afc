"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";

const EVERY_MS = 15_000;

/** The page's own words, which no other page has to bring along. */
type Props = { at: string; texts: { asOf: string; pause: string; resume: string } };

/** Says when the figures were taken and takes new ones while somebody looks; whoever reads closely stops it. */
export function StatusClock({ at, texts }: Props) {
  const router = useRouter();
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router, isPaused]);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-sm text-ink-faint tabular-nums">
        {texts.asOf} <LocalTime value={at} hasSeconds />
      </p>
      <Button variant="secondary" size="small" onClick={() => setPaused(!isPaused)}>
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {isPaused ? texts.resume : texts.pause}
      </Button>
    </div>
  );
}
