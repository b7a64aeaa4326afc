"use client";

import { useForm } from "@/components/ui/use-form";
import type { HouseholdViewer } from "@/lib/platform/auth/household";
import { announceViewerSwitch } from "@/lib/platform/viewer-switch";

/** A form that makes somebody the active viewer; the page that follows is theirs, without a new document. */
export function useSwitchViewer({
  id,
  name,
  avatarPath,
  language,
}: Pick<HouseholdViewer, "id" | "name" | "avatarPath" | "language">) {
  return useForm({
    action: "/api/viewers/active",
    onSuccess: ({ next = "/" }) => announceViewerSwitch({ viewerId: id, name, avatarPath, language, next }),
  });
}
