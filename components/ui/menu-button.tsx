"use client";

import {
  type ComponentProps,
  type ComponentType,
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useState,
} from "react";

export type MenuPanelProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  buttonId: string;
  /** The first item is then taken at once; a pointer takes none. */
  isOpenedByKey: boolean;
};

type Props<Own> = Omit<ComponentProps<"button">, "id" | "type"> & {
  /** Fetches what opens: made of MenuPanel and its items (components/ui/menu). */
  load: () => Promise<ComponentType<Own & MenuPanelProps>>;
  panel: Own;
};

const OPENING_KEYS = ["Enter", " ", "ArrowDown"];

/** The button of a menu. The menu itself is fetched when somebody is about to open it: a pointer or the focus is there. */
export function MenuButton<Own extends object>({ load, panel, children, ...button }: Props<Own>) {
  const [loaded, setLoaded] = useState<{ Panel: ComponentType<Own & MenuPanelProps> } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isOpenedByKey, setIsOpenedByKey] = useState(false);
  const buttonId = useId();
  const prepare = () => {
    if (loaded) return;
    load().then(
      (Panel) => setLoaded({ Panel }),
      () => setIsOpen(false),
    );
  };
  const change = (isWanted: boolean, isByKey: boolean) => {
    prepare();
    setIsOpenedByKey(isByKey);
    setIsOpen(isWanted);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    // The open menu takes the focus; the button must not take it back.
    if (!isOpen) event.preventDefault();
    change(!isOpen, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!OPENING_KEYS.includes(event.key)) return;
    event.preventDefault();
    change(true, true);
  };
  return (
    <span className="relative inline-grid">
      <button
        {...button}
        id={buttonId}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={prepare}
        onFocus={prepare}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        // A press without pointer and key, as assistive technology makes it.
        onClick={(event) => event.detail === 0 && change(!isOpen, true)}
      >
        {children}
      </button>
      {loaded && (
        <loaded.Panel {...panel} {...{ isOpen, isOpenedByKey, buttonId }} onOpenChange={setIsOpen} />
      )}
    </span>
  );
}
