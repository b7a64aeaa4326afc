"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { hideOnPage } from "@/components/library/hide-on-page";
import { toast } from "@/components/ui/toast";
import type { SavedList, TitleState } from "@/lib/library";
import { useLibraryWrite } from "@/lib/library/client/hooks";
import { useActiveViewer } from "@/lib/library/client/viewer";

type Titled = { movieId: string; title: string };
type Progress = TitleState["progress"];

/** What somebody can do to one title. Everything shows at once; what is easily pressed by mistake can be undone. */
export function useTitleActions({ movieId, title }: Titled) {
  const t = useTranslations("library");
  const write = useLibraryWrite();
  const isVisitor = useActiveViewer() === null;
  const signIn = useSignIn();
  const undoable = (message: string, undo: () => void) =>
    toast(message, { action: { label: t("undo"), onClick: undo } });

  const list = (name: SavedList, isListed: boolean) => write(title, { kind: name, movieId, isListed });
  const hide = (isListed: boolean) => {
    write(title, { kind: "hidden", movieId, isListed });
    hideOnPage(movieId, isListed);
    if (isListed) undoable(t("hidden.done", { title }), () => hide(false));
  };
  const dismiss = (isDismissed: boolean) => {
    write(title, { kind: "dismissed", movieId, isDismissed });
    if (isDismissed) undoable(t("continue.removed", { title }), () => dismiss(false));
  };
  /**
   * A film with null, else the episodes; undone, each is again what it was: by hand, or as far as it was played. What was
   * before may not be known yet; then there is nothing to go back to.
   */
  const mark = (episodeIds: string[] | null, isWatched: boolean, before: Progress | undefined) => {
    write(title, { kind: "watched", movieId, episodeIds, isWatched });
    const message = t(isWatched ? "watched.done" : "watched.undone", { title });
    if (!before) return toast(message);
    undoable(message, () => {
      for (const [mark, ids] of marksBefore(episodeIds, before))
        write(title, { kind: "watched", movieId, episodeIds: ids, isWatched: mark });
    });
  };
  return {
    isVisitor,
    list: isVisitor ? signIn : list,
    hide: isVisitor ? signIn : hide,
    rate: (rating: number | null) =>
      isVisitor ? signIn() : write(title, { kind: "rating", movieId, rating }),
    dismiss,
    mark: isVisitor ? signIn : mark,
  };
}

function marksBefore(episodeIds: string[] | null, before: Progress): [boolean | null, string[] | null][] {
  const markOf = (episodeId: string | null) => {
    const item = before.find((known) => known.episodeId === episodeId);
    return item?.isMarkedByHand ? item.isCompleted : null;
  };
  if (episodeIds === null) return [[markOf(null), null]];
  return [true, false, null]
    .map((mark): [boolean | null, string[]] => [mark, episodeIds.filter((id) => markOf(id) === mark)])
    .filter(([, ids]) => ids.length > 0);
}

function useSignIn(): () => void {
  const router = useRouter();
  const pathname = usePathname();
  return () => router.push(`/sign-in?next=${encodeURIComponent(pathname)}`);
}
