"use client";

import type { ReactNode } from "react";
import { LibrarySync, type LibrarySyncProps } from "@/components/library/library-sync";
import { ActiveViewer } from "@/lib/library/client/viewer";

type Props = Omit<LibrarySyncProps, "viewerId"> & { viewerId: string | null; children: ReactNode };

/** Below it every button knows whose library it writes to. */
export function LibraryProvider({ viewerId, children, ...sync }: Props) {
  return (
    <ActiveViewer value={viewerId}>
      {children}
      {viewerId && <LibrarySync key={viewerId} viewerId={viewerId} {...sync} />}
    </ActiveViewer>
  );
}
