import Link from "next/link";
import { useTranslations } from "next-intl";
import { FILMOGRAPHY_SORTS } from "@/lib/catalogue/filmography";
import type { CreditRole } from "@/lib/catalogue/schema";

type Sort = (typeof FILMOGRAPHY_SORTS)[number];
type Props = {
  slug: string;
  total: number;
  roles: { role: CreditRole; count: number }[];
  chosen: { role?: CreditRole | undefined; sort: Sort };
};

/** Links, so that a choice has an address and needs no script. */
export function FilmographyChoices({ slug, total, roles, chosen }: Props) {
  const t = useTranslations("catalogue.person");
  const to = ({ role = chosen.role, sort = chosen.sort }: { role?: CreditRole | undefined; sort?: Sort }) => {
    const query = new URLSearchParams({ ...(role && { role }), ...(sort !== "newest" && { sort }) });
    return `/person/${slug}${query.size > 0 ? `?${query}` : ""}`;
  };
  const all = chosen.sort === "newest" ? `/person/${slug}` : `/person/${slug}?sort=${chosen.sort}`;
  return (
    <div className="flex flex-wrap justify-between gap-x-8 gap-y-3">
      <nav aria-label={t("role")} className="flex flex-wrap gap-2">
        <Choice href={all} isChosen={!chosen.role}>
          {t("allRoles")} <Count>{total}</Count>
        </Choice>
        {roles.length > 1 &&
          roles.map(({ role, count }) => (
            <Choice key={role} href={to({ role })} isChosen={role === chosen.role}>
              {t(`roles.${role}`)} <Count>{count}</Count>
            </Choice>
          ))}
      </nav>
      <nav aria-label={t("sort")} className="flex flex-wrap gap-2">
        {FILMOGRAPHY_SORTS.map((sort) => (
          <Choice key={sort} href={to({ sort })} isChosen={sort === chosen.sort}>
            {t(`sorts.${sort}`)}
          </Choice>
        ))}
      </nav>
    </div>
  );
}

function Count({ children }: { children: number }) {
  return <span className="tabular-nums opacity-70">{children}</span>;
}

function Choice({
  href,
  isChosen,
  children,
}: {
  href: string;
  isChosen: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
      className="inline-flex min-h-(--target-small) items-center gap-1.5 rounded-full border border-line px-3.5 text-sm hover:border-line-strong aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent-ink"
    >
      {children}
    </Link>
  );
}
