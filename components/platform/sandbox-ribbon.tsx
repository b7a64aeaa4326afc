import { FlaskConical } from "lucide-react";
import { getTranslations } from "next-intl/server";

/** Says that mails, and later payments, are not real here, without covering anything. */
export async function SandboxRibbon({ mailCatcherUrl }: { mailCatcherUrl: string | undefined }) {
  const t = await getTranslations("platform.site");
  return (
    <aside
      data-sandbox-ribbon
      aria-label={t("sandbox")}
      className="gutter relative z-10 flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-sunken py-2 text-center text-xs text-ink-faint"
    >
      <span className="inline-flex items-center gap-1.5">
        <FlaskConical aria-hidden className="size-3.5" />
        {t("sandbox")}
      </span>
      {mailCatcherUrl && (
        <a href={mailCatcherUrl} className="underline underline-offset-4 hover:text-ink">
          {t("sandboxMail")}
        </a>
      )}
    </aside>
  );
}
