import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon?: ReactNode; title: string; text?: string; children?: ReactNode };

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-16 text-center">
      {icon && (
        <span className="mb-1 grid size-16 place-items-center rounded-full border border-line bg-surface text-accent-ink [&_svg]:size-7">
          {icon}
        </span>
      )}
      <h2 className="text-heading">{title}</h2>
      {text && <p className="text-ink-soft">{text}</p>}
      {children && <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}

export function ErrorState(props: Omit<Props, "icon">) {
  return (
    <div role="alert">
      <EmptyState {...props} icon={<CircleAlert aria-hidden />} />
    </div>
  );
}
