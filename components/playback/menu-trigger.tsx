"use client";

import type { ComponentProps, ReactNode } from "react";
import { PlayerButton } from "@/components/playback/player-button";

export type MenuPlace = { container: HTMLElement | null; onOpenChange: (isOpen: boolean) => void };

/** Radix hands its trigger properties down. */
export function MenuTrigger({
  label,
  icon,
  ...props
}: { label: string; icon: ReactNode } & ComponentProps<"button">) {
  return (
    <PlayerButton label={label} {...props}>
      {icon}
    </PlayerButton>
  );
}
