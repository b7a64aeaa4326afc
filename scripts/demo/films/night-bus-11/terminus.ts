import * as k from "../../kit";
import { bus, type Night } from "./bus";

export const terminus: Night = {
  slug: "terminus",
  name: "Terminus",
  stop: "TERMINUS",
  sky: ["#3a5a8c", "#8a7fae", "#e3a08f", "#fbd79a"],
  city: "#46507a",
  lit: ["#fff1b8"],
  face: {
    skin: "#6f4a34",
    hair: "#2a2a2e",
    dress: "#2f6f5f",
    style: "short",
    mouth: "smile",
    moustache: "#c9c9cf",
  },
  story: (c, t, p) => {
    k.bands(c, 0, 620, ["#8a7fae", "#e3a08f", "#f7bd88", "#fde3b0"], 10);
    k.disc(c, 800, 600 - p * 190, 130, "#fff6d0");
    k.rect(c, -10, 600, 1700, 330, "#3f7f9a");
    k.sea(c, t, 620, ["#4a8ca5", "#3f7f9a", "#346f8a"], { height: 8, length: 420, speed: 0.1, bottom: 760 });
    k.glitter(c, t, 800, 606, 740, "#fff6d0", 200);
    k.rect(c, -10, 740, 1700, 200, "#2a2a34");
    k.at(c, 1140, 760, { scale: 0.62 }, () => bus(c, 0, 0, 0, ["", "", "", "", ""]));
    const crew = ["#7a1f3d", "#f2b01e", "#f6f1e6", "#3f5f6f", "#c9b8ff", "#2f6f5f"];
    for (const [i, color] of crew.entries())
      k.person(
        c,
        210 + i * 105,
        760,
        190 + (i % 3) * 12,
        {
          top: color,
          cut: i % 2 ? "coat" : "dress",
          legs: "#20202a",
          skin: ["#c98f6b", "#8a5a3c", "#e3b68f", "#d9b79a", "#7fb8a8", "#6f4a34"][i],
        },
        p > 0.6 ? k.poses.cheer(t + i * 0.2) : k.poses.stand(t + i),
      );
    k.flock(c, 1300 - t * 30, 260, 5, 44, "#4a3a5c", t);
  },
  score: {
    tempo: 80,
    root: 60,
    scale: "major",
    chords: [0, 4, 5, 3],
    reverb: 0.5,
    parts: [
      { play: "piano", on: "chord", notes: "0 1 2 3 2 1 2 1", step: 0.5, octave: 0, gain: 0.45 },
      { play: "strings", on: "chord", notes: "0+2 - - -", step: 1, octave: 0, gain: 0.34 },
      {
        play: "brass",
        on: "scale",
        notes: "4 - - 5 7 - - - 6 - 5 - 4 - - -",
        step: 0.5,
        octave: 0,
        gain: 0.26,
        from: 12.5,
      },
    ],
    drums: [{ hit: "shaker", beat: "x.o.", step: 0.5, gain: 0.25 }],
    air: [{ sound: "sea", gain: 0.35, from: 12 }],
  },
};
