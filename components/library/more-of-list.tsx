"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LoadMore } from "@/components/ui/load-more";
import { ErrorState } from "@/components/ui/state";

type Props = {
  query: {
    isError: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: (options?: { cancelRefetch: boolean }) => unknown;
  };
};

/** The end of a list: more of it, or why there is not. */
export function MoreOfList({ query }: Props) {
  const t = useTranslations("library.pages");
  if (!query.isError) {
    return (
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => query.fetchNextPage({ cancelRefetch: false })}
      />
    );
  }
  return (
    <ErrorState title={t("errorTitle")} text={t("errorText")}>
      <Button variant="secondary" onClick={() => query.fetchNextPage()}>
        {t("retry")}
      </Button>
    </ErrorState>
  );
}
