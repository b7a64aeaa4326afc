"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useRef } from "react";
import { PlayerButton } from "@/components/playback/player-button";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; container: HTMLElement | null };

/** Inside the player, because a fullscreen player shows nothing from outside of it. */
export function KeysDialog({ isOpen, onOpenChange, container }: Props) {
  const t = useTranslations("playback.keys");
  const before = useRef<Element | null>(null);
  const rows: [string[], string][] = [
    [[t("spaceKey"), "K"], t("play")],
    [["J", "L"], t("seek")],
    [["←", "→"], t("seekShort")],
    [["↑", "↓"], t("volume")],
    [["M"], t("mute")],
    [["F"], t("fullscreen")],
    [["C"], t("captions")],
    [["0", "9"], t("tenths")],
    [["<", ">"], t("speed")],
    [["Shift", "N"], t("next")],
    [["?"], t("help")],
  ];
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal container={container}>
        <Dialog.Overlay className="absolute inset-0 z-30 bg-black/60" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          // Opened by a key as often as by its button, so the dialog itself knows no place to return to.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
          }}
          className="animate-appear absolute inset-s-1/2 top-1/2 z-30 max-h-[92dvh] w-[min(26rem,calc(100%-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-panel border border-white/14 bg-player p-6 text-white shadow-raised rtl:translate-x-1/2"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="text-heading">{t("title")}</Dialog.Title>
            <CloseButton />
          </div>
          <dl className="grid gap-2.5 text-base">
            {rows.map(([keys, meaning]) => (
              <div key={meaning} className="flex items-center justify-between gap-4">
                <dt className="text-white/80">{meaning}</dt>
                <dd className="flex gap-1.5">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-8 rounded-md border border-white/25 bg-white/10 px-2 py-0.5 text-center font-sans text-sm"
                    >
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CloseButton() {
  const t = useTranslations("platform.ui");
  return (
    <Dialog.Close asChild>
      <PlayerButton label={t("close")} className="-me-2">
        <X aria-hidden />
      </PlayerButton>
    </Dialog.Close>
  );
}
