/** Second at which a line appears, the line in English and in Vietnamese. It stays until the next, six seconds at most. */
export type Line = readonly [second: number, en: string, vi: string];

interface Words {
  title: string;
  tagline: string;
  description: string;
}

export interface Story extends Words {
  slug: string;
  originalTitle?: string;
  plot: string;
  year: number;
  language: string;
  countries: string[];
  genres: string[];
  keywords: string[];
  maturity: 0 | 7 | 12 | 16 | 18;
  access: "free" | "basic" | "premium";
  category: string;
  featured?: boolean;
  /** Day of publication. */
  day: string;
  /** "Name" or, for the cast, "Name as Character". */
  director: string;
  writer: string;
  composer: string;
  cast: string[];
  vi: Partial<Words>;
  lines?: Line[];
  episodes?: { slug: string; title: string; description: string; lines: Line[] }[];
}

export const categories = [
  { slug: "drama", name: "Drama", description: "People, and what they do not say.", vi: "Chính kịch" },
  { slug: "family", name: "Family", description: "For every seat on the sofa.", vi: "Gia đình" },
  { slug: "comedy", name: "Comedy", description: "Serious matters, badly handled.", vi: "Hài" },
  {
    slug: "science-fiction",
    name: "Science fiction",
    description: "Elsewhere, and after.",
    vi: "Khoa học viễn tưởng",
  },
  {
    slug: "crime-and-suspense",
    name: "Crime and suspense",
    description: "Lock the door. Sit down.",
    vi: "Hình sự và ly kỳ",
  },
  { slug: "romance", name: "Romance", description: "Two people and the weather.", vi: "Lãng mạn" },
  { slug: "adventure", name: "Adventure", description: "Long roads, high passes.", vi: "Phiêu lưu" },
  {
    slug: "documentary",
    name: "Documentary",
    description: "The world, looked at for a long time.",
    vi: "Tài liệu",
  },
];
