import { lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { MediaError } from "@/lib/media/errors";
import { VIDEO_EXTENSIONS } from "@/lib/media/ingest/names";

/** The videos that a path means: itself, or what lies in the folder and the folders in it, in order of name. */
export async function findVideos(given: string): Promise<string[]> {
  const absolute = path.resolve(given);
  const entry = await stat(absolute).catch((cause: NodeJS.ErrnoException) => {
    const message =
      cause.code === "EACCES"
        ? `“${given}” may not be read: change its permissions.`
        : `There is no file or folder “${given}”: check the name.`;
    throw new MediaError("input", message, { cause });
  });
  if (entry.isFile()) {
    if (entry.size === 0) throw new MediaError("input", "This file is empty: copy or download it again.");
    return [absolute];
  }
  if (!entry.isDirectory()) throw new MediaError("input", `“${given}” is neither a file nor a folder.`);
  const videos = await videosIn(absolute);
  if (videos.length === 0) throw new MediaError("input", `There is no video in the folder “${given}”.`);
  return videos;
}

async function videosIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const collator = new Intl.Collator("en", { numeric: true });
  const videos: string[] = [];
  for (const name of names.sort(collator.compare)) {
    const isHidden = name.split(path.sep).some((part) => part.startsWith("."));
    if (isHidden || !VIDEO_EXTENSIONS.includes(path.extname(name).toLowerCase())) continue;
    const file = path.join(folder, name);
    if ((await lstat(file)).isFile()) videos.push(file);
  }
  return videos;
}
