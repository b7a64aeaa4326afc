import type { Film } from "../../film";
import { theLongLetterScore } from "../../scores/the-long-letter";
import { CLOUDS, COAST, DESERT, HIGH, STORM, TERRACE } from "./country";
import { bridge, counter, door, mirror, night, travel } from "./scenes";
import { credits, opening } from "./titles";

export const theLongLetter: Film = {
  slug: "the-long-letter",
  height: 480,
  crf: 4,
  thumbnailEvery: 10,
  segments: [
    { kind: "intro", start: 0, end: 9 },
    { kind: "credits", start: 164, end: 180 },
  ],
  shots: [
    { seconds: 9, draw: opening, fadeFrom: "#000000" },
    { seconds: 13, draw: counter },
    { seconds: 14, draw: travel(COAST) },
    { seconds: 14, draw: travel(DESERT) },
    { seconds: 14, draw: travel(TERRACE) },
    { seconds: 15, draw: bridge },
    { seconds: 14, draw: travel(CLOUDS) },
    { seconds: 15, draw: mirror, fadeTo: "#0a0f2c" },
    { seconds: 13, draw: night, fadeFrom: "#0a0f2c" },
    { seconds: 12, draw: travel(HIGH) },
    { seconds: 12, draw: travel(STORM, 30), fadeTo: "#e6ebf0" },
    { seconds: 19, draw: door, fadeFrom: "#e6ebf0", fadeTo: "#0a0f2c" },
    { seconds: 16, draw: credits, fadeTo: "#000000" },
  ],
  score: theLongLetterScore,
};
