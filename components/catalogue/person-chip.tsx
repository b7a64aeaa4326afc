import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";

type Props = { person: { slug: string; name: string }; detail?: string | null };

export function PersonChip({ person, detail }: Props) {
  return (
    <Link
      href={`/person/${person.slug}`}
      prefetch={false}
      className="inline-flex min-h-14 max-w-full items-center gap-3 rounded-full border border-line bg-surface py-1.5 ps-1.5 pe-5 hover:border-line-strong"
    >
      <Avatar name={person.name} />
      <span className="grid min-w-0 leading-tight">
        <span className="truncate font-medium">{person.name}</span>
        {detail && <span className="truncate text-sm text-ink-faint">{detail}</span>}
      </span>
    </Link>
  );
}
