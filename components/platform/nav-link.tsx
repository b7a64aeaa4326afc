"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

function useIsCurrent(href: string): boolean {
  const pathname = usePathname();
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const isCurrent = useIsCurrent(href);
  return (
    <Link
      prefetch={false}
      href={href}
      {...(isCurrent && { "aria-current": "page" as const })}
      className="relative rounded-lg px-3 py-2 text-base font-medium whitespace-nowrap text-ink-soft transition-colors after:absolute after:inset-x-3 after:-bottom-0.5 after:h-0.5 after:rounded-full hover:text-ink aria-[current=page]:text-ink aria-[current=page]:after:bg-accent"
    >
      {children}
    </Link>
  );
}

/** In the bar at the bottom of a phone. */
export function TabLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  const isCurrent = useIsCurrent(href);
  return (
    <Link
      prefetch={false}
      href={href}
      {...(isCurrent && { "aria-current": "page" as const })}
      className="grid justify-items-center gap-0.5 rounded-lg py-2 text-xs font-medium text-ink-faint aria-[current=page]:text-accent-ink [&_svg]:size-5.5"
    >
      {icon}
      {children}
    </Link>
  );
}
