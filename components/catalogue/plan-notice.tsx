import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AccessLevel } from "@/lib/catalogue/schema";
import { TIERS, type Tier } from "@/lib/platform/auth/household";

/** Says before anybody presses play that a title needs a plan. */
export function PlanNotice({ accessLevel, tier }: { accessLevel: AccessLevel; tier: Tier | null }) {
  const t = useTranslations("catalogue");
  const isCovered = tier !== null && TIERS.indexOf(tier) >= TIERS.indexOf(accessLevel);
  if (accessLevel === "free" || isCovered) return null;
  return (
    <p className="mt-5 flex items-center gap-2 text-[0.9375rem] text-white/85">
      <Lock aria-hidden className="size-4 shrink-0" />
      {t("needsPlan", { plan: t(`access.${accessLevel}`) })}
    </p>
  );
}
