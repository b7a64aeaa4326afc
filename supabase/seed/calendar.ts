import type { Pool } from "pg";

type Coming = {
  slug: string;
  title: string;
  tagline: string;
  description: string;
  genres: string[];
  maturityRating: number;
  inDays: number;
  vi: { title: string; tagline: string; description: string };
};

const COMING: Coming[] = [
  {
    slug: "the-weather-in-room-9",
    title: "The Weather in Room 9",
    tagline: "It has been raining since Tuesday. Indoors.",
    description:
      "A night porter finds that each room of a closing hotel has kept the weather of the day it was happiest.",
    genres: ["Drama", "Fantasy"],
    maturityRating: 7,
    inDays: 6,
    vi: {
      title: "Thời tiết ở phòng số 9",
      tagline: "Mưa từ hôm thứ Ba. Ở trong nhà.",
      description:
        "Người gác đêm của một khách sạn sắp đóng cửa phát hiện mỗi căn phòng vẫn giữ thời tiết của ngày hạnh phúc nhất.",
    },
  },
  {
    slug: "goodbye-platform-two",
    title: "Goodbye, Platform Two",
    tagline: "The last train is early for once.",
    description: "Two strangers share the only bench of a station that is shut down at midnight.",
    genres: ["Romance", "Comedy"],
    maturityRating: 0,
    inDays: 17,
    vi: {
      title: "Tạm biệt sân ga số hai",
      tagline: "Chuyến tàu cuối đến sớm, lần đầu tiên.",
      description: "Hai người lạ ngồi chung chiếc ghế duy nhất của một nhà ga sẽ đóng cửa lúc nửa đêm.",
    },
  },
  {
    slug: "the-ninth-signature",
    title: "The Ninth Signature",
    tagline: "Eight of them are dead.",
    description: "A notary recognises her own handwriting on a will that was sealed before she was born.",
    genres: ["Thriller", "Mystery"],
    maturityRating: 16,
    inDays: 40,
    vi: {
      title: "Chữ ký thứ chín",
      tagline: "Tám người kia đã chết.",
      description:
        "Một công chứng viên nhận ra nét chữ của mình trên bản di chúc niêm phong trước khi cô ra đời.",
    },
  },
];

/** Titles whose rights end, counted from the day of the seed; a later seed moves the day, so that they never go. */
const LEAVING = [
  { slug: "zugzwang", inDays: 9 },
  { slug: "medusa-waltz", inDays: 24 },
];

/** What comes and what leaves. A title that has come stays as it is. */
export async function seedCalendar(pool: Pool): Promise<void> {
  for (const { vi, ...title } of COMING) {
    await pool.query(
      `insert into public.movies
         (slug, title, tagline, description, genres, maturity_rating, status, published_at, year, metadata)
       values ($1, $2, $3, $4, $5, $6, 'scheduled', date_trunc('day', now()) + $7 * interval '1 day' + interval '18 hours',
         extract(year from now() + $7 * interval '1 day'), $8)
       on conflict (slug) do nothing`,
      [
        title.slug,
        title.title,
        title.tagline,
        title.description,
        title.genres,
        title.maturityRating,
        title.inDays,
        JSON.stringify({ translations: { vi } }),
      ],
    );
  }
  for (const { slug, inDays } of LEAVING) {
    await pool.query(
      `insert into public.movie_availability as rights (movie_id, available_until)
       select movie.id, date_trunc('day', now()) + $2 * interval '1 day' from public.movies movie where movie.slug = $1
       on conflict (movie_id, country, available_from) do update set available_until = excluded.available_until`,
      [slug, inDays],
    );
  }
}
