"use client";

import {
  AnimatePresence,
  domMax,
  LazyMotion,
  type PanInfo,
  useDragControls,
  useReducedMotion,
} from "framer-motion";
import * as m from "framer-motion/m";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef, useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";

export type DialogPanelProps = {
  title: string;
  description?: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
};

/** What Dialog opens. Focus stays inside and returns to where it was. */
export function DialogPanel(props: DialogPanelProps) {
  return (
    <LazyMotion features={domMax} strict>
      <Primitive.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
        <AnimatePresence>{props.isOpen && <Sheet {...props} />}</AnimatePresence>
      </Primitive.Root>
    </LazyMotion>
  );
}

const PHONE = "(width < 40rem)";
const FLUNG_PX_PER_SECOND = 500;
const SPRING = { type: "spring", stiffness: 420, damping: 38 } as const;

function Sheet({ title, description, onOpenChange, children }: DialogPanelProps) {
  const t = useTranslations("platform.ui");
  const isPhone = useIsPhone();
  const isStill = useReducedMotion() === true;
  const drag = useDragControls();
  const opener = useRef(document.activeElement);
  const away = isPhone ? { y: "100%" } : { opacity: 0, scale: 0.96, y: 12 };
  const transition = isStill ? { duration: 0 } : SPRING;
  const dropped = (_: unknown, { offset, velocity }: PanInfo) => {
    if (velocity.y > FLUNG_PX_PER_SECOND || offset.y > 120) onOpenChange(false);
  };
  return (
    <Primitive.Portal forceMount>
      <Primitive.Overlay forceMount asChild>
        <m.div
          className="fixed inset-0 z-50 bg-scrim"
          initial={{ opacity: 0 }}
          animate={{ opacity: 1 }}
          exit={{ opacity: 0 }}
          transition={isStill ? transition : { duration: 0.18 }}
        />
      </Primitive.Overlay>
      {/* The place is the frame's, the motion the panel's: both would want the one transform. */}
      <div className="pointer-events-none fixed inset-0 z-50 grid items-end sm:place-items-center sm:p-4">
        <Primitive.Content
          forceMount
          asChild
          {...(!description && { "aria-describedby": undefined })}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
          }}
        >
          <m.div
            className="pointer-events-auto max-h-[92dvh] w-full overflow-y-auto overscroll-contain rounded-t-panel border border-line bg-surface p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))] shadow-raised sm:w-[min(32rem,100%)] sm:rounded-panel sm:p-7"
            initial={away}
            animate={{ opacity: 1, scale: 1, y: 0 }}
            exit={away}
            transition={transition}
            drag={isPhone && !isStill ? "y" : false}
            dragListener={false}
            dragControls={drag}
            dragConstraints={{ top: 0 }}
            dragElastic={{ top: 0, bottom: 0.9 }}
            dragSnapToOrigin
            onDragEnd={dropped}
          >
            <div
              aria-hidden
              onPointerDown={(event) => drag.start(event)}
              className="-mt-3 mb-1 flex h-6 touch-none items-center justify-center sm:hidden"
            >
              <span className="h-1 w-10 rounded-full bg-line-strong" />
            </div>
            <Heading title={title} description={description} closeLabel={t("close")} />
            {children}
          </m.div>
        </Primitive.Content>
      </div>
    </Primitive.Portal>
  );
}

type HeadingProps = { title: string; description: string | undefined; closeLabel: string };

function Heading({ title, description, closeLabel }: HeadingProps) {
  return (
    <div className="mb-4 flex items-start justify-between gap-4">
      <div className="grid gap-1">
        <Primitive.Title className="text-heading">{title}</Primitive.Title>
        {description && (
          <Primitive.Description className="text-sm text-ink-soft">{description}</Primitive.Description>
        )}
      </div>
      <Primitive.Close asChild>
        <IconButton label={closeLabel} className="-me-2 -mt-2">
          <X aria-hidden />
        </IconButton>
      </Primitive.Close>
    </div>
  );
}

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(PHONE);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(PHONE).matches,
    () => false,
  );
}
