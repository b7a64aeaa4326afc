// A storage service in a process of its own, so that a test may kill it: node … storage-server.ts <folder>
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { createStorage } from "@/supabase/embedded/storage";
import { createTokens } from "@/supabase/embedded/tokens";

const [folder = ""] = process.argv.slice(2);
const tokens = await createTokens(folder);
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 4, onnotice: () => {} });
const storage = createStorage({ sql, folder, tokens });
const server = createServer((req, res) => void storage.handle(req, res));

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, key: tokens.secretKey });
});
process.once("disconnect", () => process.exit());
