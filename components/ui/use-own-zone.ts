"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's time zone; the server, which does not know it, writes the times of UTC first. */
export const useOwnZone = () => useSyncExternalStore(never, ownZone, () => "UTC");
