// The mail catcher: SMTP on one port, a page and JSON on the next.
import { createMailPage } from "./server";
import { createSmtpServer } from "./smtp";
import { MailStore } from "./store";

const { PORT = "3000", CINEVERSE_DATA: dataFolder = ".data" } = process.env;

const store = await MailStore.open(dataFolder);
const smtp = createSmtpServer(store);
const page = createMailPage(store);
smtp.listen(Number(PORT) + 4, "127.0.0.1", () => page.listen(Number(PORT) + 5, "127.0.0.1"));

function stop(): void {
  smtp.close();
  page.close();
  page.closeAllConnections();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("disconnect", stop);
