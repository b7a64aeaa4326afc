"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { ToastHost } from "@/components/platform/toast-host";
import type { BrowserConfig } from "@/lib/platform/supabase/browser";
import type { Theme } from "@/lib/platform/theme";

const ConfigContext = createContext<BrowserConfig | null>(null);

const STALE_AFTER_MS = 30_000;

export function Providers({
  children,
  theme,
  ...config
}: BrowserConfig & { children: ReactNode; theme: Theme }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: STALE_AFTER_MS, retry: 1 } } }),
  );
  return (
    <ConfigContext value={config}>
      <QueryClientProvider client={queryClient}>
        {children}
        <ToastHost theme={theme} />
      </QueryClientProvider>
    </ConfigContext>
  );
}

/** Where Realtime and uploads go; given by the server, so that one build serves any stack. */
export function useBrowserConfig(): BrowserConfig {
  const config = useContext(ConfigContext);
  if (!config) throw new Error("useBrowserConfig needs Providers above it");
  return config;
}
