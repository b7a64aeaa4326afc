import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

/** A picture's colours in some 25 bytes (ThumbHash), base64: shown blurred until the picture is there. */
export async function colourPlaceholder(image: string | Buffer): Promise<string> {
  const { data, info } = await sharp(image)
    .resize(100, 100, { fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
