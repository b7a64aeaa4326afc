import type { Film } from "../film";
import { aMinuteForClara } from "./a-minute-for-clara";
import { belowTheLight } from "./below-the-light";
import { caravanOfSalt } from "./caravan-of-salt";
import { fourSeasonsExpress } from "./four-seasons-express";
import { neonAfterMidnight } from "./neon-after-midnight";
import { paperFleet } from "./paper-fleet";
import { theBlueprintJob } from "./the-blueprint-job";
import { theLastKeeper } from "./the-last-keeper";
import { theThirdCup } from "./the-third-cup";

export const films: Film[] = [
  theLastKeeper, fourSeasonsExpress, paperFleet, neonAfterMidnight, belowTheLight,
  aMinuteForClara, caravanOfSalt, theThirdCup, theBlueprintJob,
];
