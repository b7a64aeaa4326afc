import { existsSync } from "node:fs";
import process from "node:process";
import { type Browser, chromium } from "@playwright/test";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** CHROMIUM_PATH, else the system's; undefined for Playwright's own. */
export function browserPath(): string | undefined {
  return process.env.CHROMIUM_PATH || SYSTEM_BROWSERS.find((file) => existsSync(file));
}

export const browserFlags = [
  "--autoplay-policy=no-user-gesture-required",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({ ...(executablePath && { executablePath }), args: browserFlags });
}
