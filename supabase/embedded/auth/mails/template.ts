import { type Locale, type MailKind, SHARED, WORDS } from "./words";

export type Mail = { kind: MailKind; locale: Locale; link?: string; code?: string; newEmail?: string };
export type Rendered = { subject: string; html: string; text: string };

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One mail as HTML and as plain text. Tables and inline styles: mail programs know little else. */
export function renderMail({ kind, locale, link, code, newEmail = "" }: Mail): Rendered {
  const words = WORDS[locale][kind];
  const shared = SHARED[locale];
  const body = words.body.replace("{newEmail}", newEmail);
  // A change of address that one did not ask for is nothing to ignore.
  const closing = kind === "email_change_current" ? shared.lifetime : `${shared.lifetime} ${shared.ignore}`;
  const lines = [words.title, "", body, "", link, code && `${shared.codeLabel}: ${code}`, "", closing];
  const parts = [
    heading(words.title),
    paragraph(escapeHtml(body)),
    link && words.button ? button(link, words.button) : "",
    code ? codeBox(shared.codeLabel, code, !link) : "",
    link ? fallback(shared.linkLabel, link) : "",
    note(escapeHtml(closing)),
  ];
  return {
    subject: words.subject,
    html: page(locale, words.subject, body, parts.join(""), shared.tagline),
    text: `${lines.filter((line) => line !== undefined).join("\n")}\n\nCineVerse\n`,
  };
}

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function page(locale: Locale, subject: string, preview: string, content: string, tagline: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="dark light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#0b0a10;${FONT}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#0b0a10">
<tr><td align="center" style="padding:40px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px">
<tr><td style="padding:0 4px 20px;font-size:20px;font-weight:800;letter-spacing:0.14em;color:#f5c76b">CINE<span style="color:#f7f4ee">VERSE</span></td></tr>
<tr><td style="height:4px;border-radius:4px 4px 0 0;background:#f5c76b;background-image:linear-gradient(90deg,#f5c76b,#e2574c,#6f4bd8);font-size:0">&nbsp;</td></tr>
<tr><td style="background:#17151f;border-radius:0 0 16px 16px;padding:36px 32px">${content}</td></tr>
<tr><td align="center" style="padding:24px 8px;font-size:13px;color:#8d8798">${escapeHtml(tagline)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const heading = (text: string) =>
  `<h1 style="margin:0 0 14px;font-size:26px;line-height:1.25;color:#f7f4ee">${escapeHtml(text)}</h1>`;

const paragraph = (html: string) =>
  `<p style="margin:0 0 28px;font-size:16px;line-height:1.6;color:#c9c4d4">${html}</p>`;

const button = (link: string, label: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 28px"><tr>
<td style="border-radius:999px;background:#f5c76b"><a href="${escapeHtml(link)}" style="display:inline-block;padding:14px 30px;font-size:16px;font-weight:700;color:#17151f;text-decoration:none">${escapeHtml(label)}</a></td>
</tr></table>`;

const codeBox = (label: string, code: string, isAlone: boolean) =>
  `${isAlone ? "" : `<p style="margin:0 0 8px;font-size:13px;color:#8d8798">${escapeHtml(label)}</p>`}
<p style="margin:0 0 28px;padding:14px 0;border-radius:12px;background:#0b0a10;text-align:center;font-size:30px;font-weight:700;letter-spacing:0.32em;color:#f7f4ee">${escapeHtml(code)}</p>`;

const fallback = (label: string, link: string) =>
  `<p style="margin:0 0 20px;font-size:13px;line-height:1.6;color:#8d8798">${escapeHtml(label)}<br><a href="${escapeHtml(link)}" style="color:#f5c76b;word-break:break-all">${escapeHtml(link)}</a></p>`;

const note = (html: string) =>
  `<p style="margin:0;padding-top:20px;border-top:1px solid #2b2836;font-size:13px;line-height:1.6;color:#8d8798">${html}</p>`;
