// Milliseconds from opening a watch page to its first picture, from the beginning and where somebody stopped, beside a
// bare page with hls.js on the same files: the same rendition, the same signed addresses, turn by turn. Browser cache
// empty each time. Needs a running copy; prints JSON.
import process from "node:process";
import type { Browser, BrowserContext } from "@playwright/test";
import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { type BarePlayer, startBarePlayer } from "./bare-player";
import { launchBrowser } from "./browser";
import { median, printReport, rounded, spread } from "./figures";

const RUNS = Number(process.argv[2] ?? 9);
const ACCOUNT = { email: "premium@cineverse.test", password: "cineverse-demo" };
const FRAME_PATIENCE_MS = 60_000;

type Film = { id: string; slug: string; seconds: number };
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const site = env().SITE_URL;
const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });

async function chooseFilm(): Promise<Film> {
  const { rows } = await pool.query<Film>(
    `select movie.id, movie.slug, asset.duration_seconds::float as seconds
     from public.movies movie join public.video_assets asset on asset.id = movie.asset_id
     where movie.type = 'movie' and movie.status = 'published' and asset.status = 'ready'
       and movie.maturity_rating <= 12 and movie.access_level <> 'vip'
     order by asset.duration_seconds desc, movie.slug limit 1`,
  );
  if (!rows[0]) throw new Error("No film can be played: start a copy with the demo catalogue.");
  return rows[0];
}

/** Once: five sign-ins in five minutes are all that an address may try. */
async function signIn(browser: Browser): Promise<State> {
  const context = await browser.newContext({ baseURL: site });
  const answer = await context.request.post("/api/auth/sign-in", {
    data: ACCOUNT,
    headers: { origin: site },
  });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Gives the bare page what the site's player gets: the rendition that it begins with, and its sound. */
async function handOver(browser: Browser, state: State, film: Film, bare: BarePlayer): Promise<number> {
  const context = await browser.newContext({ baseURL: site, storageState: state });
  const answer = await context.request.post("/api/playback", {
    data: { movieId: film.id },
    headers: { origin: site },
  });
  if (!answer.ok()) throw new Error(`starting a stream answered ${answer.status()}`);
  const { playlists, startHeight } = (await answer.json()) as {
    playlists: Record<string, string>;
    startHeight: number;
  };
  for (const [name, playlist] of Object.entries(playlists)) bare.playlists.set(name, playlist);
  bare.playlists.set("master.m3u8", onlyHeight(playlists["master.m3u8"] ?? "", startHeight));
  await context.close();
  return startHeight;
}

/** A master playlist with one of its renditions: two lines each, the attributes and the address. */
function onlyHeight(master: string, height: number): string {
  const lines = master.split("\n");
  return lines
    .filter((line, index) => {
      const isOther = (text = "") => text.startsWith("#EXT-X-STREAM-INF") && !text.includes(`x${height}`);
      return !isOther(line) && !isOther(lines[index - 1]);
    })
    .join("\n");
}

/** Runs in the page before anything of it: notes when the first picture at or after `from` seconds was shown. */
const frameWatcher = (from: number) => `{
  const seen = new WeakSet();
  const follow = (video) =>
    video.requestVideoFrameCallback((now, { mediaTime }) => {
      if (mediaTime >= ${from}) window.firstFrame ??= now;
      else follow(video);
    });
  const look = () => {
    for (const video of document.querySelectorAll("video")) {
      if (seen.has(video)) continue;
      seen.add(video);
      follow(video);
    }
    if (window.firstFrame === undefined) requestAnimationFrame(look);
  };
  look();
}`;

async function timeFrame(browser: Browser, url: string, from: number, state?: State): Promise<number> {
  const context = await browser.newContext({ ...(state && { storageState: state }) });
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: frameWatcher(from) });
    await page.goto(url, { waitUntil: "commit" });
    const frame = await page.waitForFunction(() => Reflect.get(window, "firstFrame"), undefined, {
      polling: 50,
      timeout: FRAME_PATIENCE_MS,
    });
    return Number(await frame.jsonValue());
  } finally {
    await context.close();
  }
}

/** As if somebody had stopped there; at 0 as if the film had never been opened. No other stream takes a place. */
async function setPosition(film: Film, seconds: number): Promise<void> {
  await pool.query(
    `update public.playback_sessions set ended_at = now()
     where ended_at is null and user_id = (select id from auth.users where email = $1)`,
    [ACCOUNT.email],
  );
  await pool.query(
    `delete from public.viewing_history where user_id = (select id from auth.users where email = $1)`,
    [ACCOUNT.email],
  );
  if (seconds === 0) return;
  await pool.query(
    `insert into public.viewing_history
       (user_id, viewer_profile_id, movie_id, progress_seconds, duration_seconds, watch_percentage)
     select viewer.user_id, viewer.id, $2, $3::float, $4::float, 100 * $3::float / $4::float
     from public.viewer_profiles viewer join auth.users account on account.id = viewer.user_id
     where account.email = $1 and viewer.slot = 1`,
    [ACCOUNT.email, film.id, seconds, film.seconds],
  );
}

async function compare(browser: Browser, state: State, film: Film, bare: BarePlayer, seconds: number) {
  const times = { site: [] as number[], bare: [] as number[] };
  // A frame of the second in which somebody stopped is the place.
  const from = Math.max(0, seconds - 1);
  for (let run = 0; run <= RUNS; run += 1) {
    await setPosition(film, seconds);
    const ours = await timeFrame(browser, `${site}/watch/${film.slug}`, from, state);
    const theirs = await timeFrame(browser, bare.urlFor(seconds), from);
    // The first run also warms both servers up and is not counted.
    if (run === 0) continue;
    times.site.push(ours);
    times.bare.push(theirs);
  }
  return {
    site: spread(times.site),
    bare: spread(times.bare),
    timesBare: rounded(median(times.site) / median(times.bare), 2),
  };
}

const browser = await launchBrowser();
const bare = await startBarePlayer();
try {
  const film = await chooseFilm();
  const state = await signIn(browser);
  await setPosition(film, 0);
  const height = await handOver(browser, state, film, bare);
  const fromStart = await compare(browser, state, film, bare, 0);
  const resumed = await compare(browser, state, film, bare, Math.floor(film.seconds / 2));
  printReport({
    figures: { title: film.slug, height, runs: RUNS, fromStart, resumed },
    rows: [
      ["first frame, p50 / p95", `${fromStart.site.p50Ms} / ${fromStart.site.p95Ms}`, "ms"],
      ["first frame, bare hls.js page, p50 / p95", `${fromStart.bare.p50Ms} / ${fromStart.bare.p95Ms}`, "ms"],
      ["first frame, against the bare page", fromStart.timesBare, "times"],
      ["frame on resume, p50 / p95", `${resumed.site.p50Ms} / ${resumed.site.p95Ms}`, "ms"],
      ["frame on resume, bare page, p50 / p95", `${resumed.bare.p50Ms} / ${resumed.bare.p95Ms}`, "ms"],
      ["frame on resume, against the bare page", resumed.timesBare, "times"],
    ],
  });
} finally {
  bare.close();
  await Promise.all([browser.close(), pool.end()]);
}
