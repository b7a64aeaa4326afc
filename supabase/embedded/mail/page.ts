import type { Message } from "./store";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const MARK = `<svg viewBox="0 0 40 40" aria-hidden="true"><path fill="currentColor" d="M20 2a18 18 0 1 0 15.3 27.5l-7.1-4.2A9.8 9.8 0 1 1 28 14.4l7.2-4.1A18 18 0 0 0 20 2Z"/><path class="beam" d="M17.5 13.6v12.8c0 1 1.1 1.6 2 1.1l17.9-6.4c1-.4 1-1.8 0-2.2l-17.9-6.4c-.9-.5-2 .1-2 1.1Z"/></svg>`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

const subjectOf = (message: Message) => escapeHtml(message.subject || "(no subject)");
const readersOf = (message: Message) => escapeHtml(message.to.join(", "));

/** In UTC until the page's script says it in the reader's own clock. */
function time(message: Message): string {
  const shown = message.receivedAt.slice(0, 16).replace("T", " ");
  return `<time datetime="${message.receivedAt}">${shown} UTC</time>`;
}

function item(message: Message, isPicked: boolean): string {
  return `<li><a href="/?message=${message.id}"${isPicked ? ' aria-current="true"' : ""}>
    <strong>${subjectOf(message)}</strong><span class="to">${readersOf(message)}</span>${time(message)}</a></li>`;
}

/** The list of mails as the page and its refresh both show it. */
export function renderList(messages: Message[], pickedId?: string): string {
  if (messages.length === 0) return "<p class=empty>No mail yet. Sign up, and the first one is here.</p>";
  return `<ol>${messages.map((message) => item(message, message.id === pickedId)).join("")}</ol>`;
}

function renderMessage(message: Message): string {
  const text = `<pre>${escapeHtml(message.text)}</pre>`;
  const body = message.html
    ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}"></iframe>
      <details><summary>As plain text</summary>${text}</details>`
    : text;
  return `<a class="back" href="/">All mails</a><article><h2>${subjectOf(message)}</h2>
    <dl><dt>From</dt><dd>${escapeHtml(message.from)}</dd><dt>To</dt><dd>${readersOf(message)}</dd>
    <dt>Received</dt><dd>${time(message)}</dd></dl>${body}
    <p><a href="/messages/${message.id}/source">Source of this mail</a></p></article>`;
}

export function renderPage(messages: Message[], picked: Message | undefined): string {
  const main = picked
    ? renderMessage(picked)
    : `<p class=empty>Everything that CineVerse sends by mail on this machine arrives here and nowhere else. Choose a mail to read it.</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${picked ? `${subjectOf(picked)} · ` : ""}CineVerse mail</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
    <body${picked ? ' class="reading"' : ""}>
    <header>${MARK}<h1>CineVerse mail</h1><p><span id="count">${messages.length}</span> caught, none delivered</p>
    <button type="button">Delete all</button></header>
    <nav aria-label="Mails">${renderList(messages, picked?.id)}</nav><main>${main}</main>
    <script type="module" src="/live.js"></script></body></html>`;
}

/** The mail as its reader would see it; links leave the frame. */
export function renderBody(message: Message): string {
  return `<!doctype html><base target="_blank"><meta charset="utf-8">${message.html}`;
}
