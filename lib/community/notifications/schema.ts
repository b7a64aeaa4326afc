import { z } from "zod";
import { cursorSchema } from "@/lib/platform/cursor";

export const NOTIFICATIONS_PAGE_SIZE = 30;

/** Without ids: everything that the viewer has been told so far. A form sends none. */
export const readInput = z.object({ ids: z.array(z.uuid()).min(1).max(NOTIFICATIONS_PAGE_SIZE).optional() });

export const notificationsQuery = z.object({ cursor: cursorSchema.optional().catch(undefined) });

export type Notification = {
  id: string;
  type: string;
  title: string;
  message: string;
  /** Null where it leads nowhere, or nowhere any more. */
  href: string | null;
  isRead: boolean;
  createdAt: string;
  posterPath: string | null;
  posterPlaceholder: string | null;
};

export type NotificationsPage = { items: Notification[]; nextCursor: string | null };
