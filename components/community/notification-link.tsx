"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { requestJson } from "@/lib/platform/http/request-json";

type Props = { id: string; href: string; isRead: boolean; className: string; children: ReactNode };

/** Leads to what a notification is about; opened once, it is read. */
export function NotificationLink({ id, href, isRead, className, children }: Props) {
  const router = useRouter();
  const read = () => {
    if (isRead) return;
    requestJson("/api/notifications", { method: "POST", body: { ids: [id] } }).then(
      // The bell stands in a layout that stays while the page changes.
      () => router.refresh(),
      () => undefined,
    );
  };
  return (
    <Link href={href} prefetch={false} onClick={read} className={className}>
      {children}
    </Link>
  );
}
