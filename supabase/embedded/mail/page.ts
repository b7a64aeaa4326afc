import type { Message } from "./store";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

function time(message: Message): string {
  const shown = message.receivedAt.slice(0, 16).replace("T", " ");
  return `<time datetime="${message.receivedAt}">${shown} UTC</time>`;
}

function item(message: Message, isPicked: boolean): string {
  return `<li><a href="/?message=${message.id}"${isPicked ? ' aria-current="true"' : ""}>
    <strong>${escapeHtml(message.subject || "(no subject)")}</strong>
    <span><b>${escapeHtml(message.to.join(", "))}</b> ${time(message)}</span></a></li>`;
}

/** The list of mails as the page and its refresh both show it. */
export function renderList(messages: Message[], pickedId?: string): string {
  if (messages.length === 0) return "<p class=empty>No mail yet.</p>";
  return `<ol>${messages.map((message) => item(message, message.id === pickedId)).join("")}</ol>`;
}

function renderMessage(message: Message): string {
  const body = message.html
    ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}"></iframe>`
    : `<pre>${escapeHtml(message.text)}</pre>`;
  return `<h2>${escapeHtml(message.subject || "(no subject)")}</h2>
    <dl><dt>From</dt><dd>${escapeHtml(message.from)}</dd><dt>To</dt><dd>${escapeHtml(message.to.join(", "))}</dd>
    <dt>Received</dt><dd>${time(message)}</dd></dl>${body}
    <a href="/messages/${message.id}/source">Source</a>`;
}

export function renderPage(messages: Message[], picked: Message | undefined): string {
  const main = picked
    ? renderMessage(picked)
    : `<p class=empty>Everything that CineVerse sends by mail on this machine arrives here and nowhere else.</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${picked ? `${escapeHtml(picked.subject)} · ` : ""}CineVerse mail</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head><body>
    <header><h1>CineVerse mail</h1><p>${messages.length} caught, none delivered</p><button type="button">Empty</button></header>
    <nav aria-label="Mails">${renderList(messages, picked?.id)}</nav><main>${main}</main>
    <script type="module" src="/live.js"></script></body></html>`;
}

/** The mail as its reader would see it; links leave the frame. */
export function renderBody(message: Message): string {
  return `<!doctype html><base target="_blank"><meta charset="utf-8">${message.html}`;
}
