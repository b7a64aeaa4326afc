"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  hasMore: boolean;
  isLoading: boolean;
  /** False where only the button loads. */
  isByItself?: boolean;
  /** By hand it may be asked for while it is on its way already. */
  onLoadMore: (isByHand: boolean) => void;
};

/** The next page by keyset: loaded when the end comes near, and by a button for whoever does not scroll. */
export function LoadMore({ hasMore, isLoading, isByItself = true, onLoadMore }: Props) {
  const t = useTranslations("platform.ui");
  const end = useRef<HTMLDivElement>(null);
  const loadMore = useEffectEvent(() => {
    if (!isLoading) onLoadMore(false);
  });

  useEffect(() => {
    const element = end.current;
    if (!element || !hasMore || !isByItself) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isByItself]);

  if (!hasMore) return null;
  return (
    <div ref={end} className="flex justify-center py-8">
      <Button variant="secondary" isBusy={isLoading} onClick={() => onLoadMore(true)}>
        {isLoading ? t("loading") : t("loadMore")}
      </Button>
    </div>
  );
}
