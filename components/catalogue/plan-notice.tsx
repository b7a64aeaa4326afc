import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Title } from "@/lib/catalogue/schema";

/** Says before anybody presses play that a title needs a plan. */
export function PlanNotice({ plan }: { plan: Title["neededPlan"] }) {
  const t = useTranslations("catalogue");
  if (!plan) return null;
  return (
    <p className="mt-5 flex items-center gap-2 text-ink-soft">
      <Lock aria-hidden className="size-4 shrink-0" />
      {t("needsPlan", { plan: t(`access.${plan}`) })}
    </p>
  );
}
