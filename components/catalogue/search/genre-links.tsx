import Link from "next/link";
import type { Genre } from "@/lib/catalogue/schema";

/** A small way to a list of titles. */
export const CHIP =
  "inline-flex min-h-(--target) items-center rounded-full border border-line bg-surface px-4 text-base hover:border-line-strong";

export function GenreLinks({ genres, label }: { genres: Genre[]; label: string }) {
  return (
    <section aria-label={label} className="flex flex-wrap gap-2">
      {genres.map(({ name, label: text }) => (
        <Link key={name} href={`/browse?genre=${encodeURIComponent(name)}`} prefetch={false} className={CHIP}>
          {text}
        </Link>
      ))}
    </section>
  );
}
