import type { ReactNode } from "react";

export function PageHeading({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="grid gap-1.5">
        <h1 className="text-title">{title}</h1>
        <p className="text-ink-soft">{text}</p>
      </div>
      {action}
    </div>
  );
}
