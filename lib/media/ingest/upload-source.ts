import path from "node:path";
import { uploadFile } from "@/lib/media/storage/upload-file";
import type { SideFile } from "@/lib/media/subtitles/side-files";
import { sideObjectName } from "@/lib/media/work/source";

const BINARY = "application/octet-stream";

/** Copies a film and its side files into the bucket `uploads` under the asset's id; answers the film's object name. */
export async function uploadSource(
  { assetId, file, sideFiles }: { assetId: string; file: string; sideFiles: SideFile[] },
  options: { signal?: AbortSignal; onFraction?: (fraction: number) => void },
): Promise<string> {
  const extension = /^\.[a-z0-9]{1,5}$/.exec(path.extname(file).toLowerCase())?.[0] ?? "";
  const name = `${assetId}/source${extension || ".bin"}`;
  for (const [number, side] of sideFiles.entries()) {
    const target = {
      bucket: "uploads" as const,
      name: `${assetId}/${sideObjectName(side, number + 1)}`,
      contentType: BINARY,
    };
    await uploadFile(side.path, target, { signal: options.signal });
  }
  await uploadFile(file, { bucket: "uploads", name, contentType: BINARY }, options);
  return name;
}
