import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Span } from "@/lib/platform/statistics";

const SPANS: readonly Span[] = ["hour", "day"];

export async function SpanChoice({ span }: { span: Span }) {
  const t = await getTranslations("platform.status.spans");
  return (
    <nav aria-label={t("label")}>
      <ul className="inline-flex gap-1 rounded-control border border-line bg-surface p-1">
        {SPANS.map((name) => (
          <li key={name}>
            <Link
              href={name === "hour" ? "/admin/status" : `/admin/status?span=${name}`}
              scroll={false}
              {...(name === span && { "aria-current": "true" as const })}
              className="inline-flex min-h-10 items-center rounded-md px-4 font-medium text-ink-soft transition-colors hover:text-ink aria-[current=true]:bg-raised aria-[current=true]:text-ink"
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
