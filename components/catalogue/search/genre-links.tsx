import Link from "next/link";
import type { Genre } from "@/lib/catalogue/schema";

const CHIP =
  "inline-flex min-h-(--target) items-center rounded-full border border-line bg-surface px-4 text-base hover:border-line-strong";

export function GenreLinks({ genres, label }: { genres: Genre[]; label: string }) {
  const links = genres.map(({ name, label: text }) => ({
    href: `/browse?genre=${encodeURIComponent(name)}`,
    label: text,
  }));
  return <ChipLinks links={links} label={label} />;
}

type Props = { links: { href: string; label: string }[]; label: string };

export function ChipLinks({ links, label: name }: Props) {
  return (
    <section aria-label={name} className="flex flex-wrap gap-2">
      {links.map(({ href, label }) => (
        <Link key={href} href={href} prefetch={false} className={CHIP}>
          {label}
        </Link>
      ))}
    </section>
  );
}
