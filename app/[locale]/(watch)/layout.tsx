import type { ReactNode } from "react";

/** Nothing but the film. */
export default function WatchLayout({ children }: { children: ReactNode }) {
  return <main id="main">{children}</main>;
}
