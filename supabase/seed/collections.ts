import type { Pool } from "pg";

const COLLECTIONS = [
  {
    slug: "after-dark",
    title: "After dark",
    description: "Night buses, night trains and the people who are awake for a reason.",
    vi: { title: "Sau khi trời tối", description: "Những chuyến xe đêm và những người có lý do để thức." },
    titles: ["night-bus-11", "neon-after-midnight", "below-the-light", "the-last-keeper", "red-line"],
  },
  {
    slug: "ten-quiet-minutes",
    title: "A quiet quarter of an hour",
    description: "Small films without hurry. Put the kettle on first.",
    vi: {
      title: "Mười lăm phút yên tĩnh",
      description: "Những bộ phim nhỏ không vội vàng. Hãy pha trà trước đã.",
    },
    titles: [
      "the-third-cup",
      "the-long-letter",
      "noodles-at-nine",
      "the-tortoise-bureau",
      "medusa-waltz",
      "contour",
    ],
  },
  {
    slug: "made-of-paper",
    title: "Made of paper",
    description: "Cut, folded and drawn: films that show the hand that made them.",
    vi: { title: "Làm từ giấy", description: "Cắt, gấp và vẽ: những bộ phim để lộ bàn tay làm ra chúng." },
    titles: ["paper-fleet", "the-crane-war", "the-blueprint-job", "snail-derby", "the-four-seasons-express"],
  },
];

/** Curated lists of the demo's own films; again brings them up to date. */
export async function seedCollections(pool: Pool): Promise<void> {
  for (const [position, { slug, title, description, vi, titles }] of COLLECTIONS.entries()) {
    await pool.query(
      `with collection as (
         insert into public.collections (slug, title, description, position, is_published, translations)
         values ($1, $2, $3, $4, true, $5)
         on conflict (slug) do update set title = excluded.title, description = excluded.description,
           position = excluded.position, translations = excluded.translations
         returning id
       )
       insert into public.collection_items as item (collection_id, movie_id, position)
       select collection.id, movie.id, wanted.position
       from collection, unnest($6::text[]) with ordinality as wanted (slug, position)
       join public.movies movie on movie.slug = wanted.slug
       on conflict (collection_id, movie_id) do update set position = excluded.position`,
      [slug, title, description, position, JSON.stringify({ vi }), titles],
    );
  }
}
