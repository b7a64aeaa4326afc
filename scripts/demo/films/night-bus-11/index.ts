import type { Film } from "../../film";
import { film } from "./bus";
import { balloons } from "./forty-balloons";
import { baker } from "./four-in-the-morning-bread";
import { lost } from "./lost-property";
import { terminus } from "./terminus";
import { cellist } from "./the-cellist";
import { moons } from "./two-moons-over-route-11";

export const nightBus11: Film[] = [cellist, balloons, baker, lost, moons, terminus].map(film);
