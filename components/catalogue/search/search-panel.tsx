"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from "react";
import { OptionRow } from "@/components/catalogue/search/option-row";
import type { SearchOption } from "@/components/catalogue/search/options";
import { useListboxKeys } from "@/components/catalogue/search/use-listbox-keys";
import { useSearchGroups } from "@/components/catalogue/search/use-search-groups";
import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from "@/lib/catalogue/search/recent";

export type PanelHandle = { press: (event: KeyboardEvent) => void };
export type PanelView = { isShown: boolean; activeId: string | null };

type Props = {
  id: string;
  text: string;
  viewerId: string | null;
  ref: Ref<PanelHandle>;
  onView: (view: PanelView) => void;
  onClose: () => void;
};

const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** The list under the search field. Options are links, so that a new tab is a middle click away. */
export function SearchPanel({ id, text, viewerId, ref, onView, onClose }: Props) {
  const t = useTranslations("catalogue.suggestions");
  const router = useRouter();
  const [recent, setRecent] = useState(() => recentSearches(viewerId));
  const { groups, isNothing, found } = useSearchGroups(text, recent);
  const options = groups.flatMap((group) => group.options);
  const choose = (option: SearchOption) => {
    if (option.kind === "forget") return setRecent(forgetSearches(viewerId));
    rememberSearch(viewerId, option.kind === "recent" || option.kind === "meant" ? option.label : text);
    return onClose();
  };
  const remove = (option: SearchOption | undefined) =>
    option?.kind === "recent" && setRecent(forgetSearch(viewerId, option.label));
  const { active, press } = useListboxKeys({
    count: options.length,
    about: text,
    onChoose: (index) => {
      const option = options[index];
      if (!option) return;
      choose(option);
      if (option.href) router.push(option.href);
    },
    onRemove: (index) => remove(options[index]),
    onClose,
  });
  useImperativeHandle(ref, () => ({ press }));
  const isShown = options.length > 0;
  const activeId = active >= 0 ? optionId(id, active) : null;
  useEffect(() => onView({ isShown, activeId }), [onView, isShown, activeId]);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <>
      {isShown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the mouse from moving the focus
        <div
          // Pressing the mouse must not take the focus out of the field, which would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-50 mt-2 max-h-[min(76dvh,40rem)] animate-appear overflow-y-auto overscroll-contain rounded-panel border border-line bg-raised p-2 shadow-raised md:inset-x-auto md:inset-e-0 md:w-[27rem]"
        >
          {isNothing && (
            <p className="px-2 pt-1 pb-2 text-sm text-ink-soft">{t("nothing", { query: text.trim() })}</p>
          )}
          <div id={id} role="listbox" aria-label={t("label")}>
            {groups.map(({ name, options: members }) => (
              // biome-ignore lint/a11y/useSemanticElements: options of a listbox are gathered by role, not by a fieldset
              <div key={name} role="group" aria-label={t(`groups.${name}`)} className="not-first:mt-1.5">
                {name !== "all" && name !== "meant" && (
                  <div
                    aria-hidden
                    className="px-2 pt-1.5 pb-1 text-xs font-semibold tracking-wide text-ink-faint"
                  >
                    {t(`groups.${name}`)}
                  </div>
                )}
                {members.map((option) => {
                  const index = options.indexOf(option);
                  return (
                    <OptionRow
                      key={option.key}
                      id={optionId(id, index)}
                      option={option}
                      asked={text.trim()}
                      isActive={index === active}
                      onChoose={() => choose(option)}
                      onRemove={() => remove(option)}
                    />
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      )}
      <span role="status" className="sr-only">
        {isShown && found !== null && t("count", { count: found })}
      </span>
    </>
  );
}
