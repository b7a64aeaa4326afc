"use client";

import { History, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { HistoryControls } from "@/components/library/history-controls";
import { HistoryDays } from "@/components/library/history-days";
import { MoreOfList } from "@/components/library/more-of-list";
import { PageHeading } from "@/components/library/page-heading";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import type { HistoryPage } from "@/lib/library";
import { useHistoryPages, useLibraryWrite } from "@/lib/library/client/hooks";

type Props = { firstPage: HistoryPage; canPause: boolean };

/** What a viewer watched, day by day; it can be searched, emptied, paused, and each line removed. */
export function HistoryList({ firstPage, canPause }: Props) {
  const t = useTranslations("library");
  const [text, setText] = useState("");
  // Typing is never held up by the list that it narrows.
  const query = useDeferredValue(text.trim());
  const pages = useHistoryPages(query, query === "" ? firstPage : undefined);
  const write = useLibraryWrite();
  const { items } = pages;
  const isEmpty = query === "" && items.length === 0 && !pages.query.hasNextPage;
  return (
    <>
      <PageHeading title={t("pages.historyTitle")} text={t("pages.historyText")} />
      <HistoryControls
        text={text}
        onText={setText}
        isEmpty={isEmpty}
        isPaused={pages.isPaused}
        onPause={canPause ? (isPaused) => write(null, { kind: "paused", isPaused }) : undefined}
        onClear={() => write(null, { kind: "cleared" })}
      />
      {isEmpty && <NothingWatched />}
      {query !== "" && items.length === 0 && !pages.query.isFetching && (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t("history.noneTitle", { query })}
          text={t("history.noneText")}
        >
          <Button variant="secondary" onClick={() => setText("")}>
            {t("history.showAll")}
          </Button>
        </EmptyState>
      )}
      <div
        aria-busy={pages.query.isPlaceholderData}
        className="grid gap-8 transition-opacity aria-busy:opacity-40"
      >
        <HistoryDays
          items={items}
          onRemove={({ card, episode }) =>
            write(card.title, { kind: "removed", movieId: card.id, episodeId: episode?.id ?? null })
          }
        />
      </div>
      <MoreOfList query={pages.query} />
    </>
  );
}

function NothingWatched() {
  const t = useTranslations("library.pages");
  return (
    <EmptyState icon={<History aria-hidden />} title={t("historyEmptyTitle")} text={t("historyEmptyText")}>
      <Link href="/browse" className={buttonClass()}>
        {t("browse")}
      </Link>
    </EmptyState>
  );
}
