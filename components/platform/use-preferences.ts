"use client";

import { useState } from "react";
import type { Locale } from "@/lib/i18n/config";
import type { Theme } from "@/lib/platform/theme";

type Change = { theme?: Theme; locale?: Locale };

/** Keeps a choice with our server. A theme is shown at once; a language is a new page. */
export function usePreferences(initial: Theme) {
  const [theme, setTheme] = useState(initial);
  const change = async (values: Change) => {
    if (values.theme) {
      setTheme(values.theme);
      document.documentElement.dataset.theme = values.theme;
    }
    const response = await fetch("/api/preferences", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(values),
    });
    if (response.ok && values.locale) window.location.reload();
  };
  return { theme, change };
}
