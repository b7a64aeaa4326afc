"use client";

import { Check, ChevronLeft, ChevronRight } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

type Props = {
  trigger: ReactNode;
  /** The part of the page that goes fullscreen: a menu anywhere else would not be seen. */
  container: HTMLElement | null;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
};

const ITEM =
  "flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-lg px-3 text-start text-base outline-none select-none aria-disabled:cursor-not-allowed aria-disabled:text-white/70 data-highlighted:bg-white/14";

export function PlayerMenu({ trigger, container, onOpenChange, children }: Props) {
  return (
    <Primitive.Root modal={false} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal container={container}>
        <Primitive.Content
          side="top"
          align="end"
          sideOffset={10}
          collisionPadding={12}
          collisionBoundary={container}
          className="animate-appear z-20 max-h-[min(70dvh,34rem)] min-w-64 overflow-y-auto rounded-panel border border-white/12 bg-player/95 p-1.5 text-white shadow-raised backdrop-blur-md"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export type MenuOption = { value: string; label: string; note?: string; isDisabled?: boolean };

type GroupProps = { label: string; value: string; options: MenuOption[]; onChange: (value: string) => void };

/** One choice out of several; what the plan does not open stays visible and says what would. */
export function PlayerMenuGroup({ label, value, options, onChange }: GroupProps) {
  const isOpen = (own: string) => !options.find((option) => option.value === own)?.isDisabled;
  return (
    <Primitive.RadioGroup
      value={value}
      onValueChange={(next) => isOpen(next) && onChange(next)}
      aria-label={label}
    >
      <Primitive.Label className="px-3 pt-2 pb-1 text-xs font-semibold text-white/60">
        {label}
      </Primitive.Label>
      {options.map(({ value: own, label: text, note, isDisabled = false }) => (
        <Primitive.RadioItem
          key={own}
          value={own}
          // Not the menu's own `disabled`: keys pass that by, and what a plan would open is there to be read.
          aria-disabled={isDisabled || undefined}
          // The menu stays: whoever compares qualities or speeds tries more than one.
          onSelect={(event) => event.preventDefault()}
          className={ITEM}
        >
          <Mark />
          <span className="grow">{text}</span>
          {note && <span className="text-xs text-white/70">{note}</span>}
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

type SwitchProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

export function PlayerMenuSwitch({ label, isOn, onChange }: SwitchProps) {
  return (
    <Primitive.CheckboxItem
      checked={isOn}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={ITEM}
    >
      <Mark />
      <span className="grow">{label}</span>
    </Primitive.CheckboxItem>
  );
}

/** Does something and leaves the menu open; with `to` it leads to another page of it. */
export function PlayerMenuItem({
  label,
  to,
  onSelect,
}: {
  label: string;
  to?: "page" | "back";
  onSelect: () => void;
}) {
  return (
    <Primitive.Item
      onSelect={(event) => {
        event.preventDefault();
        onSelect();
      }}
      className={classes(ITEM, to === "back" && "font-semibold")}
    >
      <span className="grid size-4.5 shrink-0 place-items-center">
        {to === "back" && <ChevronLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />}
      </span>
      <span className="grow">{label}</span>
      {to === "page" && <ChevronRight aria-hidden className="size-4.5 text-white/70 rtl:-scale-x-100" />}
    </Primitive.Item>
  );
}

export const PlayerMenuLine = () => <Primitive.Separator className="mx-3 my-1.5 h-px bg-white/14" />;

function Mark() {
  return (
    <span className="grid size-4.5 shrink-0 place-items-center">
      <Primitive.ItemIndicator>
        <Check aria-hidden className="size-4.5 text-accent" />
      </Primitive.ItemIndicator>
    </span>
  );
}
