"use client";

import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { iconButtonClass } from "@/components/ui/icon-button";
import { MenuButton } from "@/components/ui/menu-button";
import type { Theme } from "@/lib/platform/theme";

const loadPanel = () =>
  import("@/components/platform/preferences-panel").then((file) => file.PreferencesPanel);

export function PreferencesMenu({ theme }: { theme: Theme }) {
  const label = useTranslations("platform.preferences")("menu");
  return (
    <MenuButton
      load={loadPanel}
      panel={{ theme }}
      aria-label={label}
      title={label}
      className={iconButtonClass()}
    >
      <Languages aria-hidden />
    </MenuButton>
  );
}
