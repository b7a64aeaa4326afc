"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Beside a row's title: to everything that the row is the beginning of. */
export function AllLink({ href, title }: { href: string; title: string }) {
  const t = useTranslations("catalogue");
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-(--target-small) shrink-0 items-center gap-0.5 rounded text-sm font-medium text-ink-faint hover:text-ink"
    >
      {t("all")}
      <span className="sr-only">: {title}</span>
      <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
}
