"use client";

import { ArrowLeft, Keyboard, Minimize2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Heading } from "@/components/playback/controls";
import { PlayerButton } from "@/components/playback/player-button";

type Props = Pick<Heading, "title" | "subtitle" | "backHref"> & {
  onShowKeys?: () => void;
  onMini?: () => void;
};

import { KEY_ROW } from "@/lib/playback/client/move-focus";

/** What is playing and the way back. */
export function TopBar({ title, subtitle, backHref, onShowKeys, onMini }: Props) {
  const t = useTranslations("playback");
  return (
    <div
      {...{ [KEY_ROW]: "" }}
      className="flex w-full items-center gap-3 bg-linear-to-b from-black/75 to-transparent px-3 pt-[max(0.5rem,env(safe-area-inset-top))] pb-12 text-white sm:px-6 sm:pt-4"
    >
      <Link
        href={backHref}
        prefetch={false}
        aria-label={t("page.back", { title })}
        className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-white/18 2xl:size-14"
      >
        <ArrowLeft aria-hidden className="size-6 rtl:-scale-x-100" />
      </Link>
      <div className="min-w-0 grow">
        <h1 className="truncate font-display text-lg font-semibold 2xl:text-title">{title}</h1>
        {subtitle && <p className="truncate text-sm text-white/80 2xl:text-lg">{subtitle}</p>}
      </div>
      {onMini && (
        <PlayerButton label={t("player.mini")} shortcut="i" onClick={onMini}>
          <Minimize2 aria-hidden />
        </PlayerButton>
      )}
      {onShowKeys && (
        <PlayerButton
          label={t("player.keys")}
          shortcut="?"
          onClick={onShowKeys}
          className="[@media(pointer:coarse)]:hidden"
        >
          <Keyboard aria-hidden />
        </PlayerButton>
      )}
    </div>
  );
}
