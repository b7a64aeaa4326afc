import { Captions, Ear, MessageSquareText, Play } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { FEATURES } from "@/lib/catalogue/choices";
import type { BrowseFilters, Choice } from "@/lib/catalogue/schema";

const ICONS = { watchable: Play, subtitles: MessageSquareText, sdh: Captions, description: Ear };

type Props = { filters: BrowseFilters; features: Choice[] };

/** What a title has to offer; several may be asked for together. */
export function FeatureToggles({ filters, features }: Props) {
  const t = useTranslations("catalogue.browse");
  const format = useFormatter();
  const shown = FEATURES.filter((name) => filters[name] || features.some(({ value }) => value === name));
  return (
    <fieldset className="scrollbar-none -mx-(--gutter) flex min-w-0 gap-2 overflow-x-auto px-(--gutter) py-1 lg:flex-wrap">
      <legend className="sr-only">{t("featuresLabel")}</legend>
      {shown.map((name) => {
        const Icon = ICONS[name];
        const count = features.find(({ value }) => value === name)?.count ?? 0;
        return (
          <label
            key={name}
            className="relative inline-flex min-h-(--target) shrink-0 cursor-pointer items-center gap-2 rounded-full border border-line bg-surface px-4 text-sm has-checked:border-transparent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus hover:border-line-strong"
          >
            <input
              type="checkbox"
              name={name}
              value="1"
              defaultChecked={filters[name] !== undefined}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4" />
            {t(`features.${name}`)}
            <span className="tabular-nums opacity-70">{format.number(count)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
