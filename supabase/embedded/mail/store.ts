import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import PostalMime, { type Email } from "postal-mime";

export type Message = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  receivedAt: string;
  text: string;
  html: string;
};

const KEPT_MESSAGES = 500;
/** Put before a mail's own headers: a blind copy names its reader nowhere else. */
const ENVELOPE_HEADER = "x-cineverse-envelope-to";
const FILE = /^(\d{13})-([0-9a-f-]{36})\.eml$/;

function addressOf(entry: Email["from"]): string {
  return entry?.address ?? entry?.name ?? "";
}

/** Pictures inside a mail are named by content id; a page can only show them as data. */
function withInlinePictures(email: Email): string {
  let html = email.html ?? "";
  for (const { contentId, content, mimeType } of email.attachments) {
    if (!contentId || !mimeType.startsWith("image/") || typeof content === "string") continue;
    const name = contentId.replace(/^<|>$/g, "");
    const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : content;
    html = html.replaceAll(`cid:${name}`, `data:${mimeType};base64,${Buffer.from(bytes).toString("base64")}`);
  }
  return html;
}

async function readMessage(name: string, source: Buffer): Promise<Message> {
  const email = await PostalMime.parse(source);
  const [, milliseconds = "0", id = ""] = FILE.exec(name) ?? [];
  const envelope = email.headers.find((header) => header.key === ENVELOPE_HEADER)?.value ?? "";
  const named = [...(email.to ?? []), ...(email.cc ?? [])].map(addressOf).filter(Boolean);
  return {
    id,
    from: addressOf(email.from),
    to: [...new Set([...envelope.split(", ").filter(Boolean), ...named])],
    subject: email.subject ?? "",
    receivedAt: new Date(Number(milliseconds)).toISOString(),
    text: email.text ?? "",
    html: withInlinePictures(email),
  };
}

/** Every mail caught, one file each, the newest first; the oldest give way beyond the cap. */
export class MailStore {
  private entries: { name: string; message: Message }[] = [];

  private constructor(private readonly folder: string) {}

  static async open(dataFolder: string): Promise<MailStore> {
    const store = new MailStore(path.join(dataFolder, "mail"));
    // Mails carry links that sign in: they are nobody else's on this machine.
    mkdirSync(store.folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(store.folder).filter((name) => FILE.test(name));
    for (const name of names.sort().reverse().slice(0, KEPT_MESSAGES)) {
      const message = await readMessage(name, readFileSync(path.join(store.folder, name)));
      store.entries.push({ name, message });
    }
    return store;
  }

  /** Answers only when the mail is on disk under its own name: what was accepted survives a kill. */
  async add(sent: Buffer, envelopeTo: string[]): Promise<void> {
    const name = `${Date.now()}-${randomUUID()}.eml`;
    const source = Buffer.concat([Buffer.from(`${ENVELOPE_HEADER}: ${envelopeTo.join(", ")}\r\n`), sent]);
    const message = await readMessage(name, source);
    const file = path.join(this.folder, name);
    await writeFile(`${file}.new`, source);
    await rename(`${file}.new`, file);
    this.entries.unshift({ name, message });
    await this.drop(this.entries.slice(KEPT_MESSAGES));
  }

  list(to?: string | null): Message[] {
    const messages = this.entries.map((entry) => entry.message);
    const wanted = to?.toLowerCase();
    return wanted
      ? messages.filter((message) => message.to.some((address) => address.toLowerCase() === wanted))
      : messages;
  }

  find(id: string): Message | undefined {
    return this.entries.find((entry) => entry.message.id === id)?.message;
  }

  source(id: string): Buffer | undefined {
    const entry = this.entries.find((candidate) => candidate.message.id === id);
    return entry && readFileSync(path.join(this.folder, entry.name));
  }

  async remove(to?: string | null): Promise<void> {
    const ids = new Set(this.list(to).map((message) => message.id));
    await this.drop(this.entries.filter((entry) => ids.has(entry.message.id)));
  }

  private async drop(gone: { name: string }[]): Promise<void> {
    if (gone.length === 0) return;
    const names = new Set(gone.map((entry) => entry.name));
    this.entries = this.entries.filter((entry) => !names.has(entry.name));
    await Promise.all([...names].map((name) => rm(path.join(this.folder, name), { force: true })));
  }
}
