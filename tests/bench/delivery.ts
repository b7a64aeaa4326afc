// Segments a second from our Storage, by a signed address and ranges, beside nginx with the same file, the same ranges
// and as many connections, turn by turn. Needs a running copy; prints JSON.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createClient } from "@supabase/supabase-js";
import autocannon from "autocannon";
import { requireEnv } from "@/lib/platform/env";
import { median, printReport, type Row, rounded } from "./figures";
import { startNginx } from "./nginx";

const CONNECTIONS = 20;
const ROUNDS = 3;
const SECONDS = 4;
const SIGNED_SECONDS = 600;

const storage = createClient(requireEnv("SUPABASE_URL"), requireEnv("SUPABASE_SECRET_KEY"), {
  auth: { persistSession: false },
}).storage.from("media");

type Segments = { bytes: Buffer; signedUrl: string; ranges: string[]; averageBytes: number };

/** The largest rendition of the demo catalogue, and the ranges that its playlist names. */
async function chooseSegments(): Promise<Segments> {
  const { data: folders } = await storage.list("", { limit: 200 });
  let largest: { path: string; size: number } | undefined;
  for (const folder of folders ?? []) {
    const { data: files } = await storage.list(folder.name, { search: "video-" });
    for (const { name, metadata } of files ?? []) {
      const size = Number(metadata?.size ?? 0);
      if (name.endsWith(".mp4") && size > (largest?.size ?? 0))
        largest = { path: `${folder.name}/${name}`, size };
    }
  }
  if (!largest) throw new Error("There is no film: start a copy with the demo catalogue.");
  const [film, playlist, signed] = await Promise.all([
    storage.download(largest.path),
    storage.download(largest.path.replace(/mp4$/, "m3u8")),
    storage.createSignedUrl(largest.path, SIGNED_SECONDS),
  ]);
  if (!film.data || !playlist.data || !signed.data) throw new Error(`${largest.path} cannot be read`);
  const ranges = [...(await playlist.data.text()).matchAll(/#EXT-X-BYTERANGE:(\d+)@(\d+)/g)].map(
    ([, length, start]) => ({ start: Number(start), length: Number(length) }),
  );
  return {
    bytes: Buffer.from(await film.data.arrayBuffer()),
    signedUrl: signed.data.signedUrl,
    ranges: ranges.map(({ start, length }) => `bytes=${start}-${start + length - 1}`),
    averageBytes: Math.round(ranges.reduce((sum, { length }) => sum + length, 0) / ranges.length),
  };
}

async function load(url: string, ranges: string[]) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: ranges.map((range) => ({ method: "GET" as const, headers: { range } })),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} requests of ${new URL(url).pathname} failed`);
  return {
    perSecond: result.requests.average,
    megabytesPerSecond: result.throughput.average / 1e6,
    p99Ms: result.latency.p99,
  };
}

type Load = Awaited<ReturnType<typeof load>>;

const middle = (loads: Load[]) => ({
  perSecond: rounded(median(loads.map(({ perSecond }) => perSecond))),
  megabytesPerSecond: rounded(median(loads.map(({ megabytesPerSecond }) => megabytesPerSecond))),
  p99Ms: rounded(median(loads.map(({ p99Ms }) => p99Ms))),
});

const folder = await mkdtemp(path.join(os.tmpdir(), "cineverse-bench-film-"));
try {
  const { bytes, signedUrl, ranges, averageBytes } = await chooseSegments();
  await writeFile(path.join(folder, "film.mp4"), bytes);
  const nginx = await startNginx(folder);
  const loads = { storage: [] as Load[], nginx: [] as Load[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    loads.storage.push(await load(signedUrl, ranges));
    if (nginx) loads.nginx.push(await load(`${nginx.url}/film.mp4`, ranges));
  }
  await nginx?.close();
  const ours = middle(loads.storage);
  const theirs = nginx ? middle(loads.nginx) : null;
  const share = theirs && rounded(ours.perSecond / theirs.perSecond, 2);
  const rows: Row[] = [
    ["segments from Storage", ours.perSecond, "requests/s"],
    ["segments from nginx", theirs?.perSecond ?? "no nginx here", "requests/s"],
    ["Storage against nginx", share ?? "no nginx here", "share"],
  ];
  printReport({
    figures: {
      connections: CONNECTIONS,
      segments: ranges.length,
      averageBytes,
      storage: ours,
      nginx: theirs,
      shareOfNginx: share,
    },
    rows,
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
