import "server-only";
import path from "node:path";
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from "@napi-rs/canvas";

/** What a link to a page of ours shows where it is shared: 1200 by 630, as every service asks for. */
export type LinkImage = {
  title: string;
  /** Above the title, such as what kind of page it is. */
  kicker: string;
  /** Below it: year, length, genres. */
  facts: string;
  /** Bytes of a wide picture; without one the house's colours. */
  picture: Uint8Array | null;
};

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 64;
const QUALITY = 84;
const FAMILY = "Bricolage";
const CANVAS = "#0d0a13";
const INK = "#f6f3ee";
const SOFT = "#cfcac2";
const ACCENT = "#faab35";

// Our own files: nothing is fetched, and no font of the machine is asked for.
const FOLDER = path.join(process.cwd(), "node_modules/@fontsource-variable/bricolage-grotesque/files");
// Vietnamese first: the others would put its letters together from parts that belong to no one face.
const SCRIPTS = ["vietnamese", "latin", "latin-ext"];

let isReady = false;

function prepareFonts(): string {
  if (!isReady)
    for (const script of SCRIPTS)
      GlobalFonts.registerFromPath(
        path.join(FOLDER, `bricolage-grotesque-${script}-wght-normal.woff2`),
        `${FAMILY} ${script}`,
      );
  isReady = true;
  return SCRIPTS.map((script) => `"${FAMILY} ${script}"`).join(", ");
}

/** A JPEG: messengers refuse large pictures. */
export async function drawLinkImage({ title, kicker, facts, picture }: LinkImage): Promise<Uint8Array> {
  const families = prepareFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  if (picture) await paintPicture(context, picture);
  else paintBeam(context);
  paintShade(context);
  paintMark(context, families);
  paintWords(context, families, { title, kicker, facts });
  return canvas.encode("jpeg", QUALITY);
}

async function paintPicture(context: SKRSContext2D, picture: Uint8Array): Promise<void> {
  const image = await loadImage(picture);
  const scale = Math.max(WIDTH / image.width, HEIGHT / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  context.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) * 0.3, width, height);
}

/** The beam of a projector in a dark room. */
function paintBeam(context: SKRSContext2D): void {
  context.fillStyle = CANVAS;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const light = context.createLinearGradient(WIDTH, 0, WIDTH * 0.2, HEIGHT);
  light.addColorStop(0, "rgba(250, 171, 53, 0.55)");
  light.addColorStop(1, "rgba(250, 171, 53, 0)");
  context.fillStyle = light;
  context.beginPath();
  context.moveTo(WIDTH + 40, -60);
  context.lineTo(WIDTH * 0.12, HEIGHT + 60);
  context.lineTo(WIDTH * 0.86, HEIGHT + 60);
  context.closePath();
  context.fill();
}

function paintShade(context: SKRSContext2D): void {
  const shade = context.createLinearGradient(0, HEIGHT * 0.12, 0, HEIGHT);
  shade.addColorStop(0, "rgba(13, 10, 19, 0.1)");
  shade.addColorStop(0.55, "rgba(13, 10, 19, 0.62)");
  shade.addColorStop(1, "rgba(13, 10, 19, 0.96)");
  context.fillStyle = shade;
  context.fillRect(0, 0, WIDTH, HEIGHT);
}

function paintMark(context: SKRSContext2D, families: string): void {
  context.fillStyle = "rgba(13, 10, 19, 0.72)";
  context.beginPath();
  context.roundRect(EDGE - 20, EDGE - 22, 236, 58, 29);
  context.fill();
  context.fillStyle = ACCENT;
  context.beginPath();
  context.moveTo(EDGE, EDGE - 8);
  context.lineTo(EDGE + 26, EDGE + 7);
  context.lineTo(EDGE, EDGE + 22);
  context.closePath();
  context.fill();
  context.fillStyle = INK;
  context.font = `700 30px ${families}`;
  context.textBaseline = "middle";
  context.fillText("CineVerse", EDGE + 40, EDGE + 8);
}

function paintWords(
  context: SKRSContext2D,
  families: string,
  { title, kicker, facts }: Omit<LinkImage, "picture">,
): void {
  context.textBaseline = "alphabetic";
  const { size, lines } = fitTitle(context, families, title);
  const bottom = HEIGHT - EDGE - (facts ? 52 : 0);
  context.fillStyle = INK;
  context.font = `800 ${size}px ${families}`;
  lines.forEach((line, index) => {
    context.fillText(line, EDGE, bottom - (lines.length - 1 - index) * size * 1.06);
  });
  context.font = `600 28px ${families}`;
  context.fillStyle = ACCENT;
  context.fillText(kicker, EDGE, bottom - (lines.length - 1) * size * 1.06 - size - 8);
  context.fillStyle = SOFT;
  context.fillText(facts, EDGE, HEIGHT - EDGE + 4);
}

/** As large as three lines allow; what is longer still ends in dots. */
function fitTitle(
  context: SKRSContext2D,
  families: string,
  title: string,
): { size: number; lines: string[] } {
  for (const size of [96, 80, 66, 54]) {
    context.font = `800 ${size}px ${families}`;
    const lines = wrap(context, title);
    if (lines.length <= (size > 70 ? 2 : 3)) return { size, lines };
  }
  const lines = wrap(context, title).slice(0, 3);
  return { size: 54, lines: [...lines.slice(0, 2), `${(lines[2] ?? "").slice(0, -1)}…`] };
}

function wrap(context: SKRSContext2D, text: string): string[] {
  const room = WIDTH - 2 * EDGE;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && context.measureText(`${line} ${word}`).width <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
