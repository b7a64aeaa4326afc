"use client";

import {
  type ComponentType,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useEffect,
  useState,
} from "react";
import type { DialogPanelProps } from "@/components/ui/dialog-panel";

type Trigger = ReactElement<{
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "dialog";
  "aria-expanded"?: boolean;
}>;

type Props = {
  title: string;
  description?: string;
  /** The button that opens it; leave out when `isOpen` is held by the parent. */
  trigger?: Trigger;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
};

const loadPanel = () => import("@/components/ui/dialog-panel").then((file) => file.DialogPanel);

/** A sheet from the bottom on a phone, a panel in the middle elsewhere. Its code is fetched when somebody reaches for it. */
export function Dialog({ trigger, isOpen: isHeldOpen, onOpenChange, ...content }: Props) {
  const [loaded, setLoaded] = useState<{ Panel: ComponentType<DialogPanelProps> } | null>(null);
  const [isOwnOpen, setIsOwnOpen] = useState(false);
  const isOpen = isHeldOpen ?? isOwnOpen;
  const change = (isWanted: boolean) => {
    setIsOwnOpen(isWanted);
    onOpenChange?.(isWanted);
  };
  const prepare = () => {
    if (!loaded)
      loadPanel().then(
        (Panel) => setLoaded({ Panel }),
        () => change(false),
      );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fetched once need not be fetched again
  useEffect(() => {
    if (isOpen) prepare();
  }, [isOpen]);
  return (
    <>
      {trigger &&
        cloneElement(trigger, {
          onClick: () => change(true),
          onPointerEnter: prepare,
          onFocus: prepare,
          "aria-haspopup": "dialog",
          "aria-expanded": isOpen,
        })}
      {loaded && <loaded.Panel {...content} isOpen={isOpen} onOpenChange={change} />}
    </>
  );
}
