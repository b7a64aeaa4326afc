"use client";

import { MESSAGES } from "@/lib/i18n/messages";

/** When even the layout fails: no providers and no styles are there, so this brings its own, in both languages. */
export default function GlobalError({ reset }: { reset: () => void }) {
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
          {[MESSAGES.en, MESSAGES.vi].map(({ platform }) => (
            <p key={platform.errorPage.title} style={{ maxWidth: "32rem", margin: 0 }}>
              <strong>{platform.errorPage.title}</strong> {platform.errorPage.text}
            </p>
          ))}
          <button
            type="button"
            onClick={reset}
            style={{
              justifySelf: "start",
              padding: "0.75rem 1.25rem",
              borderRadius: "99rem",
              border: 0,
              background: "#f1ae4a",
            }}
          >
            {MESSAGES.en.platform.errorPage.retry} · {MESSAGES.vi.platform.errorPage.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
