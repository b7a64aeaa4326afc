"use client";

import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { PreferenceChoices } from "@/components/platform/preference-choices";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { Theme } from "@/lib/platform/theme";

export function PreferencesMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("platform.preferences");
  return (
    <Menu
      width="w-52"
      trigger={
        <IconButton label={t("menu")}>
          <Languages aria-hidden />
        </IconButton>
      }
    >
      <PreferenceChoices theme={theme} />
    </Menu>
  );
}
