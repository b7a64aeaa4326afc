"use client";

import { ChevronDown } from "lucide-react";
import { type ComponentProps, useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { CONTROL_CLASS } from "@/components/ui/input";

/** The system's own list: it is the one that works on every phone and with every screen reader. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  const list = useRef<HTMLSelectElement>(null);
  const known = useRef(props.value ?? props.defaultValue);
  // What was chosen before the page's script had come has told nobody: it is told now.
  useEffect(() => {
    if (known.current !== undefined && list.current && list.current.value !== String(known.current))
      list.current.dispatchEvent(new Event("change", { bubbles: true }));
  }, []);
  return (
    <span className={classes("relative block", className)}>
      <select
        ref={list}
        {...props}
        className={classes(CONTROL_CLASS, "min-h-11 appearance-none pe-9 [&>option]:bg-raised")}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
