"use client";

import { useEffect, useEffectEvent, useState } from "react";
import {
  attend,
  countUnattended,
  hasSlept,
  isPresenceDoubted,
  type NextStep,
  nextStep,
} from "@/lib/playback/client/attendance";

export const COUNTDOWN_SECONDS = 8;

type Options = {
  isOffered: boolean;
  isAutomatic: boolean;
  isEnded: boolean;
  isInSkippedCredits: boolean;
  isPaused: boolean;
  onDone: () => void;
};

/** Counts down to the next episode where that begins by itself; `secondsLeft` is null where somebody has to press. */
export function useCountdown({ isOffered, onDone, ...state }: Options) {
  const [secondsLeft, setSecondsLeft] = useState(COUNTDOWN_SECONDS);
  const [isFrozen, setIsFrozen] = useState(false);
  const [isDoubted, setIsDoubted] = useState(() => isPresenceDoubted(sessionStorage));
  const step: NextStep = isOffered ? nextStep({ ...state, hasSlept: isFrozen, isDoubted }) : "wait";
  // The question stays until it is answered: the key that answers it must not take it away first.
  useAttendance(step !== "ask", () => setIsDoubted(false));
  const done = useEffectEvent(() => {
    countUnattended(sessionStorage);
    onDone();
  });
  useEffect(() => {
    if (step !== "count") return setSecondsLeft(COUNTDOWN_SECONDS);
    let last = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      if (hasSlept(now - last)) setIsFrozen(true);
      else setSecondsLeft((left) => left - 1);
      last = now;
    }, 1000);
    return () => clearInterval(timer);
  }, [step]);
  useEffect(() => {
    if (step === "count" && secondsLeft <= 0) done();
  }, [step, secondsLeft]);
  return { step, secondsLeft: step === "count" ? Math.max(0, secondsLeft) : null };
}

const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Anything that a person does says that they are there; what scripts do says nothing. */
function useAttendance(isCounted: boolean, onInput: () => void): void {
  const input = useEffectEvent((event: Event) => {
    if (!event.isTrusted || !isCounted) return;
    attend(sessionStorage);
    onInput();
  });
  useEffect(() => {
    const listen = (event: Event) => input(event);
    for (const name of INPUTS) window.addEventListener(name, listen, { passive: true });
    return () => {
      for (const name of INPUTS) window.removeEventListener(name, listen);
    };
  }, []);
}
