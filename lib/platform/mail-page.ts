export type MailContent = {
  locale: string;
  subject: string;
  title: string;
  paragraphs: string[];
  button?: { label: string; link: string } | undefined;
  /** What the link is called where it stands in full, for programs that show no buttons. */
  linkLabel?: string | undefined;
  code?: { label: string; digits: string } | undefined;
  /** Small print at the end. */
  note: string;
  tagline: string;
};

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The colours of the house's light and dark room, as programs without oklch read them. */
const DARK = `
.canvas{background:#0d0a13!important}.card{background:#17141e!important;border-color:#322d3c!important}
.ink,.ink a{color:#f6f3ee!important}.soft{color:#bfbab1!important}.faint{color:#9a96a2!important}
.link{color:#febd56!important}.stub{background:#07050c!important;border-color:#5d5768!important}
.rule{border-color:#322d3c!important}.lens{border-color:#f6f3ee transparent #f6f3ee #f6f3ee!important}`;

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A mail in the look of the house. Tables and inline styles: mail programs know little else. */
export function renderMailPage(content: MailContent): string {
  const { locale, subject, title, paragraphs, button, linkLabel, code, note, tagline } = content;
  const parts = [
    `<h1 class="ink" style="margin:0 0 14px;font-size:27px;line-height:1.2;letter-spacing:-0.02em;color:#1d1727">${escapeHtml(title)}</h1>`,
    ...paragraphs.map(paragraph),
    button ? pill(button) : "",
    code ? stub(code, !button) : "",
    button && linkLabel ? inFull(linkLabel, button.link) : "",
    `<p class="faint rule" style="margin:28px 0 0;padding-top:20px;border-top:1px solid #ded8cf;font-size:13px;line-height:1.6;color:#686373">${escapeHtml(note)}</p>`,
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${DARK}}</style>
</head>
<body class="canvas" style="margin:0;padding:0;background:#f3eee6;${FONT}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(paragraphs[0] ?? "")}</div>
<table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" style="background:#f3eee6">
<tr><td align="center" style="padding:36px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:540px">
<tr><td style="padding:0 8px 18px">${LOGO}</td></tr>
<tr><td class="card" style="background:#fffdfa;border:1px solid #ded8cf;border-top:4px solid #faab35!important;border-radius:14px;padding:34px 30px">${parts.join("")}</td></tr>
<tr><td class="faint" align="center" style="padding:22px 8px;font-size:13px;color:#686373">${escapeHtml(tagline)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** The mark drawn with borders, since pictures are held back until somebody allows them: a lens and its beam. */
const LOGO = `<span class="lens" style="display:inline-block;width:13px;height:13px;border:6px solid;border-color:#1d1727 transparent #1d1727 #1d1727;border-radius:50%;vertical-align:middle"></span><span style="display:inline-block;width:0;height:0;margin-left:-14px;border-top:7px solid transparent;border-bottom:7px solid transparent;border-left:15px solid #faab35;vertical-align:middle"></span><span class="ink" style="padding-left:10px;font-size:19px;font-weight:800;letter-spacing:-0.03em;color:#1d1727;vertical-align:middle">CineVerse</span>`;

const paragraph = (text: string) =>
  `<p class="soft" style="margin:0 0 14px;font-size:16px;line-height:1.6;color:#4f4a5a">${escapeHtml(text)}</p>`;

const pill = ({ label, link }: { label: string; link: string }) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:14px 0 0"><tr>
<td style="border-radius:999px;background:#faab35"><a href="${escapeHtml(link)}" style="display:inline-block;padding:14px 30px;font-size:16px;font-weight:700;color:#231103;text-decoration:none">${escapeHtml(label)}</a></td>
</tr></table>`;

/** The six digits as the stub of a ticket. */
const stub = ({ label, digits }: { label: string; digits: string }, isAlone: boolean) =>
  `${isAlone ? "" : `<p class="faint" style="margin:26px 0 8px;font-size:13px;color:#686373">${escapeHtml(label)}</p>`}
<p class="ink stub" style="margin:0;padding:14px 0 14px 0.3em;border:2px dashed #b9b0a4;border-radius:12px;background:#f8f4ed;text-align:center;font-size:30px;font-weight:700;letter-spacing:0.3em;color:#1d1727">${escapeHtml(digits)}</p>`;

const inFull = (label: string, link: string) =>
  `<p class="faint" style="margin:24px 0 0;font-size:13px;line-height:1.6;color:#686373">${escapeHtml(label)}<br><a class="link" href="${escapeHtml(link)}" style="color:#964d00;word-break:break-all">${escapeHtml(link)}</a></p>`;

/** The same as plain text. */
export function renderMailText({ title, paragraphs, button, code, note }: MailContent): string {
  const blocks = [
    title,
    ...paragraphs,
    button && `${button.label}:\n${button.link}`,
    code && `${code.label}: ${code.digits}`,
    note,
    "CineVerse",
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
