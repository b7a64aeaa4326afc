"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useRef } from "react";
import { PlayerButton } from "@/components/playback/player-button";
import { PLAYER_KEYS } from "@/lib/playback/client/player-keys";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; container: HTMLElement | null };

/** Inside the player, because a fullscreen player shows nothing from outside of it. */
export function KeysDialog({ isOpen, onOpenChange, container }: Props) {
  const t = useTranslations("playback.keys");
  const before = useRef<Element | null>(null);
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
          className="animate-appear absolute inset-s-1/2 top-1/2 z-30 max-h-[92dvh] w-[min(44rem,calc(100%-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-panel border border-white/14 bg-player p-6 text-white shadow-raised rtl:translate-x-1/2"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="text-heading">{t("title")}</Dialog.Title>
            <CloseButton />
          </div>
          <dl className="grid gap-x-10 gap-y-2.5 text-base sm:grid-cols-2">
            {PLAYER_KEYS.map(({ name, caps }) => (
              <div key={name} className="flex items-center justify-between gap-4">
                <dt className="text-white/80">{t(`meanings.${name}`)}</dt>
                <dd className="flex gap-1.5">
                  {caps.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-8 rounded-md border border-white/25 bg-white/10 px-2 py-0.5 text-center whitespace-nowrap font-sans text-sm"
                    >
                      {key === "space" ? t("spaceKey") : key}
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
