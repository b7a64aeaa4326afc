"use client";

import { KeyRound, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AvatarButton } from "@/components/accounts/avatars/avatar-button";
import { PinForm } from "@/components/accounts/pin-form";
import { RemoveViewerForm } from "@/components/accounts/remove-viewer-form";
import { ViewerForm } from "@/components/accounts/viewer-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { VIEWERS_MAXIMUM } from "@/lib/accounts/limits";
import { canRemoveViewer } from "@/lib/accounts/policy";
import type { HouseholdViewer } from "@/lib/platform/auth/household";

type Props = {
  viewers: HouseholdViewer[];
  activeId: string | null;
  /** Comes from a link that says "add a viewer". */
  isAdding?: boolean;
};
type Task = { kind: "add" } | { kind: "edit" | "pin" | "remove"; viewer: HouseholdViewer };

export function ViewersManager({ viewers, activeId, isAdding = false }: Props) {
  const t = useTranslations("accounts");
  const router = useRouter();
  const [task, setTask] = useState<Task | null>(isAdding ? { kind: "add" } : null);
  const done = (notice: string) => {
    setTask(null);
    toast.success(notice);
    router.refresh();
  };
  return (
    <div className="grid gap-5">
      <ul className="grid gap-3">
        {viewers.map((viewer) => (
          <ViewerRow
            key={viewer.id}
            viewer={viewer}
            isActive={viewer.id === activeId}
            canRemove={canRemoveViewer(viewer, activeId)}
            onTask={(kind) => setTask({ kind, viewer })}
          />
        ))}
      </ul>
      {viewers.length < VIEWERS_MAXIMUM && (
        <Button variant="secondary" onClick={() => setTask({ kind: "add" })} className="justify-self-start">
          <Plus aria-hidden />
          {t("settings.addViewer")}
        </Button>
      )}
      {task && <TaskDialog task={task} onClose={() => setTask(null)} onDone={done} />}
    </div>
  );
}

type RowProps = {
  viewer: HouseholdViewer;
  isActive: boolean;
  canRemove: boolean;
  onTask: (kind: "edit" | "pin" | "remove") => void;
};

function ViewerRow({ viewer, isActive, canRemove, onTask }: RowProps) {
  const t = useTranslations("accounts");
  const { name } = viewer;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line bg-surface p-4">
      <AvatarButton
        action={`/api/viewers/${viewer.id}/avatar`}
        name={name}
        path={viewer.avatarPath}
        size={56}
      />
      <div className="grid min-w-0 flex-1 basis-40 gap-1.5">
        <p className="truncate font-semibold">{name}</p>
        <p className="flex flex-wrap gap-1.5">
          {isActive && <Badge tone="accent">{t("settings.active")}</Badge>}
          {viewer.isKids && <Badge>{t("viewers.kids")}</Badge>}
          <Badge>
            {viewer.maturityLimit === 0
              ? t("settings.allAges")
              : t("settings.upTo", { age: viewer.maturityLimit })}
          </Badge>
          {viewer.hasPin && <Badge>{t("settings.hasPin")}</Badge>}
        </p>
      </div>
      <div className="flex">
        <IconButton label={t("settings.editViewer", { name })} onClick={() => onTask("edit")}>
          <Pencil aria-hidden />
        </IconButton>
        <IconButton
          label={t(viewer.hasPin ? "settings.changePin" : "settings.setPin", { name })}
          onClick={() => onTask("pin")}
        >
          <KeyRound aria-hidden />
        </IconButton>
        {canRemove && (
          <IconButton label={t("settings.removeViewer", { name })} onClick={() => onTask("remove")}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
    </li>
  );
}

type TaskDialogProps = { task: Task; onClose: () => void; onDone: (notice: string) => void };

function TaskDialog({ task, onClose, onDone }: TaskDialogProps) {
  const t = useTranslations("accounts");
  if (task.kind === "add") {
    return (
      <Dialog title={t("settings.addViewer")} isOpen onOpenChange={onClose}>
        <ViewerForm onSaved={() => onDone(t("notices.viewerSaved"))} />
      </Dialog>
    );
  }
  const { viewer, kind } = task;
  const { name } = viewer;
  if (kind === "edit") {
    return (
      <Dialog title={t("settings.editViewer", { name })} isOpen onOpenChange={onClose}>
        <ViewerForm viewer={viewer} onSaved={() => onDone(t("notices.viewerSaved"))} />
      </Dialog>
    );
  }
  if (kind === "pin") {
    const title = t(viewer.hasPin ? "settings.changePin" : "settings.setPin", { name });
    return (
      <Dialog title={title} isOpen onOpenChange={onClose}>
        <PinForm viewer={viewer} onSaved={() => onDone(t("notices.pinSaved"))} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t("settings.removeViewer", { name })} isOpen onOpenChange={onClose}>
      <RemoveViewerForm
        viewer={viewer}
        onCancel={onClose}
        onRemoved={() => onDone(t("notices.viewerRemoved"))}
      />
    </Dialog>
  );
}
