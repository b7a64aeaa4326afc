import { createHash } from "node:crypto";
import sharp from "sharp";
import { invalid } from "@/lib/platform/errors";

export const AVATAR_BYTES_MAXIMUM = 4 * 1024 * 1024;
const SIDE_PIXELS = 512;
/** 4,000 by 4,000: more than any browser sends, and little enough to hold in memory. */
const PIXELS_MAXIMUM = 16_000_000;
const KINDS = ["jpeg", "png", "webp", "heif"];

/**
 * Draws a picture anew as a square WebP, upright, without anything that came with it: places, programs, colour profiles
 * and whatever stood behind the picture. The name is of the new content.
 */
export async function redraw(bytes: Buffer): Promise<{ picture: Buffer; hash: string }> {
  const options = { limitInputPixels: PIXELS_MAXIMUM, failOn: "error" } as const;
  const { format, pages = 1, width, height } = await readHead(bytes, options);
  if (!KINDS.includes(format ?? "")) throw invalid({ picture: "accounts.problems.avatarKind" });
  if (pages > 1) throw invalid({ picture: "accounts.problems.avatarMoving" });
  if (width * height > PIXELS_MAXIMUM) throw invalid({ picture: "accounts.problems.avatarBig" });
  try {
    const picture = await sharp(bytes, options)
      .autoOrient()
      .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: "cover" })
      .webp({ quality: 86 })
      .toBuffer();
    return { picture, hash: createHash("sha256").update(picture).digest("hex").slice(0, 20) };
  } catch (cause) {
    throw unreadable(cause);
  }
}

async function readHead(bytes: Buffer, options: { limitInputPixels: number }) {
  try {
    return await sharp(bytes, options).metadata();
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown) {
  const error = invalid({ picture: "accounts.problems.avatarBroken" });
  error.cause = cause;
  return error;
}
