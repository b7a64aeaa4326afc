"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "@/components/ui/classes";

const ITEM =
  "flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-base text-ink outline-none select-none data-highlighted:bg-canvas data-disabled:opacity-50 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-ink-faint";

/** A menu button: arrow keys, type-ahead and Escape work as in the system's menus. */
export function Menu({
  trigger,
  children,
  width = "w-64",
}: {
  trigger: ReactNode;
  children: ReactNode;
  width?: string;
}) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
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
