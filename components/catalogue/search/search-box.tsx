"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { PanelHandle, PanelView } from "@/components/catalogue/search/search-panel";
import { classes } from "@/components/ui/classes";
import { searchPath } from "@/lib/catalogue/browse-path";
import { rememberSearch } from "@/lib/catalogue/search/recent";

const loadPanel = () => import("@/components/catalogue/search/search-panel");
const SearchPanel = lazy(() => loadPanel().then((module) => ({ default: module.SearchPanel })));
const CLOSED: PanelView = { isShown: false, activeId: null };

type Props = {
  /** Whose recent searches are offered. */
  viewerId: string | null;
  className?: string;
  initial?: string;
};

/** A plain form until its script has come; what it offers while somebody types is fetched when the field is first used. */
export function SearchBox({ viewerId, className, initial = "" }: Props) {
  const t = useTranslations("platform.site");
  const router = useRouter();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<PanelHandle>(null);
  const [text, setText] = useState(initial);
  const [isOpen, setIsOpen] = useState(false);
  const [view, setView] = useState(CLOSED);
  useSlashKey(field);
  // What was typed before the script had come.
  useEffect(() => {
    if (!field.current?.value) return;
    setText(field.current.value);
    if (document.activeElement === field.current && field.current.value !== initial) setIsOpen(true);
  }, [initial]);
  const { isShown, activeId } = isOpen ? view : CLOSED;
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (isOpen) panel.current?.press(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") setIsOpen(true);
    else if (event.key === "Escape") setText("");
  };
  return (
    <search className={className ?? ""} onBlur={leave}>
      <form
        action="/search"
        className="group/search relative"
        onSubmit={(event) => {
          event.preventDefault();
          rememberSearch(viewerId, text);
          setIsOpen(false);
          router.push(searchPath(text.trim()));
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-s-3.5 top-1/2 size-4.5 -translate-y-1/2 text-ink-faint"
        />
        <input
          ref={field}
          type="search"
          name="q"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setIsOpen(true);
          }}
          onPointerEnter={loadPanel}
          onFocus={() => setIsOpen(true)}
          onClick={() => setIsOpen(true)}
          onKeyDown={press}
          role="combobox"
          aria-expanded={isShown}
          {...(isShown && { "aria-controls": list })}
          aria-autocomplete="list"
          {...(isShown && activeId && { "aria-activedescendant": activeId })}
          aria-label={t("searchLabel")}
          aria-keyshortcuts="/"
          placeholder={t("searchLabel")}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          className={classes(
            "h-(--target) w-full rounded-full border border-line bg-sunken ps-10 pe-4 text-base text-ellipsis text-ink placeholder:text-ink-faint",
            "transition-[border-color] hover:border-line-strong",
          )}
        />
        {isOpen && (
          <Suspense>
            <SearchPanel
              ref={panel}
              id={list}
              text={text}
              viewerId={viewerId}
              onView={setView}
              onClose={() => setIsOpen(false)}
            />
          </Suspense>
        )}
      </form>
    </search>
  );
}

/** "/" leads to the search field from anywhere on a page, unless it is being typed or a dialog is open. */
function useSlashKey(field: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]")) return;
      // Narrow and wide screens have a field each; the other one is not drawn.
      if (!field.current?.checkVisibility()) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
}
