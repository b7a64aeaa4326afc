import { SMTPServer } from "smtp-server";
import type { MailStore } from "./store";

const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;

/** Takes every mail from this machine, with or without a name and password, and delivers none. */
export function createSmtpServer(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
    onAuth: (_credentials, _session, done) => done(null, { user: "anyone" }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(new Error("The message is too large"));
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        store.add(Buffer.concat(chunks), to).then(() => done(), done);
      });
    },
  });
  // A sender that breaks off in the middle is its own problem, not a reason to stop.
  server.on("error", (error) => console.error(error.message));
  return server;
}
