"use client";

import { lazy, Suspense } from "react";
import { AllLink } from "@/components/catalogue/all-link";
import { Rail, RailItem } from "@/components/ui/rail";
import type { Collection } from "@/lib/catalogue/schema";

const CollectionCard = lazy(() =>
  import("@/components/catalogue/collection-card").then((file) => ({ default: file.CollectionCard })),
);
const WIDTH = "w-[min(84vw,24rem)] pe-4";
const PLACES = [1, 2, 3];

type Props = { title: string; href: string; collections: Collection[] | undefined };

/** Collections in a row, each as its fan of posters. What draws them comes with them, so that home begins without it. */
export function CollectionsRail({ title, href, collections }: Props) {
  const places = PLACES.map((place) => (
    <li key={place} aria-hidden className={`${WIDTH} shrink-0`}>
      <Place />
    </li>
  ));
  return (
    <Rail title={title} action={<AllLink href={href} title={title} />}>
      {collections?.map((collection) => (
        <RailItem key={collection.slug} width={WIDTH}>
          <Suspense fallback={<Place />}>
            <CollectionCard collection={collection} />
          </Suspense>
        </RailItem>
      )) ?? places}
    </Rail>
  );
}

/** As high as a fan with a name and two lines below it; still, as the places of titles are. */
function Place() {
  return <span className="mb-26 block aspect-2/3 w-[34%] rounded-card bg-surface" />;
}
