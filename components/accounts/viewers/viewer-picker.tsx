"use client";

import { Lock, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PinDialog } from "@/components/accounts/viewers/pin-dialog";
import { useSwitchViewer } from "@/components/accounts/viewers/use-switch-viewer";
import { Avatar } from "@/components/ui/avatar";
import { Notice } from "@/components/ui/notice";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = {
  viewers: HouseholdViewer[];
  activeId: string | null;
  /** Whose PIN is asked for at once. */
  wantedId?: string | undefined;
  next: string;
  canAdd: boolean;
  hasPassword: boolean;
};

export function ViewerPicker({ viewers, activeId, wantedId, next, canAdd, hasPassword }: Props) {
  const t = useTranslations("accounts.viewers");
  const [asked, setAsked] = useState(viewers.find(({ id, hasPin }) => id === wantedId && hasPin) ?? null);
  return (
    <>
      <ul className="flex max-w-5xl flex-wrap justify-center gap-x-5 gap-y-8 sm:gap-x-9">
        {viewers.map((viewer, index) => (
          <li key={viewer.id} className="animate-appear" style={{ animationDelay: `${index * 60}ms` }}>
            <ViewerButton
              viewer={viewer}
              isActive={viewer.id === activeId}
              isFirst={index === 0}
              next={next}
              onAskPin={() => setAsked(viewer)}
            />
          </li>
        ))}
        {canAdd && (
          <li>
            <Link href="/settings/viewers?add" className={TILE}>
              <span className="grid size-26 place-items-center rounded-[28%] border-2 border-dashed border-line-strong text-ink-faint transition group-hover:border-accent group-hover:text-accent-ink group-focus-visible:border-accent group-focus-visible:ring-4 group-focus-visible:ring-accent sm:size-34 2xl:size-44">
                <Plus aria-hidden className="size-10" />
              </span>
              <span className="text-lg font-medium text-ink-soft">{t("add")}</span>
            </Link>
          </li>
        )}
      </ul>
      {asked && (
        <PinDialog viewer={asked} hasPassword={hasPassword} next={next} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

const TILE =
  "group grid w-28 grid-cols-[minmax(0,1fr)] justify-items-center gap-3 rounded-panel outline-none sm:w-38";

type ViewerButtonProps = {
  viewer: HouseholdViewer;
  isActive: boolean;
  isFirst: boolean;
  next: string;
  onAskPin: () => void;
};

/** A form of one button, so that choosing works before any script has loaded. */
function ViewerButton({ viewer, isActive, isFirst, next, onAskPin }: ViewerButtonProps) {
  const t = useTranslations("accounts.viewers");
  const { state, isBusy, formProps } = useSwitchViewer(viewer);
  const { onSubmit } = formProps;
  return (
    <form
      {...formProps}
      onSubmit={(event) => {
        if (!viewer.hasPin) return onSubmit(event);
        event.preventDefault();
        onAskPin();
      }}
    >
      <input type="hidden" name="viewerId" value={viewer.id} />
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        // biome-ignore lint/a11y/noAutofocus: the question is all that this page has, and a remote control needs a start
        autoFocus={isFirst}
        aria-busy={isBusy}
        {...(isActive && { "aria-current": "true" as const })}
        className={TILE}
      >
        <span className="rounded-[28%] ring-4 ring-transparent ring-offset-4 ring-offset-canvas transition duration-200 group-hover:scale-105 group-hover:ring-accent group-aria-current:ring-accent/50 group-focus-visible:scale-105 group-focus-visible:ring-accent! motion-reduce:scale-100!">
          <Avatar
            name={viewer.name}
            path={viewer.avatarPath}
            size={136}
            className="size-26! sm:size-34! 2xl:size-44!"
          />
        </span>
        <span className="flex max-w-full items-center gap-1.5 text-lg font-medium">
          <span className="truncate">{viewer.name}</span>
          {viewer.hasPin && <Lock aria-label={t("locked")} className="size-4 shrink-0 text-ink-faint" />}
        </span>
        {viewer.isKids && viewer.name !== t("kids") && (
          <span className="-mt-2 text-sm text-ink-faint">{t("kids")}</span>
        )}
      </button>
      {state.message && <Notice tone="error">{state.message.text}</Notice>}
    </form>
  );
}
