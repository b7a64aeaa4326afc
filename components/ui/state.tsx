import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  /** When it is all that a page says: its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
};

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({ icon, title, text, isPage = false, children }: Props) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-2xl justify-items-center gap-3 px-4 py-12 text-center">
      {icon && <BlankPosters>{icon}</BlankPosters>}
      <Heading className={isPage ? "text-title" : "text-heading"}>{title}</Heading>
      {text && <p className="max-w-md text-ink-soft">{text}</p>}
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

/** A fan of posters that nothing has been printed on yet. */
function BlankPosters({ children }: { children: ReactNode }) {
  const side = "absolute top-4 h-25 w-17 rounded-card border border-line bg-surface";
  return (
    <span aria-hidden className="relative mb-3 block h-32 w-52">
      <span className={`${side} inset-s-6 -rotate-12`} />
      <span className={`${side} inset-e-6 rotate-12`} />
      <span className="absolute inset-x-0 top-0 mx-auto grid h-30 w-20 place-items-center rounded-card border border-line-strong bg-linear-to-b from-raised to-surface text-accent-ink shadow-raised [&_svg]:size-8">
        {children}
      </span>
    </span>
  );
}
