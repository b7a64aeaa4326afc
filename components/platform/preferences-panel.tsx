"use client";

import { PreferenceChoices } from "@/components/platform/preference-choices";
import { MenuPanel } from "@/components/ui/menu";
import type { MenuPanelProps } from "@/components/ui/menu-button";
import type { Theme } from "@/lib/platform/theme";

/** What PreferencesMenu opens. */
export function PreferencesPanel({ theme, ...menu }: { theme: Theme } & MenuPanelProps) {
  return (
    <MenuPanel {...menu} width="w-52">
      <PreferenceChoices theme={theme} />
    </MenuPanel>
  );
}
