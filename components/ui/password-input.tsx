"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { classes } from "@/components/ui/classes";
import { Input } from "@/components/ui/input";

export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("platform.ui");
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <Input
        {...props}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        className={classes("pe-12", className)}
      />
      <button
        type="button"
        aria-label={isShown ? t("hidePassword") : t("showPassword")}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute inset-e-0 top-1/2 inline-grid size-11 -translate-y-1/2 place-items-center rounded-full text-ink-faint hover:text-ink"
      >
        <Icon aria-hidden className="size-5" />
      </button>
    </span>
  );
}
