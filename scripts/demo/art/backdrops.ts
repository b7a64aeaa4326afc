import { type Artwork, drawFilm, type Film } from "../film";
import { films } from "../films";
import * as k from "../kit";

/** A moment of the film looked at anew: the camera stands left of its subject, so that a headline has room. */
interface View {
  at: number;
  x: number;
  y: number;
  zoom: number;
  /** Colour that quietens the left third. */
  calm: string;
  strength?: number;
  mirror?: boolean;
}

function viewOf(film: Film, v: View): Artwork {
  return (c) => {
    c.save();
    if (v.mirror) {
      c.translate(k.WIDTH, 0);
      c.scale(-1, 1);
    }
    k.camera(c, v.x, v.y, v.zoom, () => drawFilm(c, film, v.at));
    c.restore();
    const shade = c.createLinearGradient(0, 0, 1000, 0);
    shade.addColorStop(0, k.fade(v.calm, v.strength ?? 0.85));
    shade.addColorStop(0.55, k.fade(v.calm, (v.strength ?? 0.85) * 0.55));
    shade.addColorStop(1, k.fade(v.calm, 0));
    k.rect(c, 0, 0, 1000, 900, shade);
  };
}

const views: Record<string, View> = {
  "the-last-keeper": { at: 6.2, x: 800, y: 450, zoom: 1, calm: "#08121e", strength: 0.3 },
  "the-four-seasons-express": { at: 15, x: 680, y: 470, zoom: 1.15, calm: "#8f3f22", strength: 0.5 },
  "paper-fleet": { at: 18.2, x: 640, y: 540, zoom: 1.25, calm: "#8a3347", strength: 0.55 },
  "neon-after-midnight": { at: 13.4, x: 860, y: 574, zoom: 1.08, calm: "#0b0618" },
  "below-the-light": { at: 19.5, x: 620, y: 450, zoom: 1.25, calm: "#020715", strength: 0.6, mirror: true },
  "a-minute-for-clara": { at: 13.5, x: 720, y: 480, zoom: 1.1, calm: "#2a1726", strength: 0.75 },
  "caravan-of-salt": { at: 43, x: 700, y: 470, zoom: 1.1, calm: "#3b2357", strength: 0.5 },
  "the-third-cup": { at: 13, x: 540, y: 480, zoom: 1.45, calm: "#3c4a3d", strength: 0.4 },
  "the-blueprint-job": { at: 8.9, x: 680, y: 450, zoom: 1.12, calm: "#12408c", strength: 0.92 },
  "medusa-waltz": { at: 9.5, x: 560, y: 420, zoom: 1.4, calm: "#fbeef0", strength: 0.5 },
  "the-crane-war": { at: 9.6, x: 640, y: 450, zoom: 1.2, calm: "#f0d9a8", strength: 0.85 },
  "noodles-at-nine": { at: 5.4, x: 690, y: 480, zoom: 1.15, calm: "#1b1440", strength: 0.6 },
  "sol-4112": { at: 4.2, x: 520, y: 520, zoom: 1.5, calm: "#a5512f", strength: 0.4 },
  zugzwang: { at: 5.8, x: 640, y: 430, zoom: 1.2, calm: "#141414", strength: 0.95 },
  "the-tortoise-bureau": { at: 9, x: 620, y: 560, zoom: 1.25, calm: "#f7c59f", strength: 0.7 },
  "two-cacti-at-noon": { at: 18.1, x: 560, y: 470, zoom: 1.3, calm: "#ffb13d", strength: 0.4 },
  "midnight-in-the-greenhouse": { at: 5, x: 560, y: 480, zoom: 1.35, calm: "#020806", strength: 0.6 },
  "orbit-laundry": { at: 11, x: 560, y: 450, zoom: 1.25, calm: "#ffd9e8", strength: 0.9 },
  "snail-derby": { at: 10.2, x: 620, y: 560, zoom: 1.3, calm: "#fbe36b", strength: 0.9 },
  "signal-at-station-kilo": { at: 3.2, x: 720, y: 450, zoom: 1.1, calm: "#050b16", strength: 0.6 },
  "tango-for-umbrellas": { at: 4.6, x: 560, y: 430, zoom: 1.25, calm: "#2e3440", strength: 0.7 },
  contour: { at: 11, x: 660, y: 500, zoom: 1.2, calm: "#205c7a", strength: 0.55 },
  "red-line": { at: 12.6, x: 580, y: 450, zoom: 1.3, calm: "#0c0b0d", strength: 0.75 },
  "the-long-letter": { at: 58, x: 620, y: 520, zoom: 1.25, calm: "#437a38", strength: 0.4 },
};

const nightBus11: Artwork = (c) => {
  const film = films.find((one) => one.slug === "night-bus-11/terminus");
  if (film) viewOf(film, { at: 3, x: 640, y: 520, zoom: 1.25, calm: "#2b3560", strength: 0.75 })(c);
};

const pocketPlanets: Artwork = (c) => {
  k.bands(c, 0, 900, ["#0f1538", "#171f4c", "#212c62"], 20);
  k.stars(c, 5, 120, 0.5, { bottom: 900, color: "#fff6da" });
  for (const [x, y, r, ground, core] of [
    [1180, 560, 260, "#3f9c8a", "#7fd0c0"],
    [820, 250, 90, "#f2a65a", "#f7c58c"],
    [1480, 180, 120, "#e4572e", "#ffb347"],
    [760, 760, 70, "#5fc3d1", "#d9f7f7"],
    [1530, 820, 130, "#8a5a34", "#c98f3a"],
  ] as const) {
    k.disc(c, x, y, r, ground);
    for (let n = 0; n < 6; n++)
      k.disc(
        c,
        x + Math.cos(n * 1.1) * r * 0.6,
        y + Math.sin(n * 1.1) * r * 0.6,
        r * (0.08 + 0.05 * (n % 3)),
        core,
      );
  }
  k.cat(c, 820, 164, 70, "#2b1a2f", 1);
  k.person(
    c,
    1180,
    304,
    170,
    {
      top: "#ffcf3f",
      legs: "#ffcf3f",
      shoes: "#2b2440",
      hat: "helmet",
      hatColor: "#ffffff",
      skin: "#9a6644",
    },
    k.poses.walk(0.12),
  );
};

export const backdrops: Record<string, Artwork> = {
  ...Object.fromEntries(
    films.flatMap((film) => {
      const view = views[film.slug];
      return view ? [[film.slug, viewOf(film, view)]] : [];
    }),
  ),
  "night-bus-11": nightBus11,
  "pocket-planets": pocketPlanets,
};
