"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/i18n/config";
import { requestJson } from "@/lib/platform/http/request-json";
import type { Theme } from "@/lib/platform/theme";

type Change = { theme?: Theme; locale?: Locale };

/** Keeps a choice with our server. A theme is shown at once; a language is a new page. */
export function usePreferences(initial: Theme) {
  const offline = useTranslations("platform.ui")("offline");
  const [theme, setTheme] = useState(initial);
  const change = async (values: Change) => {
    if (values.theme) {
      setTheme(values.theme);
      document.documentElement.dataset.theme = values.theme;
    }
    try {
      await requestJson("/api/preferences", { method: "POST", body: values });
      if (values.locale) window.location.reload();
    } catch (error) {
      toast.error((error as Error).message || offline);
    }
  };
  return { theme, change };
}
