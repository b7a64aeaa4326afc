"use client";

import { FATAL_TEXTS } from "@/lib/i18n/fatal";

const TEXTS = Object.entries(FATAL_TEXTS);

/** When even the layout fails: no providers and no styles are there, so this brings its own, in every language. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ background: "#120d18", color: "#f6f2ec", fontFamily: "system-ui, sans-serif", margin: 0 }}
      >
        <main
          style={{
            display: "grid",
            placeContent: "center",
            gap: "1rem",
            minHeight: "100dvh",
            padding: "1.5rem",
          }}
        >
          {TEXTS.map(([locale, { title, text }]) => (
            <p key={locale} lang={locale} style={{ maxWidth: "32rem", margin: 0 }}>
              <strong>{title}</strong> {text}
            </p>
          ))}
          <button
            type="button"
            onClick={retry}
            style={{ justifySelf: "start", padding: "0.75rem 1.25rem", borderRadius: "6rem", border: 0 }}
          >
            {TEXTS.map(([, { retry }]) => retry).join(" · ")}
          </button>
        </main>
      </body>
    </html>
  );
}
