import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { personCookies } from "./people";

export type PageToOpen = { name: string; address: string; isSignedIn: boolean };

/** The pages that a browser is asked to open, and the cookies of somebody who may watch. */
export async function choosePages() {
  const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
  try {
    const { rows } = await pool.query<{ slug: string }>(
      `select slug from public.movies where type = 'movie' and status = 'published' and access_level = 'free'
         and asset_id is not null and maturity_rating <= 12 order by slug limit 1`,
    );
    const slug = rows[0]?.slug;
    if (!slug) throw new Error("No film can be opened: start a copy with the demo catalogue.");
    // Not the one with the long history: somebody as most are.
    const [, cookie = ""] = await personCookies(pool);
    const cookies = cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: env().SITE_URL };
    });
    const pages: PageToOpen[] = [
      { name: "home", address: "/", isSignedIn: false },
      { name: "home, signed in", address: "/", isSignedIn: true },
      { name: "title", address: `/title/${slug}`, isSignedIn: false },
      { name: "browse", address: "/browse", isSignedIn: false },
      { name: "search", address: "/search?q=the", isSignedIn: false },
      { name: "watch", address: `/watch/${slug}`, isSignedIn: true },
    ];
    return { pages, cookies, cookie };
  } finally {
    await pool.end();
  }
}
