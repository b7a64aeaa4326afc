"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import { type ComponentProps, type FocusEvent, type ReactNode, useRef } from "react";
import { classes } from "@/components/ui/classes";
import type { MenuPanelProps } from "@/components/ui/menu-button";

type Props = MenuPanelProps & { children: ReactNode; width?: string };

const ITEM =
  "flex min-h-(--target) cursor-pointer items-center gap-3 rounded-lg px-3 text-base text-ink outline-none select-none data-highlighted:bg-canvas data-disabled:opacity-50 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-ink-faint";

/** What a MenuButton opens: arrow keys, type-ahead and Escape work as in the system's menus. */
export function MenuPanel({
  isOpen,
  onOpenChange,
  buttonId,
  isOpenedByKey,
  children,
  width = "w-64",
}: Props) {
  const isLeftByPointer = useRef(false);
  const isEntered = useRef(false);
  // The library tells keys from pointers by the press itself, which it has missed when it was loaded by it.
  const enter = ({ currentTarget, target }: FocusEvent) => {
    if (isEntered.current || target !== currentTarget) return;
    isEntered.current = true;
    if (isOpenedByKey) currentTarget.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  };
  const returnFocus = () => {
    if (!isLeftByPointer.current) document.getElementById(buttonId)?.focus();
    isLeftByPointer.current = false;
    isEntered.current = false;
  };
  return (
    <Primitive.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      {/* The button was there before any of this was loaded, so this stands for it: the panel hangs from it. */}
      <Primitive.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-labelledby={buttonId}
          onFocus={enter}
          onInteractOutside={() => {
            isLeftByPointer.current = true;
          }}
          onCloseAutoFocus={returnFocus}
          className={classes(
            "animate-appear z-50 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto rounded-panel border border-line bg-raised p-1.5 shadow-raised",
            width,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return <Primitive.Item {...props} className={classes(ITEM, className)} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="px-3 pt-2.5 pb-1 text-xs font-medium text-ink-faint">
      {children}
    </Primitive.Label>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="mx-2 my-1.5 h-px bg-line" />;
}

export const MenuChoices = Primitive.RadioGroup;

export function MenuChoice({ children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem {...props} className={classes(ITEM, "justify-between")}>
      {children}
      <Primitive.ItemIndicator>
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}
