import { Captions, Ear, MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";

type Props = { features: string[]; className?: string };

/** What a title offers to those who cannot hear or see all of it; each leads a screen reader to the long name. */
export function FeatureBadges({ features, className }: Props) {
  const t = useTranslations("catalogue.features");
  const shown = [
    { name: "subtitles", Icon: MessageSquareText, label: t("subtitles"), long: t("subtitles") },
    { name: "sdh", Icon: Captions, label: t("sdh"), long: t("sdhLong") },
    { name: "audio_description", Icon: Ear, label: t("description"), long: t("descriptionLong") },
  ].filter(({ name }) => features.includes(name));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("label")} className={`flex flex-wrap gap-2 ${className ?? ""}`}>
      {shown.map(({ name, Icon, label, long }) => (
        <li
          key={name}
          title={long}
          className="inline-flex h-7 items-center gap-1.5 rounded-md border border-line-strong px-2 text-xs font-semibold text-ink-soft"
        >
          <Icon aria-hidden className="size-3.5" />
          <span aria-hidden>{label}</span>
          <span className="sr-only">{long}</span>
        </li>
      ))}
    </ul>
  );
}
