"use client";

import { useOffline } from "next/offline";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

const WORKER = "/service-worker.js";

/** Says that there is no connection, and for a moment that it is back. Links that were pressed meanwhile are then followed. */
export function OfflineNotice() {
  const t = useTranslations("platform.offline");
  const isOffline = useOffline();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (isOffline) wasOffline.current = true;
  }, [isOffline]);
  useEffect(keepOfflinePage, []);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-(--header-height) z-50 grid justify-items-center p-3"
    >
      {isOffline ? (
        <p className="animate-appear rounded-full border border-line-strong bg-raised px-5 py-2.5 text-sm shadow-raised">
          {t("waiting")}
        </p>
      ) : (
        wasOffline.current && (
          <p className="fade-away rounded-full bg-raised px-5 py-2.5 text-sm">{t("back")}</p>
        )
      )}
    </div>
  );
}

/** After everything that the page itself needs. */
function keepOfflinePage(): (() => void) | undefined {
  if (!("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register(WORKER).catch(() => undefined);
  };
  const timer = setTimeout(register, 4000);
  return () => clearTimeout(timer);
}
