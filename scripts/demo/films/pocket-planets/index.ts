import type { Film } from "../../film";
import { film } from "./planet";
import { catPlanet } from "./the-planet-of-cats";
import { clockPlanet } from "./the-planet-of-clocks";
import { musicPlanet } from "./the-planet-of-drums";
import { glassPlanet } from "./the-planet-of-glass";
import { rainPlanet } from "./the-planet-of-rain";
import { sleepPlanet } from "./the-planet-of-sleep";

export const pocketPlanets: Film[] = [
  rainPlanet,
  clockPlanet,
  catPlanet,
  glassPlanet,
  musicPlanet,
  sleepPlanet,
].map(film);
