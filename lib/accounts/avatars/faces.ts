/** Pictures of our own in /faces, for whoever does not upload one. */
export const FACES = [
  "fox",
  "owl",
  "cat",
  "bear",
  "robot",
  "ghost",
  "alien",
  "astronaut",
  "popcorn",
  "panda",
  "frog",
  "penguin",
  "dino",
  "octopus",
  "lion",
  "bunny",
] as const;
export type Face = (typeof FACES)[number];
