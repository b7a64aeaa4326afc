import { X } from "lucide-react";
import { focusNeighbour } from "@/components/library/focus-neighbour";
import { IconButton } from "@/components/ui/icon-button";
import { leaveList, loadMotion } from "@/components/ui/leave-list";

type Props = {
  label: string;
  /** On the other one where a menu stands in the usual corner. */
  side?: "start" | "end";
  onClick: () => void;
};

/** In the corner of a poster; always there for fingers, on hover or focus for a mouse and keys. */
export function RemoveButton({ label, side = "end", onClick }: Props) {
  return (
    <IconButton
      label={label}
      variant="glass"
      onClick={(event) => {
        const entry = event.currentTarget.closest("li");
        focusNeighbour(event.currentTarget);
        if (entry) leaveList(entry, onClick);
      }}
      onPointerEnter={loadMotion}
      onFocus={loadMotion}
      className={`absolute ${side === "end" ? "inset-e-1.5" : "inset-s-1.5"} top-1.5 z-10 focus-visible:opacity-100 [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover/item:opacity-100 [@media(hover:hover)]:focus-visible:opacity-100`}
    >
      <X aria-hidden />
    </IconButton>
  );
}
