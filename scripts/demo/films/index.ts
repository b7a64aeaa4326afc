import type { Film } from "../film";
import { aMinuteForClara } from "./a-minute-for-clara";
import { belowTheLight } from "./below-the-light";
import { caravanOfSalt } from "./caravan-of-salt";
import { contour } from "./contour";
import { fourSeasonsExpress } from "./four-seasons-express";
import { medusaWaltz } from "./medusa-waltz";
import { midnightInTheGreenhouse } from "./midnight-in-the-greenhouse";
import { neonAfterMidnight } from "./neon-after-midnight";
import { nightBus11 } from "./night-bus-11";
import { noodlesAtNine } from "./noodles-at-nine";
import { orbitLaundry } from "./orbit-laundry";
import { paperFleet } from "./paper-fleet";
import { pocketPlanets } from "./pocket-planets";
import { redLine } from "./red-line";
import { signalAtStationKilo } from "./signal-at-station-kilo";
import { snailDerby } from "./snail-derby";
import { sol4112 } from "./sol-4112";
import { tangoForUmbrellas } from "./tango-for-umbrellas";
import { theBlueprintJob } from "./the-blueprint-job";
import { theCraneWar } from "./the-crane-war";
import { theLastKeeper } from "./the-last-keeper";
import { theLongLetter } from "./the-long-letter";
import { theThirdCup } from "./the-third-cup";
import { theTortoiseBureau } from "./the-tortoise-bureau";
import { twoCactiAtNoon } from "./two-cacti-at-noon";
import { zugzwang } from "./zugzwang";

export const films: Film[] = [
  theLastKeeper,
  fourSeasonsExpress,
  paperFleet,
  neonAfterMidnight,
  belowTheLight,
  aMinuteForClara,
  caravanOfSalt,
  theThirdCup,
  theBlueprintJob,
  medusaWaltz,
  theCraneWar,
  noodlesAtNine,
  sol4112,
  zugzwang,
  theTortoiseBureau,
  twoCactiAtNoon,
  midnightInTheGreenhouse,
  orbitLaundry,
  snailDerby,
  signalAtStationKilo,
  tangoForUmbrellas,
  contour,
  redLine,
  theLongLetter,
  ...nightBus11,
  ...pocketPlanets,
];
