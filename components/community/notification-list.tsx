import { Bell, Clapperboard } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { NotificationLink } from "@/components/community/notification-link";
import { Artwork } from "@/components/ui/artwork";
import { classes } from "@/components/ui/classes";
import { LocalDate } from "@/components/ui/local-date";
import type { Notification } from "@/lib/community/notifications/schema";

/** What somebody was told, newest first. What is unread is marked by more than its colour. */
export function NotificationList({ items }: { items: Notification[] }) {
  return (
    <ul className="grid gap-2">
      {items.map((item) => (
        <li key={item.id}>
          <Line item={item} />
        </li>
      ))}
    </ul>
  );
}

function Line({ item }: { item: Notification }) {
  const { id, href, isRead } = item;
  const frame = classes(
    "flex items-center gap-4 rounded-panel border p-3 sm:gap-5 sm:p-4",
    isRead ? "border-transparent" : "border-line bg-surface",
  );
  if (!href)
    return (
      <div className={frame}>
        <Content item={item} />
      </div>
    );
  return (
    <NotificationLink
      id={id}
      href={href}
      isRead={isRead}
      className={classes(frame, "group hover:border-line-strong hover:bg-raised")}
    >
      <Content item={item} />
    </NotificationLink>
  );
}

async function Content({
  item: { type, title, message, isRead, createdAt, ...item },
}: {
  item: Notification;
}) {
  const t = await getTranslations("community.notifications");
  const Icon = type === "new_content" ? Clapperboard : Bell;
  return (
    <>
      <span className="relative block aspect-2/3 w-13 shrink-0 overflow-hidden rounded-card bg-sunken sm:w-16">
        {item.posterPath ? (
          <Artwork
            path={item.posterPath}
            placeholder={item.posterPlaceholder}
            alt=""
            sizes="4rem"
            widest={256}
          />
        ) : (
          <Icon aria-hidden className="absolute inset-0 m-auto size-6 text-ink-faint" />
        )}
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className={classes("leading-snug", isRead ? "font-medium" : "font-semibold")}>{title}</span>
        <span className="text-ink-soft">{message}</span>
        <span className="text-sm text-ink-faint">
          <LocalDate value={createdAt} />
        </span>
      </span>
      {!isRead && (
        <span className="ms-auto flex shrink-0 items-center gap-2 text-sm font-medium text-accent-ink">
          <span aria-hidden className="size-2 rounded-full bg-accent" />
          <span className="max-sm:sr-only">{t("unread")}</span>
        </span>
      )}
    </>
  );
}
