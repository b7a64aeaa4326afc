import { type ReactNode, useId } from "react";

type Props = { title: string; text?: string; children: ReactNode };

/** One subject of the status page, on a card of its own. */
export function Panel({ title, text, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="stack content-start gap-5 rounded-panel border border-line bg-surface p-4 sm:p-6"
    >
      <div className="grid gap-1">
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        {text && <p className="text-sm text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
