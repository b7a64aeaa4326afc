import { Layers } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CollectionCard } from "@/components/catalogue/collection-card";
import { EmptyState } from "@/components/ui/state";
import { listCollections } from "@/lib/catalogue/queries";
import { getContext } from "@/lib/platform/auth/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.collections");
  return { title: t("title"), description: t("description"), alternates: { canonical: "/collections" } };
}

export default async function CollectionsPage() {
  const [t, collections] = await Promise.all([
    getTranslations("catalogue.collections"),
    getContext().then(listCollections),
  ]);
  return (
    <div className="gutter stack gap-8 pt-8">
      <header>
        <h1 className="text-title">{t("title")}</h1>
        <p className="mt-2 text-ink-soft">{t("description")}</p>
      </header>
      {collections.length === 0 ? (
        <EmptyState icon={<Layers aria-hidden />} title={t("emptyTitle")} text={t("emptyText")} />
      ) : (
        <ul className="grid gap-x-8 gap-y-10 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
          {collections.map((collection) => (
            <li key={collection.slug}>
              <CollectionCard collection={collection} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
