import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { ARTWORK_QUALITY, DEVICE_SIZES, IMAGE_SIZES } from "./lib/platform/image-widths";
import { SECURITY_HEADERS } from "./lib/platform/security-headers";
import { writeInstrumentation } from "./lib/platform/watch/write-instrumentation";

writeInstrumentation(import.meta.dirname);

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Texts are parsed when the site is built: no page ships the parser.
  experimental: {
    messages: {
      path: "./lib/i18n/messages",
      format: "json",
      locales: ["en", "vi"],
      sourceLocale: "en",
      precompile: true,
    },
  },
});

const config: NextConfig = {
  poweredByHeader: false,
  // Draws the pictures of links; its native part cannot be bundled.
  serverExternalPackages: ["@napi-rs/canvas"],
  reactStrictMode: true,
  typedRoutes: false,
  // A page that is asked for without a connection waits for it, instead of ending in the browser's own error.
  experimental: { useOffline: true },
  // On a page that opens with a film, the engine comes before everything else.
  instrumentationClientInject: ["./lib/playback/client/begin-early.ts"],
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  images: {
    // Artwork is served under our own origin (app/artwork), so one build serves any Supabase address.
    localPatterns: [{ pathname: "/artwork/**" }, { pathname: "/avatars/**" }],
    formats: ["image/avif", "image/webp"],
    qualities: [ARTWORK_QUALITY, 75],
    deviceSizes: DEVICE_SIZES,
    imageSizes: IMAGE_SIZES,
    minimumCacheTTL: 60 * 60 * 24 * 31,
  },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    {
      source: "/api/:path*",
      headers: [{ key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default withNextIntl(config);
