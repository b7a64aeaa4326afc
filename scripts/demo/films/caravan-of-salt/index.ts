import type { Film } from "../../film";
import { caravanOfSaltScore } from "../../scores/caravan-of-salt";
import { DAWN, DUSK, NIGHT, NOON } from "./desert";
import { camp, wheelOfStars } from "./nights";
import { gates, ridge, salt, storm, walking } from "./scenes";
import { credits, opening } from "./titles";

export const caravanOfSalt: Film = {
  slug: "caravan-of-salt",
  height: 480,
  crf: 4,
  thumbnailEvery: 10,
  segments: [
    { kind: "intro", start: 0, end: 10 },
    { kind: "credits", start: 164, end: 180 },
  ],
  shots: [
    { seconds: 10, draw: opening, fadeFrom: "#000000" },
    { seconds: 14, draw: walking(DAWN, 3, 5, 230, 300) },
    { seconds: 12, draw: walking(NOON, 5, 6, 170, 120) },
    { seconds: 12, draw: ridge(DUSK, 7) },
    { seconds: 16, draw: camp, fadeTo: "#060a24" },
    { seconds: 14, draw: wheelOfStars, fadeFrom: "#060a24" },
    { seconds: 12, draw: walking(DAWN, 31, 4, 260, 260) },
    { seconds: 13, draw: storm, fadeTo: "#c58842" },
    { seconds: 12, draw: walking(NOON, 15, 3, 240, 160), fadeFrom: "#c58842" },
    { seconds: 16, draw: salt },
    { seconds: 12, draw: walking(NIGHT, 50, 6, 180, 190) },
    { seconds: 9, draw: ridge(DAWN, 66) },
    { seconds: 12, draw: gates, fadeTo: "#040718" },
    { seconds: 16, draw: credits, fadeTo: "#000000" },
  ],
  score: caravanOfSaltScore,
};
