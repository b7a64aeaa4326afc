"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FocusEvent, useId } from "react";
import { optionId, SearchSuggestions } from "@/components/catalogue/search-suggestions";
import { useSearchCombobox } from "@/components/catalogue/use-search-combobox";
import { classes } from "@/components/ui/classes";

/** A plain form until the script has loaded, and suggestions while typing from then on. */
export function SearchBox({ className, initial = "" }: { className?: string; initial?: string }) {
  const t = useTranslations("platform.site");
  const count = useTranslations("catalogue.suggestions");
  const list = useId();
  const { text, type, options, active, isShown, open, close, go, onKeyDown } = useSearchCombobox(initial);
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    <search className={className ?? ""} onBlur={leave}>
      <form
        action="/search"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          go(`/search?q=${encodeURIComponent(text.trim())}`);
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-s-3.5 top-1/2 size-4.5 -translate-y-1/2 text-ink-faint"
        />
        <input
          type="search"
          name="q"
          value={text}
          onChange={(event) => type(event.target.value)}
          onFocus={open}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={list}
          aria-autocomplete="list"
          {...(isShown && active >= 0 && { "aria-activedescendant": optionId(list, active) })}
          aria-label={t("searchLabel")}
          placeholder={t("searchLabel")}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          className={classes(
            "h-10 w-full rounded-full border border-line bg-sunken ps-10 pe-4 text-base text-ink placeholder:text-ink-faint",
            "transition-[border-color] hover:border-line-strong md:w-56 lg:w-72",
          )}
        />
        {isShown && <SearchSuggestions id={list} options={options} active={active} onChoose={close} />}
        <span role="status" className="sr-only">
          {isShown && count("count", { count: options.length - 1 })}
        </span>
      </form>
    </search>
  );
}
