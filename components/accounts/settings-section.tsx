import { type ReactNode, useId } from "react";

export function SettingsSection({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5 border-b border-line py-8 first:pt-0 last:border-0">
      <div className="grid gap-1">
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        {text && <p className="max-w-2xl text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
