import "server-only";
import { z } from "zod";
import {
  NOTIFICATIONS_PAGE_SIZE,
  type Notification,
  type NotificationsPage,
} from "@/lib/community/notifications/schema";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { type Cursor, encodeCursor } from "@/lib/platform/cursor";
import { fromPostgrest } from "@/lib/platform/errors";
import { placeholderColours } from "@/lib/platform/placeholder";

const pageRow = z.array(
  z.object({
    id: z.uuid(),
    type: z.string(),
    title: z.string(),
    message: z.string(),
    is_read: z.boolean(),
    created_at: z.string(),
    after: z.string(),
    action_url: z.string().nullable(),
    poster_path: z.string().nullable(),
    poster_placeholder: z.string().nullable(),
  }),
);

/** What this viewer was told, newest first; a child hears nothing of what is told to the account. */
export async function listNotifications(ctx: ViewerContext, cursor?: Cursor): Promise<NotificationsPage> {
  const { profileId, isKids, maturityLimit, country } = ctx.viewer;
  // Generated types know no nullable parameters; the function takes null for what is not known.
  const { data, error } = await ctx.db.rpc("notifications_page", {
    p_viewer: profileId,
    p_with_household: !isKids,
    p_maturity_limit: maturityLimit,
    p_country: country,
    p_after_value: cursor?.[0],
    p_after_id: cursor?.[1],
    p_limit: NOTIFICATIONS_PAGE_SIZE + 1,
  } as never);
  if (error) throw fromPostgrest(error);
  const rows = pageRow.parse(data);
  const shown = rows.slice(0, NOTIFICATIONS_PAGE_SIZE);
  const last = shown.at(-1);
  return {
    items: shown.map(toNotification),
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.after, last.id]) : null,
  };
}

function toNotification(row: z.output<typeof pageRow>[number]): Notification {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    message: row.message,
    href: row.action_url,
    isRead: row.is_read,
    createdAt: row.created_at,
    posterPath: row.poster_path,
    posterPlaceholder: placeholderColours(row.poster_placeholder),
  };
}
