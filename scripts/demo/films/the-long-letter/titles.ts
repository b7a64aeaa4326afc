import * as k from "../../kit";
import { country, EVENING } from "./country";
import { night } from "./scenes";

export function opening(c: k.Context, t: number) {
  country(c, EVENING, t, t * 20);
  k.shape(c, "M-20 920 L-20 800 C400 740 900 860 1640 760 L1640 920 Z", "#231d26");
  c.globalAlpha = k.smooth(1.5, 3.2, t);
  k.letter(c, "The Long Letter", 800, 320, { font: "Caveat", weight: 700, size: 200, color: "#fff6e2" });
  c.globalAlpha = 1;
}

export const CREDITS = [
  "Directed by|Killa Huamán-Rossi",
  "Written by|Tomás Arce Villar",
  "The postman|Benito Callo",
  "Wayra|Doña Ercilia Puma",
  "The llama|Saturday",
  "Pictures|Inti Valdez Ahn",
  "Music|Sol Mamani Reyes",
  "Thanks to|everyone who still writes",
];

export function credits(c: k.Context, t: number) {
  night(c, t + 20);
  k.fill(c, "#0a0f2cb8");
  for (const [i, row] of CREDITS.entries()) {
    const [role, name] = row.split("|");
    const y = 980 + i * 140 - t * 98;
    k.letter(c, role ?? "", 770, y, { font: "Inter", size: 30, color: "#f2b279", align: "right" });
    k.letter(c, name ?? "", 830, y, {
      font: "Caveat",
      weight: 700,
      size: 66,
      color: "#fff6e2",
      align: "left",
    });
  }
}
