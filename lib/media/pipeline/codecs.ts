import { open } from "node:fs/promises";

/** The RFC 6381 name of an H.264 track, read from the configuration in the file's initialisation part. */
export async function readVideoCodec(path: string, initBytes: number): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(initBytes), 0, initBytes, 0);
    return videoCodecOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

export function videoCodecOf(init: Buffer): string {
  const box = init.indexOf("avcC", 0, "latin1");
  // After the name: version, then profile, compatibility and level, one byte each.
  if (box < 0 || box + 8 > init.length) throw new Error("The file has no H.264 configuration");
  return `avc1.${init.toString("hex", box + 5, box + 8).toUpperCase()}`;
}

/** All our sound is AAC-LC. */
export const AUDIO_CODEC = "mp4a.40.2";
