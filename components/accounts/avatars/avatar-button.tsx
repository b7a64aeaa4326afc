"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AvatarPicker } from "@/components/accounts/avatars/avatar-picker";
import { Avatar } from "@/components/ui/avatar";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

type Props = { action: string; name: string; path: string | null; size: number };

/** A picture that is pressed to be changed. */
export function AvatarButton({ action, name, path, size }: Props) {
  const t = useTranslations("accounts");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const title = t("settings.avatarOf", { name });
  return (
    <>
      <button
        type="button"
        aria-label={`${title}: ${t("settings.avatarChange")}`}
        onClick={() => setOpen(true)}
        className="group relative shrink-0 justify-self-start rounded-[28%]"
      >
        <Avatar name={name} path={path} size={size} />
        <span className="absolute -inset-e-1 -bottom-1 grid size-7 place-items-center rounded-full border border-line bg-raised text-ink shadow-raised transition group-hover:border-accent [&_svg]:size-3.5">
          <Pencil aria-hidden />
        </span>
      </button>
      {isOpen && (
        <Dialog title={title} isOpen onOpenChange={setOpen}>
          <AvatarPicker
            action={action}
            path={path}
            onSaved={() => {
              setOpen(false);
              toast.success(t("notices.avatarSaved"));
              router.refresh();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
