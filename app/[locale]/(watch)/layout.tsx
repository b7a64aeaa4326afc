import type { ReactNode } from "react";

/** Nothing but the film, which the player above all pages shows. */
export default function WatchLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      {children}
    </main>
  );
}
