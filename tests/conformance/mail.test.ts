import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { describe, expect, test } from "vitest";

const { MAIL_CATCHER_URL: catcher = "", SMTP_URL = "" } = process.env;

type Message = { id: string; to: string[]; subject: string; text: string; html: string; from: string };

const newReader = () => `reader-${randomUUID()}@cineverse.test`;

async function send(to: string, mail: { subject?: string; text?: string; html?: string; bcc?: string }) {
  await createTransport(SMTP_URL).sendMail({ from: "CineVerse <no-reply@cineverse.test>", to, ...mail });
}

async function mailsTo(to: string): Promise<Message[]> {
  const response = await fetch(`${catcher}/api/messages?to=${encodeURIComponent(to)}`);
  return response.json();
}

async function onlyMailTo(to: string): Promise<Message> {
  const [mail, ...others] = await mailsTo(to);
  expect(others).toEqual([]);
  if (!mail) throw new Error(`no mail to ${to}`);
  return mail;
}

describe.skipIf(!catcher)("the mail catcher", () => {
  test("keeps a mail with its accents for whom it is meant", async () => {
    const to = newReader();
    await send(to, { subject: "Chào mừng đến với CineVerse", text: "Xác nhận: é", html: "<p>Xác nhận</p>" });
    const mail = await onlyMailTo(to);
    expect(mail).toMatchObject({
      subject: "Chào mừng đến với CineVerse",
      from: "no-reply@cineverse.test",
      to: [to],
    });
    expect(mail.text).toContain("Xác nhận: é");
    expect(mail.html).toContain("<p>Xác nhận</p>");
  });

  test("lists the newest first and finds an address whatever its case", async () => {
    const to = newReader();
    await send(to, { subject: "first", text: "1" });
    await send(to, { subject: "second", text: "2" });
    expect((await mailsTo(to.toUpperCase())).map((mail) => mail.subject)).toEqual(["second", "first"]);
  });

  test("shows a blind copy to its reader", async () => {
    const [to, bcc] = [newReader(), newReader()];
    await send(to, { subject: "quietly", text: "x", bcc });
    expect((await onlyMailTo(bcc)).subject).toBe("quietly");
  });

  test("removes one reader's mails and leaves the others'", async () => {
    const [gone, kept] = [newReader(), newReader()];
    await send(gone, { text: "x" });
    await send(kept, { text: "x" });
    await fetch(`${catcher}/api/messages?to=${gone}`, { method: "DELETE" });
    expect(await mailsTo(gone)).toEqual([]);
    expect(await mailsTo(kept)).toHaveLength(1);
  });

  test("never runs what a mail brings along", async () => {
    const to = newReader();
    await send(to, { subject: "<script>alert(1)</script>", html: "<script>alert(2)</script><p>Hello</p>" });
    const { id } = await onlyMailTo(to);
    const body = await fetch(`${catcher}/messages/${id}`);
    const policy = body.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("sandbox");
    expect(policy).not.toContain("allow-scripts");
    expect(policy).toContain("default-src 'none'");
    const page = await (await fetch(`${catcher}/?message=${id}`)).text();
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script>alert");
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  });

  test("gives the source as plain text", async () => {
    const to = newReader();
    await send(to, { subject: "source", text: "x" });
    const { id } = await onlyMailTo(to);
    const response = await fetch(`${catcher}/messages/${id}/source`);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toContain("Subject: source");
  });

  test("does not know a mail that was never sent", async () => {
    expect((await fetch(`${catcher}/messages/${randomUUID()}`)).status).toBe(404);
    expect((await fetch(`${catcher}/messages/..%2f..%2fsecrets.json`)).status).toBe(404);
  });
});
