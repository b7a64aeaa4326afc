"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import {
  type Corner,
  cornerAt,
  cornerTowards,
  keepCorner,
  nextCorner,
  readCorner,
} from "@/lib/playback/client/corner";

const DRAG_FROM_PIXELS = 6;

const isLeftToRight = () => document.documentElement.dir !== "rtl";

/** Where the small player stands: moved by its button, by arrow keys on that button, or by dragging it. */
export function useCorner(stage: HTMLElement) {
  const [corner, setCorner] = useState(readCorner);
  const drag = useRef<{ x: number; y: number; isMoving: boolean } | null>(null);
  useEffect(() => {
    stage.dataset.corner = corner;
    return () => {
      delete stage.dataset.corner;
      stage.style.translate = "";
    };
  }, [stage, corner]);
  const move = (next: Corner) => {
    keepCorner(next);
    setCorner(next);
  };
  const moveProps = {
    onClick: () => !drag.current?.isMoving && move(nextCorner(corner)),
    onKeyDown: (event: KeyboardEvent) => {
      const next = cornerTowards(corner, event.key, isLeftToRight());
      if (!next) return;
      event.preventDefault();
      move(next);
    },
    onPointerDown: (event: PointerEvent) => {
      drag.current = { x: event.clientX, y: event.clientY, isMoving: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (!from || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      from.isMoving ||= Math.hypot(x, y) > DRAG_FROM_PIXELS;
      if (from.isMoving) stage.style.translate = `${x}px ${y}px`;
    },
    onPointerUp: (event: PointerEvent) => {
      if (!drag.current?.isMoving) return;
      stage.style.translate = "";
      move(cornerAt({ x: event.clientX, y: event.clientY }, window, isLeftToRight()));
      // The click that ends a drag is none.
      setTimeout(() => {
        drag.current = null;
      });
    },
    onPointerCancel: () => {
      drag.current = null;
      stage.style.translate = "";
    },
    className: "cursor-grab touch-none active:cursor-grabbing",
  };
  return { moveProps };
}
