import "server-only";
import { z } from "zod";
import { drawLinkImage, type LinkImage } from "@/lib/catalogue/link-image/draw";
import { LINK_IMAGE_KINDS } from "@/lib/catalogue/link-image/path";
import { getCollection, getPerson, getTitle } from "@/lib/catalogue/queries";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/lib/i18n/config";
import { translate } from "@/lib/i18n/translate";
import { VISITOR_MATURITY_LIMIT } from "@/lib/platform/auth/maturity";
import { callSignal } from "@/lib/platform/deadlines";
import { env } from "@/lib/platform/env";

/** `{slug}.{locale}.jpg` */
export const linkImageParams = z.object({
  kind: z.enum(LINK_IMAGE_KINDS),
  file: z
    .string()
    .max(220)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:en|vi)\.jpg$/)
    .transform((file) => {
      const [slug = "", locale] = file.split(".");
      return { slug, locale: LOCALES.find((known) => known === locale) ?? DEFAULT_LOCALE };
    }),
});
type Wanted = z.output<typeof linkImageParams>;

const DAY_SECONDS = 86_400;

/** Drawn for a visitor of no country, whoever asks: what is above their limit has no picture. */
export async function serveLinkImage({ kind, file: { slug, locale } }: Wanted): Promise<Response> {
  const audience = {
    viewer: {
      profileId: null,
      name: null,
      maturityLimit: VISITOR_MATURITY_LIMIT,
      country: null,
      locale,
      isKids: false,
    },
    household: null,
  };
  const image = await READ[kind](audience, slug, locale);
  const bytes = await drawLinkImage(image);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "image/jpeg",
      "cache-control": `public, max-age=${30 * DAY_SECONDS}, immutable`,
    },
  });
}

type Read = (audience: Parameters<typeof getTitle>[0], slug: string, locale: Locale) => Promise<LinkImage>;

const READ: Record<Wanted["kind"], Read> = {
  title: async (audience, slug, locale) => {
    const title = await getTitle(audience, slug);
    return {
      title: title.title,
      kicker: translate(locale, title.type === "series" ? "catalogue.series" : "catalogue.film"),
      facts: [title.year, title.genres.slice(0, 3).join(", ")].filter(Boolean).join(" · "),
      picture: await readArtwork(title.backdropPath),
    };
  },
  person: async (audience, slug, locale) => {
    const person = await getPerson(audience, slug);
    return {
      title: person.name,
      kicker: translate(locale, "catalogue.person.filmography"),
      facts: person.titles
        .slice(0, 3)
        .map(({ title }) => title)
        .join(" · ")
        .slice(0, 70),
      picture: null,
    };
  },
  collections: async (audience, slug, locale) => {
    const collection = await getCollection(audience, slug);
    return {
      title: collection.title,
      kicker: translate(locale, "catalogue.collections.title"),
      facts: translate(locale, "catalogue.collections.count", { count: collection.count }),
      picture: null,
    };
  },
};

/** Null where there is none, or the storage does not answer: the picture is drawn without it. */
async function readArtwork(path: string | null): Promise<Uint8Array | null> {
  if (!path) return null;
  const answer = await fetch(`${env().SUPABASE_URL}/storage/v1/object/public/artwork/${path}`, {
    cache: "no-store",
    signal: callSignal(),
  }).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
