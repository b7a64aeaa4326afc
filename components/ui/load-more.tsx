"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = { hasMore: boolean; isLoading: boolean; onLoadMore: () => void };

/** The next page by keyset: loaded when the end comes near, and by a button for whoever does not scroll. */
export function LoadMore({ hasMore, isLoading, onLoadMore }: Props) {
  const t = useTranslations("platform.ui");
  const end = useRef<HTMLDivElement>(null);
  const loadMore = useEffectEvent(() => {
    if (!isLoading) onLoadMore();
  });

  useEffect(() => {
    const element = end.current;
    if (!element || !hasMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore]);

  if (!hasMore) return null;
  return (
    <div ref={end} className="flex justify-center py-8">
      <Button variant="secondary" isBusy={isLoading} onClick={() => !isLoading && onLoadMore()}>
        {isLoading ? t("loading") : t("loadMore")}
      </Button>
    </div>
  );
}
