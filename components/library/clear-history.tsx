"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Asks first: nothing brings a cleared history back. */
export function ClearHistory({ onConfirm }: { onConfirm: () => void }) {
  const t = useTranslations("library.history");
  const [isOpen, setIsOpen] = useState(false);
  const confirm = () => {
    setIsOpen(false);
    onConfirm();
  };
  return (
    <Dialog
      title={t("clearTitle")}
      description={t("clearText")}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button variant="secondary">{t("clear")}</Button>}
    >
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" onClick={confirm}>
          {t("clearConfirm")}
        </Button>
        <Button variant="secondary" onClick={() => setIsOpen(false)}>
          {t("keep")}
        </Button>
      </div>
    </Dialog>
  );
}
