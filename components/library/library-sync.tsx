"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { hideOnPage } from "@/components/library/hide-on-page";
import { useBrowserConfig } from "@/components/platform/providers";
import { toast } from "@/components/ui/toast";
import { applyChanges, applySettled } from "@/lib/library/client/apply-changes";
import { libraryKeys } from "@/lib/library/client/keys";
import { listen, type OutboxEvent, sendNow } from "@/lib/library/client/send";
import type { LibrarySync as Sync } from "@/lib/library/client/sync";
import type { LibraryChange } from "@/lib/library/schema";

export type LibrarySyncProps = {
  viewerId: string;
  /** Public topic for a viewer who gets no token. */
  doorbell: string | null;
  /** When the page was made, in the server's time. */
  since: string;
};

/** Whoever leaves sooner never pays for it; what changed until then is asked for. */
const START_AFTER_MS = 5_000;
const IDLE_WITHIN_MS = 2_000;

/** Keeps this tab in step with the viewer's other devices, and says what became of what was done here. */
export function LibrarySync({ viewerId, doorbell, since }: LibrarySyncProps) {
  const client = useQueryClient();
  const config = useBrowserConfig();
  const tell = useOutboxWords();
  const router = useRouter();
  // The bell is drawn by the server, which counts.
  const first = useRef({ config, doorbell, since, onNotified: () => router.refresh() });
  useEffect(() => {
    const stopListening = listen((event) => {
      if (event.type === "settled") applySettled(client, viewerId, event.item.write, event.outcome);
      else tell(event);
    });
    const send = () => sendNow(viewerId);
    window.addEventListener("online", send);
    const cancel = whenAtRest(() => {
      send();
      // Whoever goes offline must still be told so.
      import("@/components/platform/toaster").catch(() => undefined);
      return follow({ ...first.current, viewerId, client });
    });
    return () => {
      stopListening();
      window.removeEventListener("online", send);
      cancel();
    };
  }, [client, viewerId, tell]);
  return null;
}

type Following = LibrarySyncProps & {
  config: ReturnType<typeof useBrowserConfig>;
  client: QueryClient;
  onNotified: () => void;
};

/** The code of Realtime comes after everything that the page itself needs. */
function follow({ client, viewerId, onNotified, ...options }: Following): () => void {
  let sync: Sync | undefined;
  let isStopped = false;
  const onChanges = (changes: LibraryChange[]) => {
    applyChanges(client, viewerId, changes);
    for (const { table, record } of changes)
      if (table === "hidden_movies" && record.movie_id)
        hideOnPage(record.movie_id, record.deleted_at === null);
    if (changes.some(({ table }) => table === "notifications")) onNotified();
  };
  const onStale = () => void client.invalidateQueries({ queryKey: libraryKeys.viewer(viewerId) });
  const start = () =>
    import("@/lib/library/client/sync").then(
      ({ LibrarySync: Class }) => {
        if (!isStopped) sync = new Class({ ...options, viewerId, onChanges, onStale });
      },
      () => window.addEventListener("online", start, { once: true }),
    );
  void start();
  return () => {
    isStopped = true;
    window.removeEventListener("online", start);
    sync?.stop();
  };
}

function whenAtRest(work: () => () => void): () => void {
  let stop: (() => void) | undefined;
  let idle: number | undefined;
  const timer = setTimeout(() => {
    const begin = () => {
      stop = work();
    };
    if ("requestIdleCallback" in window) idle = requestIdleCallback(begin, { timeout: IDLE_WITHIN_MS });
    else begin();
  }, START_AFTER_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    stop?.();
  };
}

/** In words: what was taken back and why, and that what was done offline is kept. */
function useOutboxWords(): (event: OutboxEvent) => void {
  const t = useTranslations("library.sync");
  const say = (event: OutboxEvent) => {
    if (event.type === "kept") toast(t("kept"), { id: "library-kept" });
    if (event.type === "sent") toast.success(t("sent", { count: event.count }), { id: "library-kept" });
    if (event.type === "stopped") toast.error(event.message || t("stopped"), { id: "library-stopped" });
    if (event.type !== "refused") return;
    const { write, title } = event.item;
    if (write.kind === "hidden") hideOnPage(write.movieId, false);
    toast.error(title ? t("refused", { title }) : t("refusedOther"), {
      description: event.message || t("refusedText"),
    });
  };
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  return useRef((event: OutboxEvent) => latest.current(event)).current;
}
