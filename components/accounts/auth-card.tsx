import type { ReactNode } from "react";

type Props = { title: string; text?: string; children: ReactNode; footer?: ReactNode };

export function AuthCard({ title, text, children, footer }: Props) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-7">
      <div className="grid gap-2.5">
        <h1 className="text-title">{title}</h1>
        {text && <p className="text-ink-soft">{text}</p>}
      </div>
      {children}
      {footer && (
        <div className="flex flex-wrap items-center gap-x-2 border-t border-line pt-5 text-base text-ink-soft">
          {footer}
        </div>
      )}
    </div>
  );
}
