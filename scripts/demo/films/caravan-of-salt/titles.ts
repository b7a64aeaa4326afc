import * as k from "../../kit";
import { DAWN, desert } from "./desert";
import { wheelOfStars } from "./nights";

export function opening(c: k.Context, t: number) {
  desert(c, t, DAWN, 21, t * 30, 560 - t * 9);
  const p = k.easeOut((t - 1.5) / 2);
  c.globalAlpha = p;
  k.letter(c, "CARAVAN OF SALT", 800, 250, { font: "Poiret One", size: 130, color: "#fff4d9", tracking: 14 });
  k.letter(c, "SEVEN DAYS FROM WATER", 800, 310, {
    font: "Inter",
    weight: 500,
    size: 32,
    color: "#fff4d9",
    tracking: 12,
  });
  c.globalAlpha = 1;
}

export const CREDITS = [
  "Directed by|Oumou Traoré-Lind",
  "Written by|Sékou Diabira",
  "Amadou|Ibrahim Koulé",
  "Tala|Aïssata Benn",
  "The Guide|Moussa ag Ilal",
  "Pictures|Halima Saro",
  "Music|Bakari Venn",
  "Camels|Red Ear, Lazy Sunday, The Judge",
];

export function credits(c: k.Context, t: number) {
  wheelOfStars(c, t + 30);
  k.fill(c, "#040718b0");
  for (const [i, row] of CREDITS.entries()) {
    const [role, name] = row.split("|");
    const y = 1000 + i * 150 - t * 104;
    k.letter(c, role ?? "", 770, y, { font: "Inter", size: 30, color: "#9fc3ff", align: "right" });
    k.letter(c, name ?? "", 830, y, { font: "Poiret One", size: 52, color: "#fff4d9", align: "left" });
  }
}
