import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";

/** A plain form, so that searching works before any script has loaded. */
export function SearchBox({ className, initial = "" }: { className?: string; initial?: string }) {
  const t = useTranslations("platform.site");
  return (
    <search className={className ?? ""}>
      <form action="/search" className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-s-3.5 top-1/2 size-4.5 -translate-y-1/2 text-ink-faint"
        />
        <input
          type="search"
          name="q"
          defaultValue={initial}
          aria-label={t("searchLabel")}
          placeholder={t("searchLabel")}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          className={classes(
            "h-10 w-full rounded-full border border-line bg-sunken ps-10 pe-4 text-[0.9375rem] text-ink placeholder:text-ink-faint",
            "transition-[border-color] hover:border-line-strong md:w-56 lg:w-72",
          )}
        />
      </form>
    </search>
  );
}
