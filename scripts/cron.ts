import process from "node:process";
import { callCron } from "@/lib/platform/crons/call";
import { readCrons } from "@/lib/platform/crons/schedule";
import vercel from "@/vercel.json";

const [name = ""] = process.argv.slice(2);
const crons = readCrons(vercel);
if (!crons.some((cron) => cron.name === name)) {
  process.stderr.write(`usage: npm run cron -- <${crons.map((cron) => cron.name).join(" | ")}>\n`);
  process.exit(2);
}
try {
  const { isOk, text } = await callCron(name);
  process.stdout.write(`${text}\n`);
  process.exit(isOk ? 0 : 1);
} catch (error) {
  process.stderr.write(`The site did not answer: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
